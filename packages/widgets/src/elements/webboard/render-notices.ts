import type { Thread } from '@km-laas/contract';
import { html, nothing } from 'lit';
import type { Board } from './board.js';
import { faqHref } from './faq-href.js';
import type { ThreadTranslation } from './thread-page.th.js';

/** What became of a thread: joined with another, made a question of the FAQ, closed. */
export function renderNotices(
  { mergedInto, faq, closedReason, state, locked }: Thread,
  { route, host }: Board,
  text: ThreadTranslation
): unknown {
  return html`${
    mergedInto
      ? html`<p class="notice warning">
          <span
            >${text.merged}
            <a
              href=${route.href(mergedInto.id)}
              lang="th"
              @click=${(event: MouseEvent) => route.follow(event, mergedInto.id)}
              >${mergedInto.title}</a
            ></span
          >
        </p>`
      : nothing
  }
  ${
    faq
      ? html`<p class="notice good">
          <span
            >${text.inFaq}:
            <a href=${faqHref(host.apiAddress, faq.id)} lang="th">${faq.title}</a></span
          >
        </p>`
      : nothing
  }
  ${
    state === 'closed'
      ? html`<p class="notice"><span>${text.closed(closedReason ?? '')}</span></p>`
      : locked
        ? html`<p class="notice"><span>${text.locked}</span></p>`
        : nothing
  }`;
}
