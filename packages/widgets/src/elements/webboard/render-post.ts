import type { Attachment, PublicAuthor, Reply, Thread } from '@km-laas/contract';
import { html, nothing, type TemplateResult } from 'lit';
import { formatSize } from '../../internal/format-size.js';
import { downloadIcon } from '../../internal/icons.js';
import { renderHeading } from '../../internal/render-heading.js';
import { renderSample } from '../../internal/render-states.js';
import { safeAddress } from '../../internal/safe-address.js';
import type { Board } from './board.js';
import { renderAuthor } from './render-thread-list.js';
import { safeHtml } from './safe-html.js';
import type { ThreadTranslation } from './thread-page.th.js';

/** What a post looks like beside its own content. */
export interface PostParts {
  board: Board;
  text: ThreadTranslation;
  /** What can be done with it, below. */
  acts: unknown;
  /** Something in place of the words, e.g. the field to change them. */
  instead?: unknown;
}

/** The question, or what a discussion begins with. */
export function renderQuestion(
  thread: Thread,
  { board, text, acts, instead }: PostParts
): TemplateResult {
  const { host } = board;
  return html`<div class="post question" part="post">
    ${renderByline(thread.author, thread, { board, text })}
    ${
      instead ??
      html`${safeHtml(host, thread.id, thread.bodyHtml)}
      ${
        thread.errorMessage
          ? html`<div class="message">
              <p class="label">${text.errorMessage}</p>
              <code class="chip" lang="th">${thread.errorMessage}</code>
            </div>`
          : nothing
      }
      ${renderAttachments(thread, board, text)}`
    }
    ${acts}
  </div>`;
}

/**
 * One reply with its grade.
 *
 * @param isCopy - The accepted answer shown first: the reply itself stands below, in its place.
 */
export function renderReply(reply: Reply, parts: PostParts, isCopy = false): TemplateResult {
  const { board, text, acts, instead } = parts;
  const { number } = reply;
  const grades = board.localize.text.grades;
  const label = text.answerNumber(board.localize.number(number));
  const grade = reply.removed
    ? nothing
    : html`<span class="chip grade ${reply.grade === 'peer' ? '' : 'good'}"
        >${grades[reply.grade]}</span
      >`;
  return html`<article
    class="post ${reply.accepted ? 'accepted' : ''}"
    part=${reply.accepted ? 'post accepted' : 'post'}
    id=${isCopy ? nothing : `reply-${number}`}
    tabindex=${isCopy ? nothing : '-1'}
    aria-label=${isCopy ? text.accepted : label}
  >
    <div class="post-head">
      ${renderHeading(board.host.outlineLevel(1), isCopy ? text.accepted : label)} ${grade}
      ${reply.accepted && !isCopy ? html`<span class="chip good">${text.accepted}</span>` : nothing}
      ${renderSample(reply, board.localize)}
    </div>
    ${renderByline(reply.author, reply, parts)}
    ${
      reply.removed
        ? html`<p class="quiet"><em>${text.removed[reply.removed]}</em></p>`
        : (instead ??
          html`${renderQuote(reply, parts)}
          ${safeHtml(board.host, `${reply.id}${isCopy ? ' copy' : ''}`, reply.bodyHtml)}
          ${renderAttachments(reply, board, text)}`)
    }
    ${reply.removed ? nothing : acts}
  </article>`;
}

function renderByline(
  author: PublicAuthor,
  { createdAt, editedAt }: { createdAt: string; editedAt: string | null },
  { board, text }: Pick<PostParts, 'board' | 'text'>
): TemplateResult {
  const { localize } = board;
  return html`<p class="byline" part="author">
    ${renderAuthor(author, board)}
    <time class="quiet" datetime=${createdAt}>${localize.dateTime(createdAt)}</time>
    ${
      editedAt
        ? html`<span class="quiet">(${text.edited(localize.dateTime(editedAt))})</span>`
        : nothing
    }
  </p>`;
}

function renderQuote({ thread, quote }: Reply, { board, text }: PostParts): unknown {
  if (!quote) return nothing;
  const { route, localize } = board;
  const words = text.quoting(localize.number(quote.number), quote.authorName);
  return html`<blockquote class="quote">
    <a href=${route.href(thread, quote.number)}>${words}</a>
    <p lang="th">${quote.excerpt}</p>
  </blockquote>`;
}

function renderAttachments(
  { attachments, bodyHtml }: { attachments: readonly Attachment[]; bodyHtml: string },
  board: Board,
  text: ThreadTranslation
): unknown {
  const api = board.host.apiAddress;
  const shown = attachments.flatMap((file) => {
    const href = safeAddress(file.url, `${api}/`);
    // A picture the words show is not shown twice.
    return href && !bodyHtml.includes(`"${file.url}"`) ? [{ file, href }] : [];
  });
  if (!shown.length) return nothing;
  return html`<ul role="list" class="files" aria-label=${text.attachments}>
    ${shown.map(
      ({ file, href }) =>
        html`<li>
          ${
            file.kind === 'image'
              ? html`<a class="picture" part="file" href=${href} target="_blank" rel="noopener"
                  ><img
                    src=${href}
                    alt=${file.name}
                    width=${file.width ?? nothing}
                    height=${file.height ?? nothing}
                    loading="lazy"
                    decoding="async"
                /></a>`
              : html`<a class="button" part="file" href=${href} rel="noopener" download
                  >${downloadIcon}<span
                    ><span lang="th">${file.name}</span>
                    <span class="quiet"
                      >(PDF, ${formatSize(file.sizeBytes, board.localize)})</span
                    ></span
                  ></a
                >`
          }
        </li>`
    )}
  </ul>`;
}
