import { createHash } from 'node:crypto';
import type { HeldReason, NewReply, NewThread, SentPost } from '@km-laas/contract';
import type { Core } from '@strapi/types';
import { loadTopicTree, topicIdsAsked } from '../content/topics';
import { authorsOf, notePosted, type Member } from '../member';
import { newDocumentId } from '../platform/document-id';
import { problemOfStatus, type Language } from '../platform/problem';
import type { Requester } from '../platform/requester';
import { act, type Act } from './act';
import { claimAttachments } from './attachments/store';
import { countPost } from './limits';
import { replyRow, threadRow, type NewPost } from './new-rows';
import { guardPersonalData } from './personal-data-guard';
import { refusals } from './refusals';
import type { ReplyRow, ThreadRow } from './rows';
import { renderMarkdown, type Rendered } from './rules/markdown';
import { reasonToHold, type BoardSettings } from './rules/moderation';
import { gradeOfAnswer, mayReply } from './rules/standing';
import { cleanLine, cleanText, hasWords } from './rules/text-hygiene';
import { settingsOf } from './settings';
import { showReply } from './showing';
import { countNew, lockThread } from './threads';

/** Who sends a post, and from where. */
export interface Sending {
  member: Member;
  requester: Requester;
  language: Language;
}

/** A post as it was sent, and whether the same act of sending had made it before. */
export interface Sent {
  post: SentPost;
  repeated: boolean;
}

/** What a query for the menu of a thread found. */
export async function topicIdOf(strapi: Core.Strapi, slug: string | null): Promise<number> {
  if (slug === null) return 0;
  const [id = 0] = topicIdsAsked(await loadTopicTree(strapi), slug) ?? [];
  return id;
}

/** A text that may be kept. @throws {ProblemError} 400 where nothing of it can be read. */
export function readable(field: string, text: string, isLine = false): string {
  const clean = isLine ? cleanLine(text) : cleanText(text);
  if (!hasWords(clean)) throw refusals.noWords(field);
  return clean;
}

/** Writes a thread, or answers what the same key wrote before. */
export async function createThread(
  strapi: Core.Strapi,
  { member, requester, language }: Sending,
  sent: NewThread
): Promise<Sent> {
  const title = readable('title', sent.title, true);
  const body = readable('body', sent.body);
  const errorMessage = cleanText(sent.errorMessage ?? '') || null;
  const settings = await settingsOf(strapi);
  const hash = hashOf(['thread', sent.kind, sent.title, sent.body, sent.topic, sent.attachments]);
  const before = await findSent(strapi, 'km_threads', member.id, sent.key, hash);
  if (before) return { post: before, repeated: true };
  guardPersonalData({ title, body, errorMessage }, settings, sent.personalDataSeen, language);
  const topicId = await topicIdOf(strapi, sent.topic);
  // What was sent before or may not be sent like that counts nothing.
  await countPost(strapi, member, 'thread');
  const rendered = await renderPost(strapi, body, sent.attachments);
  const made = await act(strapi, { memberId: member.id, requester }, async (one) => {
    const approvedPosts = await holdMember(one, member.id);
    const id = newDocumentId();
    const heldReason = judge(member, approvedPosts, rendered, settings, [title, errorMessage]);
    const { kind, appliesTo } = sent;
    const row = threadRow(newPost(one, member, { ...sent, id, body, rendered, heldReason, hash }), {
      kind,
      title,
      errorMessage,
      topicId,
      appliesTo,
    });
    const inserted = await insertOnce(one, 'km_threads', row);
    if (!inserted) return null;
    await claimAttachments(one, member.id, id, sent.attachments);
    await countNew(one, row);
    await followOwn(one, id, member.id);
    await notePosted(strapi, member.id, one.trx);
    one.record('thread.create', id);
    return sentThread(row);
  });
  if (made) return { post: made, repeated: false };
  return repeatedOr404(await findSent(strapi, 'km_threads', member.id, sent.key, hash));
}

/** Writes a reply, or answers what the same key wrote before. */
export async function createReply(
  strapi: Core.Strapi,
  { member, requester, language }: Sending,
  threadId: string,
  sent: NewReply
): Promise<Sent> {
  const body = readable('body', sent.body);
  const settings = await settingsOf(strapi);
  const hash = hashOf(['reply', threadId, sent.body, sent.quoteOf, sent.attachments]);
  const before = await findSent(strapi, 'km_replies', member.id, sent.key, hash);
  if (before) return { post: before, repeated: true };
  guardPersonalData({ body }, settings, sent.personalDataSeen, language);
  await countPost(strapi, member, 'reply');
  const rendered = await renderPost(strapi, body, sent.attachments);
  const made = await act(strapi, { memberId: member.id, requester }, async (one) => {
    const approvedPosts = await holdMember(one, member.id);
    const thread = await lockThread(one, threadId);
    if (thread.state !== 'shown') throw problemOfStatus(404);
    if (!mayReply(member, { boardState: thread.board_state, locked: !!thread.locked })) {
      throw refusals.noReplies();
    }
    const quoted = await quotedReply(one, threadId, sent.quoteOf);
    const id = newDocumentId();
    const heldReason = judge(member, approvedPosts, rendered, settings, []);
    const row = replyRow(newPost(one, member, { ...sent, id, body, rendered, heldReason, hash }), {
      threadId,
      grade: gradeOfAnswer(member.grade),
      quoted,
      mentions: rendered.mentions,
    });
    const inserted = await insertOnce(one, 'km_replies', row);
    if (!inserted) return null;
    await claimAttachments(one, member.id, id, sent.attachments);
    const number = heldReason ? null : await showReply(one, thread, row);
    await notePosted(strapi, member.id, one.trx);
    one.record('reply.create', id);
    return sentReply({ ...row, number });
  });
  if (made) return { post: made, repeated: false };
  return repeatedOr404(await findSent(strapi, 'km_replies', member.id, sent.key, hash));
}

