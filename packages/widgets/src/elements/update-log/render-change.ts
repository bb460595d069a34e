import type { UpdateItem, UpdateKind } from '@km-laas/contract';
import { html, nothing, type TemplateResult } from 'lit';
import type { KmElement } from '../../internal/km-element.js';
import { renderImage } from '../../internal/render-blocks.js';
import { safeAddress } from '../../internal/safe-address.js';
import type { Picture } from './picture-viewer.js';
import type { UpdateTranslation } from './update-log.th.js';

// A kind is told by its shape and its word; the colour only helps.
const kinds: Readonly<Record<UpdateKind, { colour: string; path: string }>> = {
  new: { colour: 'good', path: 'M12 4v16M4 12h16' },
  changed: { colour: 'accent', path: 'M4 9h15l-5-5M20 15H5l5 5' },
  fixed: { colour: 'warning', path: 'm4 12 6 6L20 6' },
  removed: { colour: 'bad', path: 'm6 6 12 12M18 6 6 18' },
};

/** One change of a release: its kind and menu, what it is, whom it concerns, how it is done now. */
export function renderChange(
  host: KmElement,
  { kind, menuPath, description, roles, manual, before, after }: UpdateItem,
  text: UpdateTranslation,
  manualHref: (id: string) => string
): TemplateResult {
  return html`<li class="change" part="change">
    <div class="chips">
      ${renderKind(kind, text)}
      ${
        menuPath.length
          ? html`<ol class="path" role="list" aria-label=${text.menu} lang="th">
              ${menuPath.map((title) => html`<li><span>${title}</span></li>`)}
            </ol>`
          : nothing
      }
    </div>
    <p class="description" lang="th">${description}</p>
    ${
      roles.length
        ? html`<p class="quiet">${text.roles}: <span lang="th">${roles.join(', ')}</span></p>`
        : nothing
    }
    ${
      manual
        ? html`<p class="manual">
            <span class="quiet">${text.manual}</span>
            <a part="manual" href=${manualHref(manual.id)} lang="th">${manual.title}</a>
          </p>`
        : nothing
    }
    ${renderPictures(
      host,
      [
        ...(before ? [{ image: before, label: text.before }] : []),
        ...(after ? [{ image: after, label: text.after }] : []),
      ],
      text
    )}
  </li>`;
}

/** A kind this version does not know is shown as a change. */
function renderKind(kind: UpdateKind, text: UpdateTranslation): TemplateResult {
  const known = kind in kinds ? kind : 'changed';
  const { colour, path } = kinds[known];
  return html`<span class="chip kind ${colour}" part="kind"
    ><svg viewBox="0 0 24 24" aria-hidden="true"><path d=${path} /></svg>${text.kinds[known]}</span
  >`;
}

/** Small pictures; each is a button that shows it large. */
function renderPictures(
  host: KmElement,
  all: readonly Picture[],
  text: UpdateTranslation
): TemplateResult | typeof nothing {
  const pictures = all.filter(({ image }) => safeAddress(image.url, host.apiAddress));
  const enlarge = async (picture: Picture) => {
    const { openPictures } = await import('./picture-viewer.js');
    openPictures(host, pictures, picture, text);
  };
  if (!pictures.length) return nothing;
  return html`<div class="pictures">
    ${pictures.map(
      (picture) =>
        html`<figure>
          <button
            class="picture"
            part="picture"
            type="button"
            aria-haspopup="dialog"
            @click=${() => enlarge(picture)}
          >
            ${renderImage(picture.image, host.apiAddress)}
            <span class="visually-hidden">${text.enlarge(picture.label)}</span>
          </button>
          <figcaption class="label">${picture.label}</figcaption>
        </figure>`
    )}
  </div>`;
}
