import type { ImageRef, UpdateItem } from '@km-laas/contract';
import { html, nothing, type ReactiveController, type TemplateResult } from 'lit';
import type { KmElement } from '../../internal/km-element.js';
import { renderImage } from '../../internal/render-blocks.js';
import { safeAddress } from '../../internal/safe-address.js';
import type { UpdateTranslation } from './update-log.th.js';

type Side = 'before' | 'after';
type Pictures = Pick<UpdateItem, Side>;

const sides = ['before', 'after'] as const;

/** Screens before and after a change: small in the list, large in a dialog where they change places. */
export class PictureViewer implements ReactiveController {
  readonly #host: KmElement;
  #shown: { pictures: Pictures; side: Side } | undefined;
  #last: HTMLDialogElement | null | undefined;

  constructor(host: KmElement) {
    (this.#host = host).addController(this);
  }

  hostUpdated(): void {
    const dialog = this.#dialog;
    // A reader who goes back while a picture is open does not want it over the next list.
    if (dialog !== this.#last) this.#shown = undefined;
    this.#last = dialog;
    if (this.#shown && !dialog!.open) dialog!.showModal();
  }

  hostDisconnected(): void {
    this.#shown = undefined;
  }

  /** The small pictures of a change, each a button. */
  renderSmall(pictures: Pictures, text: UpdateTranslation): TemplateResult | typeof nothing {
    const shown = this.#sidesOf(pictures);
    if (!shown.length) return nothing;
    return html`<div class="pictures">
      ${shown.map(
        ([side, picture]) =>
          html`<figure>
            <button
              class="picture"
              part="picture"
              type="button"
              @click=${() => this.#show({ pictures, side })}
            >
              ${renderImage(picture, this.#host.apiAddress)}
              <span class="visually-hidden">${text.enlarge(text[side])}</span>
            </button>
            <figcaption class="label">${text[side]}</figcaption>
          </figure>`
      )}
    </div>`;
  }

  /** The dialog; it stands in the element once and is open while a picture is enlarged. */
  renderLarge(text: UpdateTranslation): TemplateResult {
    const { pictures, side } = this.#shown ?? {};
    const shown = pictures ? this.#sidesOf(pictures) : [];
    const [, picture] = shown.find(([other]) => other === side) ?? [];
    return html`<dialog
      class="viewer"
      part="viewer"
      aria-label=${text.pictures}
      @close=${() => this.#show(undefined)}
      @click=${this.#closeOutside}
    >
      <div class="viewer-bar">
        ${shown.map(
          ([other]) =>
            html`<button
              class="button"
              type="button"
              aria-pressed=${other === side}
              @click=${() => this.#show({ pictures: pictures!, side: other })}
            >
              ${text[other]}
            </button>`
        )}
        <button class="button close" type="button" @click=${() => this.#dialog?.close()}>
          ${text.close}
        </button>
      </div>
      ${
        picture
          ? html`<figure>
              ${renderImage(picture, this.#host.apiAddress)}
              <figcaption lang="th">${picture.alt}</figcaption>
            </figure>`
          : nothing
      }
    </dialog>`;
  }

  get #dialog(): HTMLDialogElement | null | undefined {
    return this.#host.shadowRoot?.querySelector('dialog');
  }

  #sidesOf(pictures: Pictures): [Side, ImageRef][] {
    return sides.flatMap((side): [Side, ImageRef][] => {
      const picture = pictures[side];
      return picture && safeAddress(picture.url, this.#host.apiAddress) ? [[side, picture]] : [];
    });
  }

  #show(shown: { pictures: Pictures; side: Side } | undefined): void {
    this.#shown = shown;
    this.#host.requestUpdate();
  }

  // The dialog's own box is filled by its children, so that a click on it is one beside them.
  readonly #closeOutside = ({ target, currentTarget }: Event) => {
    if (target === currentTarget) (currentTarget as HTMLDialogElement).close();
  };
}
