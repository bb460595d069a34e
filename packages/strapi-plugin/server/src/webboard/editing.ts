import type { EditReply, EditThread, HeldReason, SentPost } from '@km-laas/contract';
import type { Core } from '@strapi/types';
import { tableNamed } from '../content/tables';
import type { Member } from '../member';
import { problemOfStatus } from '../platform/problem';
import { act, type Act } from './act';
import { attachmentsOf, claimAttachments } from './attachments/store';
import { countPost } from './limits';
import { searchKeyOf } from './new-rows';
import { guardPersonalData } from './personal-data-guard';
import { readable, renderPost, sentReply, sentThread, topicIdOf, type Sending } from './posting';
import { refusals } from './refusals';
import type { PostRow, ThreadRow } from './rows';
import type { Rendered } from './rules/markdown';
import { reasonToHold, type BoardSettings } from './rules/moderation';
import { mayEdit } from './rules/standing';
import { cleanText } from './rules/text-hygiene';
import { settingsOf } from './settings';
import { takeReply } from './showing';
import { changeThread, lockReply, lockThread } from './threads';
import { keepVersion } from './wordings';

/** Changes a thread's words; the earlier ones are kept. */
export async function editThread(
  strapi: Core.Strapi,
  { member, requester, language }: Sending,
  id: string,
  sent: EditThread
): Promise<SentPost> {
  const settings = await settingsOf(strapi);
  const title = sent.title === undefined ? undefined : readable('title', sent.title, true);
  const body = sent.body === undefined ? undefined : readable('body', sent.body);
  const errorMessage =
    sent.errorMessage === undefined ? undefined : cleanText(sent.errorMessage ?? '') || null;
  const topicId = sent.topic === undefined ? undefined : await topicIdOf(strapi, sent.topic);
  const texts = { title: title ?? null, body: body ?? null, errorMessage: errorMessage ?? null };
  guardPersonalData(texts, settings, sent.personalDataSeen, language);
  await countPost(strapi, member, 'edit');
  // Drawn before the act; that nothing has changed since is what its revision says.
  const { words, files, rendered } = await drawn(strapi, 'km_threads', id, body, sent.attachments);
  return act(strapi, { memberId: member.id, requester }, async (one) => {
    const before = await lockThread(one, id);
    mustBeEditable(member, before, before, sent.revision);
    const newTitle = title ?? before.title;
    const newError = errorMessage === undefined ? before.error_message : errorMessage;
    await keepVersion(one, before, member.id);
    await claimAttachments(one, member.id, id, files);
    const why = reasonToWait(member, settings, rendered, `${newTitle}\n${newError ?? ''}`);
    const after = await changeThread(one, before, {
      ...editedColumns(one, before, words, rendered, files.length),
      ...(why && before.state === 'shown' && { state: 'held', held_reason: why }),
      title: newTitle,
      error_message: newError,
      search_key: searchKeyOf(newTitle, newError, rendered.plain),
      topic_id: topicId ?? before.topic_id,
      applies_to: sent.appliesTo ?? before.applies_to,
    });
    one.record('thread.edit', id);
    return sentThread(after);
  });
}

/** Changes a reply's words; the earlier ones are kept. */
export async function editReply(
  strapi: Core.Strapi,
  { member, requester, language }: Sending,
  id: string,
  sent: EditReply
): Promise<SentPost> {
  const settings = await settingsOf(strapi);
  const body = readable('body', sent.body);
  guardPersonalData({ body }, settings, sent.personalDataSeen, language);
  await countPost(strapi, member, 'edit');
  const { files, rendered } = await drawn(strapi, 'km_replies', id, body, sent.attachments);
  return act(strapi, { memberId: member.id, requester }, async (one) => {
    const { reply: before, thread } = await lockReply(one, id);
    if (thread.state !== 'shown') throw problemOfStatus(404);
    mustBeEditable(member, before, thread, sent.revision);
    await keepVersion(one, before, member.id);
    await claimAttachments(one, member.id, id, files);
    const change = {
      ...editedColumns(one, before, body, rendered, files.length),
      mentions: JSON.stringify(rendered.mentions),
    };
    await one.tables('km_replies').where({ id }).update(change);
    const after = { ...before, ...change };
    const why = reasonToWait(member, settings, rendered, '');
    if (before.state === 'shown' && why) {
      const held = { state: 'held', held_reason: why, removed_by: null } as const;
      await takeReply(one, thread, after, held);
      Object.assign(after, held);
    }
    one.touch(thread.id);
    one.record('reply.edit', id);
    return sentReply(after);
  });
}

