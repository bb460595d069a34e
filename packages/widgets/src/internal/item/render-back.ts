import { html, type TemplateResult } from 'lit';
import { backIcon } from '../icons.js';
import type { Localizer } from '../render-states.js';
import type { ItemController } from './item-controller.js';

/** The button that leads from an item back to the list. */
export function renderBack(item: ItemController<unknown>, { text }: Localizer): TemplateResult {
  return html`<button class="button" part="back" type="button" @click=${() => item.link.close()}>
    ${backIcon}${text.back}
  </button>`;
}
