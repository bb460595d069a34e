import type { Attachment, PublicAuthor, Reply, Thread } from '@km-laas/contract';
import { formatThaiDate } from '@km-laas/thai';
import type { Core } from '@strapi/types';
import { tableNamed } from '../content/tables';
import type { PageLink, PageText } from '../platform/service-room';
import { escapeHtml } from '../site/html';
import { excerptOf } from './dto';
import { getThread, listReplies } from './reads';
import type { ThreadRow } from './rows';

const mostListed = 500;
/** Replies on a page without scripts; whoever wants more of them than that has scripts. */
const onPage = 500;

/** Threads for the page without scripts and the sitemap, those with something new first. */
export async function listThreadPages(strapi: Core.Strapi): Promise<PageLink[]> {
  const rows = (await tableNamed(strapi, 'km_threads')
    .where({ state: 'shown' })
    .orderBy('last_activity_at', 'desc')
    .limit(mostListed)
    .select('id', 'title', 'plain', 'sample')) as ThreadRow[];
  return rows.map(({ id, title, plain, sample }) => ({
    id,
    title,
    summary: excerptOf(plain),
    sample: !!sample,
  }));
}

/** A thread with everything in it as markup, and as search engines want questions told (QAPage). */
export async function getThreadPage(
  strapi: Core.Strapi,
  id: string,
  origin = ''
): Promise<PageText | null> {
  const thread = await getThread(strapi, id);
  if (!thread) return null;
  const listed = await listReplies(strapi, id, { page: 1, pageSize: onPage });
  const replies = (listed?.data ?? []).filter(({ removed }) => removed === null);
  const plain = await plainWords(strapi, id);
  const html = [
    `<article class="km-thread">${bylineOf(thread.author, thread.createdAt)}`,
    thread.mergedInto &&
      `<p>กระทู้นี้รวมกับ <a href="/threads/${thread.mergedInto.id}">${escapeHtml(thread.mergedInto.title)}</a></p>`,
    thread.errorMessage && `<p>ข้อความที่ระบบแจ้ง: ${escapeHtml(thread.errorMessage)}</p>`,
    thread.bodyHtml,
    filesOf(thread.attachments),
    thread.closedReason && `<p>ปิดกระทู้: ${escapeHtml(thread.closedReason)}</p>`,
    '</article>',
    replies.length > 0 && `<h3>ความเห็น ${thread.replyCount} รายการ</h3>`,
    ...replies.map(replyHtml),
    thread.kind === 'question' && dataOf(thread, replies, plain, origin),
  ];
  return {
    title: thread.title,
    description: excerptOf(plain.get(id) ?? ''),
    text: plain.get(id) ?? '',
    html: html.filter(Boolean).join('\n'),
    sample: thread.sample,
    isListed: thread.mergedInto === null,
  };
}

function replyHtml(reply: Reply): string {
  const marks = [
    `ความเห็นที่ ${reply.number}`,
    reply.accepted && 'คำตอบที่เลือก',
    gradeWords[reply.grade],
    reply.helpfulCount > 0 && `เป็นประโยชน์ ${reply.helpfulCount}`,
  ].filter(Boolean);
  const quote =
    reply.quote &&
    `<blockquote><p><a href="#reply-${reply.quote.number}">${escapeHtml(reply.quote.authorName)}</a>: ${escapeHtml(reply.quote.excerpt)}</p></blockquote>`;
  return `<article id="reply-${reply.number}"><p><strong>${marks.join(' · ')}</strong></p>${bylineOf(reply.author, reply.createdAt)}${quote ?? ''}${reply.bodyHtml}${filesOf(reply.attachments)}</article>`;
}

const gradeWords: Record<Reply['grade'], string> = {
  official: 'คำตอบจาก สถ.',
  confirmed: 'ยืนยันโดย สถจ.',
  peer: 'เพื่อน อปท.',
};

function bylineOf({ displayName, authorityName }: PublicAuthor, at: string): string {
  const who = [displayName, authorityName].filter(Boolean).join(' · ');
  return `<p>${escapeHtml(who)} <time datetime="${at}">${formatThaiDate(at)}</time></p>`;
}

function filesOf(attachments: readonly Attachment[]): string {
  if (attachments.length === 0) return '';
  const lines = attachments.map(
    ({ url, name }) => `<li><a href="${url}">${escapeHtml(name)}</a></li>`
  );
  return `<ul>${lines.join('')}</ul>`;
}

/** https://schema.org/QAPage: the question, the accepted answer and the others. */
function dataOf(
  thread: Thread,
  replies: readonly Reply[],
  plain: ReadonlyMap<string, string>,
  origin: string
): string {
  const address = `${origin}/threads/${thread.id}`;
  const author = ({ displayName }: PublicAuthor) => ({ '@type': 'Person', name: displayName });
  const answer = (reply: Reply) => ({
    '@type': 'Answer',
    text: plain.get(reply.id) ?? '',
    upvoteCount: reply.helpfulCount,
    url: `${address}#reply-${reply.number}`,
    datePublished: reply.createdAt,
    author: author(reply.author),
  });
  const accepted = replies.find((reply) => reply.accepted);
  const others = replies.filter((reply) => !reply.accepted).slice(0, 50);
  const data = {
    '@context': 'https://schema.org',
    '@type': 'QAPage',
    mainEntity: {
      '@type': 'Question',
      name: thread.title,
      text: plain.get(thread.id) ?? '',
      url: address,
      answerCount: thread.replyCount,
      upvoteCount: thread.sameProblemCount,
      datePublished: thread.createdAt,
      author: author(thread.author),
      ...(accepted && { acceptedAnswer: answer(accepted) }),
      ...(others.length > 0 && { suggestedAnswer: others.map(answer) }),
    },
  };
  // Whatever the words are, they end no element.
  const json = JSON.stringify(data).replaceAll('<', '\\u003c').replaceAll('>', '\\u003e');
  return `<script type="application/ld+json">${json}</script>`;
}

/** Words without mark-up, of the thread and its replies, by id. */
async function plainWords(strapi: Core.Strapi, id: string): Promise<Map<string, string>> {
  const rows = [
    ...((await tableNamed(strapi, 'km_threads')
      .where({ id })
      .select('id', 'plain')) as ThreadRow[]),
    ...((await tableNamed(strapi, 'km_replies')
      .where({ thread_id: id, state: 'shown' })
      .orderBy('number')
      .limit(onPage)
      .select('id', 'plain')) as ThreadRow[]),
  ];
  return new Map(rows.map((row) => [row.id, row.plain]));
}
