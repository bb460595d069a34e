import type { Attachment, PublicAuthor, Reply, Thread } from '@km-laas/contract';
import { formatThaiDate } from '@km-laas/thai';
import type { Core } from '@strapi/types';
import { tableNamed } from '../content/tables';
import type { PageLink, PageText } from '../platform/service-room';
import { escapeHtml } from '../site/html';
import { excerptOf } from './dto';
import { getThread, listReplies } from './reads';
import type { ThreadRow } from './rows';

/** Threads on a page of the list, and replies on a page of a thread. */
const onPage = 100;

/** Threads for the pages without scripts and the sitemap, those with something new first. */
export async function listThreadPages(strapi: Core.Strapi, page = 1): Promise<PageLink[]> {
  const rows = (await tableNamed(strapi, 'km_threads')
    .where({ state: 'shown' })
    .orderBy([
      { column: 'last_activity_at', order: 'desc' },
      { column: 'id', order: 'desc' },
    ])
    .limit(onPage)
    .offset((page - 1) * onPage)
    .select('id', 'title', 'plain', 'sample')) as ThreadRow[];
  return rows.map(({ id, title, plain, sample }) => ({
    id,
    title,
    summary: excerptOf(plain),
    sample: !!sample,
  }));
}

/** How many pages the list of threads has. */
export async function countThreadPages(strapi: Core.Strapi): Promise<number> {
  const [sum] = (await tableNamed(strapi, 'km_thread_counts').sum({ total: 'threads' })) as {
    total: number | string | null;
  }[];
  return Math.max(1, Math.ceil(Number(sum?.total ?? 0) / onPage));
}

/**
 * A thread as markup, a page of its replies at a time; the first also as search engines want
 * questions told (QAPage).
 */
export async function getThreadPage(
  strapi: Core.Strapi,
  id: string,
  origin = '',
  page = 1
): Promise<PageText | null> {
  const thread = await getThread(strapi, id);
  if (!thread) return null;
  const listed = await listReplies(strapi, id, { page, pageSize: onPage });
  const replies = (listed?.data ?? []).filter(({ removed }) => removed === null);
  const told = [...replies, ...(thread.acceptedReply ? [thread.acceptedReply] : [])];
  const plain = await plainWords(strapi, id, told);
  const html = [
    `<article class="km-thread">${bylineOf(thread.author, thread.createdAt)}`,
    thread.mergedInto &&
      `<p>กระทู้นี้รวมกับ <a href="/threads/${thread.mergedInto.id}">${escapeHtml(thread.mergedInto.title)}</a></p>`,
    thread.errorMessage && `<p>ข้อความที่ระบบแจ้ง: ${escapeHtml(thread.errorMessage)}</p>`,
    thread.bodyHtml,
    filesOf(thread.attachments),
    thread.acceptedReply &&
      `<p><a href="${addressOfReply(id, thread.acceptedReply.number)}">คำตอบที่เลือก: คำตอบที่ ${thread.acceptedReply.number}</a></p>`,
    thread.closedReason && `<p>ปิดกระทู้: ${escapeHtml(thread.closedReason)}</p>`,
    '</article>',
    replies.length > 0 && `<h3>คำตอบ ${thread.replyCount} รายการ</h3>`,
    ...replies.map(replyHtml),
    page === 1 && thread.kind === 'question' && dataOf(thread, replies, plain, origin),
  ];
  return {
    title: thread.title,
    description: excerptOf(plain.get(id) ?? ''),
    text: plain.get(id) ?? '',
    html: html.filter(Boolean).join('\n'),
    pages: Math.max(1, Math.ceil((listed?.total ?? 0) / onPage)),
    sample: thread.sample,
    isListed: thread.mergedInto === null,
  };
}

function replyHtml(reply: Reply): string {
  const marks = [
    `คำตอบที่ ${reply.number}`,
    reply.accepted && 'คำตอบที่เลือก',
    gradeWords[reply.grade],
    reply.helpfulCount > 0 && `เป็นประโยชน์ ${reply.helpfulCount}`,
  ].filter(Boolean);
  const quote =
    reply.quote &&
    `<blockquote><p><a href="${addressOfReply(reply.thread, reply.quote.number)}">${escapeHtml(reply.quote.authorName)}</a>: ${escapeHtml(reply.quote.excerpt)}</p></blockquote>`;
  return `<article id="reply-${reply.number}"><p><strong>${marks.join(' · ')}</strong></p>${bylineOf(reply.author, reply.createdAt)}${quote ?? ''}${reply.bodyHtml}${filesOf(reply.attachments)}</article>`;
}

/** Where a reply stands without scripts. */
function addressOfReply(thread: string, number: number): string {
  const page = Math.ceil(number / onPage);
  return `/threads/${thread}${page > 1 ? `?page=${page}` : ''}#reply-${number}`;
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
  const accepted = thread.acceptedReply;
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

/** Words without mark-up, of a thread and some of its replies, by id. */
async function plainWords(
  strapi: Core.Strapi,
  thread: string,
  replies: readonly Reply[]
): Promise<Map<string, string>> {
  const read = async (table: string, ids: readonly string[]) =>
    (await tableNamed(strapi, table).whereIn('id', ids).select('id', 'plain')) as ThreadRow[];
  const ids = replies.map((reply) => reply.id);
  const rows = [...(await read('km_threads', [thread])), ...(await read('km_replies', ids))];
  return new Map(rows.map((row) => [row.id, row.plain]));
}