/** @throws {ProblemError} 404 where readers see none of it, 403, or 409 where it has moved on. */
function mustBeEditable(
  member: Member,
  post: PostRow,
  thread: Pick<ThreadRow, 'board_state' | 'locked'>,
  revision: number
): void {
  const isThere = post.state === 'shown' || post.state === 'held';
  const isOwn = post.author_id === member.id;
  if (!isThere || (post.state === 'held' && !isOwn)) throw problemOfStatus(404);
  if (!isOwn) throw refusals.notYours();
  const where = { boardState: thread.board_state, locked: !!thread.locked };
  if (!mayEdit(member, { authorId: post.author_id, state: post.state }, where)) {
    throw refusals.noReplies();
  }
  if (post.revision !== revision) throw refusals.changedMeanwhile(post.revision);
}

/** Why a changed post waits for a moderator; its first posts are behind its writer. */
function reasonToWait(
  { grade, isModerator }: Member,
  settings: BoardSettings,
  { plain, links }: Rendered,
  more: string
): HeldReason | null {
  const isTrusted = grade !== 'peer' || isModerator;
  const post = { text: `${more}\n${plain}`, links };
  return reasonToHold(post, { isTrusted, approvedPosts: Infinity }, settings);
}

function editedColumns(
  { now }: Act,
  { revision }: PostRow,
  body: string,
  { html, plain }: Rendered,
  files: number
) {
  return {
    body,
    body_html: html,
    plain,
    attachment_count: files,
    revision: revision + 1,
    edited_at: now,
  };
}

/** A post as it will be: what is not sent anew stays as it is. */
async function drawn(
  strapi: Core.Strapi,
  table: 'km_threads' | 'km_replies',
  id: string,
  body: string | undefined,
  attachments: readonly string[] | undefined
): Promise<{ words: string; files: readonly string[]; rendered: Rendered }> {
  const row = (await tableNamed(strapi, table).where({ id }).first('body')) as
    { body: string } | undefined;
  if (!row) throw problemOfStatus(404);
  const files = attachments ?? (await attachmentsOf(strapi, [id]))(id).map((file) => file.id);
  const words = body ?? row.body;
  return { words, files, rendered: await renderPost(strapi, words, files) };
}

/** Takes an own thread away, as long as nobody has answered. */
export async function deleteOwnThread(
  strapi: Core.Strapi,
  { member, requester }: Sending,
  id: string
): Promise<void> {
  await act(strapi, { memberId: member.id, requester }, async (one) => {
    const thread = await lockThread(one, id);
    mustBeOwn(member, thread);
    if (thread.reply_count > 0) throw refusals.hasReplies();
    await changeThread(one, thread, { state: 'deleted', held_reason: null });
    one.record('thread.delete', id);
  });
}

/** Takes an own reply away; its place stays, so that what follows keeps its sense. */
export async function deleteOwnReply(
  strapi: Core.Strapi,
  { member, requester }: Sending,
  id: string
): Promise<void> {
  await act(strapi, { memberId: member.id, requester }, async (one) => {
    const { reply, thread } = await lockReply(one, id);
    const isOwn = reply.author_id === member.id;
    if (!isOwn && thread.state !== 'shown') throw problemOfStatus(404);
    mustBeOwn(member, reply);
    const gone = { state: 'deleted', held_reason: null, removed_by: 'author' } as const;
    await takeReply(one, thread, reply, gone);
    one.record('reply.delete', id);
  });
}

function mustBeOwn({ id }: Member, { author_id: author, state }: PostRow): void {
  const isThere = state === 'shown' || state === 'held';
  if (!isThere || (state === 'held' && author !== id)) throw problemOfStatus(404);
  if (author !== id) throw refusals.notYours();
}
