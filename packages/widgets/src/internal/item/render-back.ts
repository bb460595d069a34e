import { html, type TemplateResult } from 'lit';
import { backIcon } from '../icons.js';
import type { Localizer } from '../render-states.js';
import type { ItemController } from './item-controller.js';

/** What leads from an item back to the list: a link where the list has a page of its own. */
export function renderBack(item: ItemController<unknown>, { text }: Localizer): TemplateResult {
  const words = html`${backIcon}${text.back}`;
  return item.listHref
    ? html`<a class="button" part="back" href=${item.listHref}>${words}</a>`
    : html`<button class="button" part="back" type="button" @click=${() => item.link.close()}>
        ${words}
      </button>`;
}
