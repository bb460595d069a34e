import type { UpdateItem } from '@km-laas/contract';
import { html, nothing, type TemplateResult } from 'lit';
import { renderKind } from './kind-chip.js';
import type { PictureViewer } from './picture-viewer.js';
import type { UpdateTranslation } from './update-log.th.js';

/** What a change is drawn with. */
export interface ChangePlace {
  text: UpdateTranslation;
  pictures: PictureViewer;
  /** Address of a manual. */
  manualHref: (id: string) => string;
}

/** One change of a release: its kind and menu, what it is, whom it concerns, how it is done now. */
export function renderChange(change: UpdateItem, place: ChangePlace): TemplateResult {
  const { kind, menuPath, description, roles, manual } = change;
  const { text, pictures, manualHref } = place;
  return html`<li class="change" part="change">
    <div class="chips">${renderKind(kind, text.kinds)} ${renderMenuPath(menuPath, text)}</div>
    <p class="description" lang="th">${description}</p>
    ${
      roles.length
        ? html`<p class="quiet">${text.roles}: <span lang="th">${joinThai(roles)}</span></p>`
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
    ${pictures.renderSmall(change, text)}
  </li>`;
}

/** The way through the menus from the top, as a reader walks it in e-LAAS. */
function renderMenuPath(path: readonly string[], { menu }: UpdateTranslation): unknown {
  if (!path.length) return nothing;
  return html`<ol class="path" role="list" aria-label=${menu} lang="th">
    ${path.map(
      (title, index) =>
        html`<li>${index ? html`<span aria-hidden="true">›</span>` : nothing}${title}</li>`
    )}
  </ol>`;
}

function joinThai(words: readonly string[]): string {
  return new Intl.ListFormat('th').format(words);
}
