import type { AppliesTo, PostSource, PostVersion } from '@km-laas/contract';
import type { Core } from '@strapi/types';
import { tableNamed } from '../content/tables';
import { loadTopicTree } from '../content/topics';
import { authorsOf, type Member } from '../member';
import { problemOfStatus } from '../platform/problem';
import type { Act } from './act';
import { attachmentsOf } from './attachments/store';
import { refusals } from './refusals';
import type { PostRow, ReplyRow, ThreadRow } from './rows';

/** An earlier wording, as it is kept. */
interface VersionRow {
  post_id: string;
  revision: number;
  title: string | null;
  body: string;
  body_html: string;
  error_message: string | null;
  topic_id: number | null;
  applies_to: AppliesTo | null;
  replaced_at: string;
  replaced_by: string;
}

/** Keeps what a post says before somebody changes it. */
export async function keepVersion(
  { tables, now }: Act,
  post: PostRow & Partial<ThreadRow>,
  by: string
): Promise<void> {
  const version: VersionRow = {
    post_id: post.id,
    revision: post.revision,
    title: post.title ?? null,
    body: post.body,
    body_html: post.body_html,
    error_message: post.error_message ?? null,
    topic_id: post.topic_id ?? null,
    applies_to: post.applies_to ?? null,
    replaced_at: now,
    replaced_by: by,
  };
  await tables('km_post_history').insert(version);
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
  if (row.author_id !== memberId) {
    if (!(await isThreadOfShown(strapi, row))) throw problemOfStatus(404);
    throw refusals.notYours();
  }
  const files = await attachmentsOf(strapi, [id]);
  return {
    title: row.title ?? null,
    body: row.body,
    errorMessage: row.error_message ?? null,
    topic: (await loadTopicTree(strapi)).refTo(row.topic_id),
    appliesTo: row.applies_to ?? null,
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
  const row = (await tableNamed(strapi, table).where({ id }).first()) as
    (ThreadRow & ReplyRow) | undefined;
  const isOwn = row?.author_id === member.id;
  const isSeen =
    (row?.state === 'shown' && (isOwn || (await isThreadOfShown(strapi, row)))) ||
    (isOwn && row?.state === 'held');
  if (!row || !(isSeen || member.isModerator)) throw problemOfStatus(404);
  if (!isOwn && !member.isModerator) throw refusals.notYours();
  const rows = (await tableNamed(strapi, 'km_post_history')
    .where({ post_id: id })
    .orderBy('revision', 'desc')
    .limit(100)) as VersionRow[];
  const tree = await loadTopicTree(strapi);
  const author = await authorsOf(
    strapi,
    rows.map(({ replaced_by: by }) => by)
  );
  return rows.map((version) => ({
    revision: version.revision,
    title: version.title,
    bodyHtml: version.body_html,
    errorMessage: version.error_message,
    topic: version.topic_id === null ? null : tree.refTo(version.topic_id),
    appliesTo: version.applies_to,
    replacedAt: version.replaced_at,
    replacedBy: author(version.replaced_by),
  }));
}

/** Whether readers see the thread a reply is in; what they do not see is not even told to be there. */
async function isThreadOfShown(strapi: Core.Strapi, row: Partial<ReplyRow>): Promise<boolean> {
  if (row.thread_id === undefined) return true;
  const thread: unknown = await tableNamed(strapi, 'km_threads')
    .where({ id: row.thread_id, state: 'shown' })
    .first('id');
  return thread !== undefined;
}
