import { html, nothing, type TemplateResult } from 'lit';
import type { Page } from '../client/read.js';
import type { Localizer } from './render-states.js';

/** A list that can grow. */
interface GrowingList {
  readonly value: Page<unknown> | undefined;
  readonly hasMore: boolean;
  readonly pending: boolean;
  showMore(): void;
}

/** How much of a list is shown, and a button for more. */
export function renderMore(list: GrowingList, localize: Localizer): TemplateResult {
  const { text } = localize;
  const { items, total } = list.value ?? { items: [], total: 0 };
  return html`<div class="more">
    ${
      list.hasMore
        ? html`<button
            class="button"
            type="button"
            part="more"
            aria-disabled=${list.pending}
            @click=${() => list.pending || list.showMore()}
          >
            ${list.pending ? text.loading : text.showMore}
          </button>`
        : nothing
    }
    <p class="quiet" role="status">
      ${text.shown(localize.number(items.length), localize.number(total))}
    </p>
  </div>`;
}
