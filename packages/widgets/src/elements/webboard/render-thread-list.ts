import type { PublicAuthor, ThreadListItem } from '@km-laas/contract';
import { html, nothing, type TemplateResult } from 'lit';
import { renderHeading } from '../../internal/render-heading.js';
import { renderSample } from '../../internal/render-states.js';
import type { Board } from './board.js';

/** Threads with what a reader needs to choose one. */
export function renderThreadList(threads: readonly ThreadListItem[], board: Board): TemplateResult {
  return html`<ul role="list" data-list tabindex="-1">
    ${threads.map((thread) => renderEntry(thread, board))}
  </ul>`;
}

/** Who wrote it: name, grade of the office and its name; nothing else is public. */
export function renderAuthor(
  { displayName, grade, authorityName }: PublicAuthor,
  { localize: { text } }: Board
): TemplateResult {
  return html`<span class="author"
    ><bdi lang="th">${displayName}</bdi>
    <span class="chip ${grade === 'peer' ? '' : 'accent'}">${text.members[grade]}</span> ${
      authorityName ? html`<span class="quiet" lang="th">${authorityName}</span>` : nothing
    }</span
  >`;
}

/** Where a thread stands; an answer says whose it is. */
export function renderState(
  { state, acceptedGrade, kind, officialAnswer }: ThreadListItem,
  { localize: { text } }: Board
): unknown {
  const answered =
    state === 'answered' && acceptedGrade && acceptedGrade !== 'peer'
      ? text.grades[acceptedGrade]
      : text.states.answered;
  if (state === 'answered') return html`<span class="chip good" part="state">${answered}</span>`;
  if (state === 'closed') return html`<span class="chip" part="state">${text.states.closed}</span>`;
  if (kind === 'discussion')
    return html`<span class="chip" part="state">${text.kinds[kind]}</span>`;
  return officialAnswer
    ? html`<span class="chip good" part="state">${text.official}</span>`
    : html`<span class="chip warning" part="state">${text.states.open}</span>`;
}

function renderEntry(thread: ThreadListItem, board: Board): TemplateResult {
  const { route, localize, mine, host } = board;
  const { text, language } = localize;
  const { id, topic } = thread;
  const unread = mine.thread(id)?.unread ?? 0;
  const counts: [count: number, words: (count: string) => string][] = [
    [thread.replyCount, text.replies],
    [thread.sameProblemCount, text.sameProblem],
    [thread.viewCount, text.views],
  ];
  return html`<li class="entry thread" part="item">
    <p class="chips">
      ${thread.pinned ? html`<span class="chip accent">${text.pinned}</span>` : nothing}
      ${renderState(thread, board)}
      ${
        topic
          ? html`<span class="chip" lang=${language === 'en' && topic.titleEn ? 'en' : 'th'}
              >${(language === 'en' && topic.titleEn) || topic.titleTh}</span
            >`
          : nothing
      }
      ${unread ? html`<span class="chip accent">${text.unread(localize.number(unread))}</span>` : nothing}
      ${renderSample(thread, localize)}
    </p>
    ${renderHeading(
      host.outlineLevel(),
      html`<a
        href=${route.href(id)}
        lang="th"
        @click=${(event: MouseEvent) => route.follow(event, id)}
        ><bdi>${thread.title}</bdi></a
      >`
    )}
    <p class="excerpt" lang="th">${thread.excerpt}</p>
    <p class="about">
      ${renderAuthor(thread.author, board)}
      <span class="quiet">${text.lastActivity(localize.dateTime(thread.lastActivityAt))}</span>
      ${counts.map(([count, words]) =>
        count ? html`<span class="count">${words(localize.number(count))}</span>` : nothing
      )}
    </p>
  </li>`;
}
