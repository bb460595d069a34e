import type { ImageRef } from '@km-laas/contract';
import { css, html, render } from 'lit';
import { addStyles } from '../../internal/item/add-styles.js';
import type { KmElement } from '../../internal/km-element.js';
import { renderImage } from '../../internal/render-blocks.js';
import type { UpdateTranslation } from './update-log.th.js';

/** A picture with the words for its side of the change. */
export interface Picture {
  image: ImageRef;
  /** e.g. ก่อนปรับปรุง. */
  label: string;
}

const styles = css`
  .viewer {
    inline-size: min(72em, 100vw - 2em);
    max-inline-size: none;
    max-block-size: calc(100vh - 2em);
    margin: auto;
    padding: 0;
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    background: var(--_paper);
    color: var(--_ink);
  }
  .viewer::backdrop {
    background: rgb(0 0 0 / 0.65);
  }
  .viewer-bar {
    position: sticky;
    inset-block-start: 0;
    display: flex;
    flex-wrap: wrap;
    gap: calc(var(--_space) * 2);
    padding: calc(var(--_space) * 3);
    background: var(--_paper);
    border-block-end: 1px solid var(--_line);
  }
  .viewer-bar :last-child {
    margin-inline-start: auto;
  }
  .viewer-bar [aria-pressed='true'] {
    background: var(--_accent-ground);
    box-shadow: inset 0 -3px 0 var(--_accent);
  }
  .viewer figure {
    padding: calc(var(--_space) * 3);
  }
  .viewer img {
    display: block;
    max-inline-size: 100%;
    block-size: auto;
    margin-inline: auto;
  }
  .viewer figcaption {
    margin-block-start: calc(var(--_space) * 2);
    text-align: center;
  }
  @media print {
    .viewer {
      display: none;
    }
  }
  @media (forced-colors: active) {
    .viewer-bar [aria-pressed='true'] {
      outline: 3px solid Highlight;
    }
  }
`;

/**
 * Shows pictures large, one at a time in the same place, so that the eye sees what differs.
 *
 * The dialog goes when the reader closes it or leaves for another address of the page.
 */
export function openPictures(
  host: KmElement,
  pictures: readonly Picture[],
  first: Picture,
  text: UpdateTranslation
): void {
  addStyles(host, styles);
  const dialog = document.createElement('dialog');
  dialog.className = 'viewer';
  dialog.part.add('viewer');
  dialog.ariaLabel = text.pictures;

  const show = (shown: Picture) =>
    render(
      html`<div class="viewer-bar">
          ${pictures.map(
            (picture) =>
              html`<button
                class="button"
                type="button"
                aria-pressed=${picture === shown}
                @click=${() => show(picture)}
              >
                ${picture.label}
              </button>`
          )}
          <button class="button" type="button" @click=${() => dialog.close()}>${text.close}</button>
        </div>
        <figure>
          ${renderImage(shown.image, host.apiAddress)}
          <figcaption aria-hidden="true" lang="th">${shown.image.alt}</figcaption>
        </figure>`,
      dialog
    );
  show(first);

  const leave = () => dialog.close();
  window.addEventListener('popstate', leave);
  dialog.addEventListener('close', () => {
    window.removeEventListener('popstate', leave);
    dialog.remove();
  });
  // Its children fill the dialog's own box, so that a click on it is one beside them.
  dialog.addEventListener('click', ({ target }) => {
    if (target === dialog) dialog.close();
  });
  host.renderRoot.querySelector('.root')?.append(dialog);
  dialog.showModal();
}