/** Renders what a member typed, with the members it mentions by the names they have now. */
export async function renderPost(
  strapi: Core.Strapi,
  body: string,
  attachments: readonly string[]
): Promise<Rendered> {
  const ids = [...body.matchAll(/\(member:([a-z0-9]{24,25})\)/g)].map(([, id]) => id as string);
  const nameOf = await authorsOf(strapi, ids.slice(0, 50));
  const members = new Map(
    ids.flatMap((id) => {
      const author = nameOf(id);
      return author.id === null ? [] : [[id, author.displayName] as const];
    })
  );
  return renderMarkdown(body, { attachments: new Set(attachments), members });
}

/** Posts of one member stand in line, so that what is counted of them is right. */
async function holdMember({ tables }: Act, id: string): Promise<number> {
  const row = (await tables('km_members').where({ id }).forUpdate().first('approved_posts')) as
    { approved_posts: number } | undefined;
  return row?.approved_posts ?? 0;
}

function judge(
  { grade, isModerator }: Member,
  approvedPosts: number,
  { plain, links }: Rendered,
  settings: BoardSettings,
  more: readonly (string | null)[]
): HeldReason | null {
  const text = [...more, plain].filter(Boolean).join('\n');
  const isTrusted = isModerator || grade !== 'peer';
  return reasonToHold({ text, links }, { isTrusted, approvedPosts }, settings);
}

function newPost(
  { now }: Act,
  { id: authorId }: Member,
  {
    attachments,
    ...post
  }: Omit<NewPost, 'authorId' | 'attachments' | 'sample' | 'createdAt'> & {
    attachments: readonly string[];
  }
): NewPost {
  const { id, body, rendered, heldReason, key, hash } = post;
  return {
    ...{ id, body, rendered, heldReason, key, hash, authorId },
    attachments: attachments.length,
    sample: false,
    createdAt: now,
  };
}

/** False where the same key was sent a moment ago, on this instance or another. */
async function insertOnce({ tables }: Act, table: string, row: object): Promise<boolean> {
  const inserted = (await tables(table)
    .insert(row)
    .onConflict(['author_id', 'post_key'])
    .ignore()
    .returning('id')) as unknown[];
  return inserted.length > 0;
}

async function quotedReply(
  { tables }: Act,
  threadId: string,
  id: string | undefined
): Promise<ReplyRow | null> {
  if (id === undefined) return null;
  const row = (await tables('km_replies')
    .where({ id, thread_id: threadId, state: 'shown' })
    .first()) as ReplyRow | undefined;
  if (!row) throw problemOfStatus(404);
  return row;
}

/** Whoever asks hears of the answers. */
async function followOwn({ tables }: Act, threadId: string, memberId: string): Promise<void> {
  const row = { thread_id: threadId, member_id: memberId };
  await tables('km_follows').insert({ ...row, mode: 'immediate', told: 0 });
  await tables('km_thread_reads').insert({ ...row, last_read: 0 });
}

function hashOf(words: unknown[]): string {
  return createHash('sha256').update(JSON.stringify(words)).digest('hex');
}

/** What a key has already sent. @throws {ProblemError} 409 where that was something else. */
async function findSent(
  strapi: Core.Strapi,
  table: 'km_threads' | 'km_replies',
  memberId: string,
  key: string,
  hash: string
): Promise<SentPost | null> {
  const row = (await strapi.db
    .getConnection(table)
    .where({ author_id: memberId, post_key: key })
    .first()) as (ThreadRow & ReplyRow) | undefined;
  if (!row) return null;
  if (row.post_hash !== hash) throw refusals.keyUsed();
  return table === 'km_threads' ? sentThread(row) : sentReply(row);
}

function repeatedOr404(post: SentPost | null): Sent {
  if (!post) throw problemOfStatus(404);
  return { post, repeated: true };
}

/** What the sender of a thread is told. */
export function sentThread({ id, state, held_reason, revision }: ThreadRow): SentPost {
  return { id, thread: id, number: null, ...shownOrHeld(state, held_reason), revision };
}

/** What the sender of a reply is told. */
export function sentReply(row: ReplyRow): SentPost {
  const { id, thread_id, number, state, held_reason, revision } = row;
  return { id, thread: thread_id, number, ...shownOrHeld(state, held_reason), revision };
}

function shownOrHeld(state: string, heldReason: HeldReason | null) {
  return state === 'held'
    ? { state: 'held' as const, heldReason }
    : { state: 'shown' as const, heldReason: null };
}
