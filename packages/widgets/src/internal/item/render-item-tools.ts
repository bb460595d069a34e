import { html, type TemplateResult } from 'lit';
import type { KmElement } from '../km-element.js';
import type { Localizer } from '../render-states.js';
import type { CopyController } from './copy-controller.js';
import type { ItemController } from './item-controller.js';
import { renderBack } from './render-back.js';

/** What stands above an item: the way back, and what can be done with all of it. */
export function renderItemTools(
  host: KmElement,
  item: ItemController<unknown>,
  copy: CopyController,
  localize: Localizer
): TemplateResult {
  const { text } = localize;
  return html`<div class="toolbar tools">
    ${renderBack(item, localize)}
    <span class="tools">
      ${copy.render(
        item.link.href(item.id),
        text.copyLink,
        text.copyLinkFailed,
        'copy-link',
        localize
      )}
      <button
        class="button"
        part="print"
        type="button"
        aria-disabled=${!item.value}
        @click=${() => item.value && printAlone(host)}
      >
        ${text.print}
      </button>
    </span>
  </div>`;
}

async function printAlone(host: Element): Promise<void> {
  const { printItem } = await import('./print-item.js');
  printItem(host);
}
