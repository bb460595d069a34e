import type { EditReply, EditThread, PostSource, PostVersion, SentPost } from '@km-laas/contract';
import { searchKey } from '@km-laas/thai';
import type { Core } from '@strapi/types';
import { tableNamed } from '../content/tables';
import { authorsOf, type Member } from '../member';
import { problemOfStatus } from '../platform/problem';
import { act, type Act } from './act';
import { attachmentsOf, claimAttachments } from './attachments/store';
import { countPost } from './limits';
import { guardPersonalData } from './personal-data-guard';
import { readable, renderPost, sentReply, sentThread, topicIdOf, type Sending } from './posting';
import { refusals } from './refusals';
import type { PostRow, ReplyRow, ThreadRow } from './rows';
import type { Rendered } from './rules/markdown';
import { hasWord, type BoardSettings } from './rules/moderation';
import { mayEdit } from './rules/standing';
import { cleanText } from './rules/text-hygiene';
import { settingsOf } from './settings';
import { takeReply } from './showing';
import { changeThread, lockReply, lockThread } from './threads';

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
    await keepVersion(one, before, member.id, before.title);
    await claimAttachments(one, member.id, id, files);
    const isHeld = mustWait(member, settings, rendered, `${newTitle}\n${newError ?? ''}`);
    const after = await changeThread(one, before, {
      ...editedColumns(one, before, words, rendered, files.length),
      ...(isHeld && { state: 'held', held_reason: 'words' }),
      title: newTitle,
      error_message: newError,
      search_key: searchKey(`${newTitle} ${newError ?? ''} ${rendered.plain.slice(0, 2000)}`),
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
    await keepVersion(one, before, member.id, null);
    await claimAttachments(one, member.id, id, files);
    const change = {
      ...editedColumns(one, before, body, rendered, files.length),
      mentions: JSON.stringify(rendered.mentions),
    };
    await one.tables('km_replies').where({ id }).update(change);
    const after = { ...before, ...change };
    if (before.state === 'shown' && mustWait(member, settings, rendered, '')) {
      const held = { state: 'held', held_reason: 'words', removed_by: null } as const;
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

function mustWait(
  { grade, isModerator }: Member,
  { words }: BoardSettings,
  { plain }: Rendered,
  more: string
): boolean {
  return grade === 'peer' && !isModerator && hasWord(`${more}\n${plain}`, words);
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

async function keepVersion(
  { tables, now }: Act,
  post: PostRow,
  by: string,
  title: string | null
): Promise<void> {
  await tables('km_post_history').insert({
    post_id: post.id,
    revision: post.revision,
    title,
    body: post.body,
    body_html: post.body_html,
    replaced_at: now,
    replaced_by: by,
  });
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

/** What was typed, for its writer to change. */
export async function sourceOf(
  strapi: Core.Strapi,
  { id: memberId }: Member,
  table: 'km_threads' | 'km_replies',
  id: string
): Promise<PostSource> {
  const row = (await tableNamed(strapi, table).where({ id }).first()) as
    (ThreadRow & ReplyRow) | undefined;
  const isThere = row?.state === 'shown' || row?.state === 'held';
  if (!row || !isThere || (row.state === 'held' && row.author_id !== memberId)) {
    throw problemOfStatus(404);
  }
  if (row.author_id !== memberId) throw refusals.notYours();
  const files = await attachmentsOf(strapi, [id]);
  return {
    title: row.title ?? null,
    body: row.body,
    errorMessage: row.error_message ?? null,
    attachments: files(id),
    revision: row.revision,
  };
}

/** Earlier wordings of a post, the newest first: for its writer and moderators. */
export async function historyOf(
  strapi: Core.Strapi,
  member: Member,
  table: 'km_threads' | 'km_replies',
  id: string
): Promise<PostVersion[]> {
  const row = (await tableNamed(strapi, table).where({ id }).first('author_id', 'state')) as
    { author_id: string; state: string } | undefined;
  const isOwn = row?.author_id === member.id;
  const isSeen = row?.state === 'shown' || (isOwn && row?.state === 'held');
  if (!row || !(isSeen || member.isModerator)) throw problemOfStatus(404);
  if (!isOwn && !member.isModerator) throw refusals.notYours();
  const rows = (await tableNamed(strapi, 'km_post_history')
    .where({ post_id: id })
    .orderBy('revision', 'desc')
    .limit(100)) as {
    revision: number;
    title: string | null;
    body_html: string;
    replaced_at: string;
    replaced_by: string;
  }[];
  const author = await authorsOf(
    strapi,
    rows.map(({ replaced_by: by }) => by)
  );
  return rows.map((version) => ({
    revision: version.revision,
    title: version.title,
    bodyHtml: version.body_html,
    replacedAt: version.replaced_at,
    replacedBy: author(version.replaced_by),
  }));
}
