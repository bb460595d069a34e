import type { Attachment } from '@km-laas/contract';
import type { Core } from '@strapi/types';
import { tableNamed } from '../../content/tables';
import type { Tables } from '../../editorial/ambient-table';
import type { Member } from '../../member';
import { newDocumentId } from '../../platform/document-id';
import type { Requester } from '../../platform/requester';
import { sharedLimit } from '../../platform/shared-limit';
import { act, type Act } from '../act';
import { refusals } from '../refusals';
import type { AttachmentRow } from '../rows';
import { attachmentUrl } from '../rules/attachment-url';
import { cleanLine } from '../rules/text-hygiene';
import { inspectFile } from './inspect';

/** Bytes in a row of the table: databases and their drivers like small ones. */
const partBytes = 512 * 1024;
/** Of one member. */
const uploads = { name: 'attachment', points: 60, duration: 3600 };
/** A file nobody sent a post with is thrown away after so many hours. */
const forsakenAfter = 24;

export function adaptAttachment(row: AttachmentRow): Attachment {
  return {
    id: row.id,
    name: row.name,
    kind: row.mime === 'application/pdf' ? 'pdf' : 'image',
    mime: row.mime,
    sizeBytes: Number(row.size_bytes),
    width: row.width,
    height: row.height,
    url: attachmentUrl(row.id),
  };
}

/** Keeps a file for a post its owner is about to send. */
export async function addAttachment(
  strapi: Core.Strapi,
  { member, requester }: { member: Member; requester: Requester },
  given: { bytes: Buffer; name: string }
): Promise<Attachment> {
  await sharedLimit(strapi, uploads, member.id);
  const { bytes, mime, width, height } = await inspectFile(given.bytes);
  return act(strapi, { memberId: member.id, requester }, async (one) => {
    const row: AttachmentRow = {
      id: newDocumentId(),
      owner_id: member.id,
      post_id: null,
      place: 0,
      name: safeName(given.name, mime),
      mime,
      size_bytes: bytes.length,
      width,
      height,
      created_at: one.now,
    };
    await one.tables('km_attachments').insert(row);
    for (let number = 0; number * partBytes < bytes.length; number += 1) {
      await one.tables('km_attachment_parts').insert({
        attachment_id: row.id,
        number,
        bytes: bytes.subarray(number * partBytes, (number + 1) * partBytes),
      });
    }
    one.record('attachment.add', row.id);
    return adaptAttachment(row);
  });
}

/** A name with the ending the file deserves, whatever it was called. */
function safeName(name: string, mime: AttachmentRow['mime']): string {
  const words = cleanLine(name)
    .replace(/[\\/:*?"<>|]/g, ' ')
    .replace(/(?:\.[A-Za-z0-9]{1,8})+$/, '')
    .replace(/^[.\s]+|[.\s]+$/g, '')
    .slice(0, 100);
  return `${words || 'ไฟล์แนบ'}.${mime === 'application/pdf' ? 'pdf' : 'webp'}`;
}

/**
 * Gives a post its files, in the order it names them; those it had and names no more are free again.
 *
 * @throws {ProblemError} 400 where one is not its author's own, or belongs to another post.
 */
export async function claimAttachments(
  { tables }: Act,
  ownerId: string,
  postId: string,
  ids: readonly string[]
): Promise<void> {
  if (new Set(ids).size !== ids.length) throw refusals.unknownAttachments();
  await tables('km_attachments')
    .where({ post_id: postId })
    .whereNotIn('id', [...ids])
    .update({ post_id: null });
  for (const [place, id] of ids.entries()) {
    const claimed = await tables('km_attachments')
      .where({ id, owner_id: ownerId })
      .where((free) => void free.whereNull('post_id').orWhere({ post_id: postId }))
      .update({ post_id: postId, place });
    if (claimed !== 1) throw refusals.unknownAttachments();
  }
}

/** Files of posts, by post. */
export async function attachmentsOf(
  strapi: Core.Strapi,
  postIds: readonly string[],
  tables: Tables = (name) => tableNamed(strapi, name)
): Promise<(postId: string) => Attachment[]> {
  const found = new Map<string, Attachment[]>();
  if (postIds.length > 0) {
    const rows = (await tables('km_attachments')
      .whereIn('post_id', [...postIds])
      .orderBy('place')) as AttachmentRow[];
    for (const row of rows) {
      const postId = row.post_id as string;
      found.set(postId, [...(found.get(postId) ?? []), adaptAttachment(row)]);
    }
  }
  return (postId) => found.get(postId) ?? [];
}

/** A file of a post readers see; null for any other, as if there were none. */
export async function readAttachment(
  strapi: Core.Strapi,
  id: string
): Promise<{ row: AttachmentRow; bytes: Buffer } | null> {
  const row = (await tableNamed(strapi, 'km_attachments').where({ id }).first()) as
    AttachmentRow | undefined;
  if (!row?.post_id || !(await isShown(strapi, row.post_id))) return null;
  return { row, bytes: await bytesOf(strapi, id) };
}

/** A file, whether readers see its post or not: for moderators. */
export async function readAnyAttachment(
  strapi: Core.Strapi,
  id: string
): Promise<{ row: AttachmentRow; bytes: Buffer } | null> {
  const row = (await tableNamed(strapi, 'km_attachments').where({ id }).first()) as
    AttachmentRow | undefined;
  return row ? { row, bytes: await bytesOf(strapi, id) } : null;
}

async function bytesOf(strapi: Core.Strapi, id: string): Promise<Buffer> {
  const parts = (await tableNamed(strapi, 'km_attachment_parts')
    .where({ attachment_id: id })
    .orderBy('number')
    .select('bytes')) as { bytes: Buffer }[];
  return Buffer.concat(parts.map(({ bytes }) => bytes));
}

/** A reply is seen where its thread is. */
async function isShown(strapi: Core.Strapi, postId: string): Promise<boolean> {
  const threads = () => tableNamed(strapi, 'km_threads').where({ state: 'shown' });
  if (await threads().where({ id: postId }).first('id')) return true;
  const reply = (await tableNamed(strapi, 'km_replies')
    .where({ id: postId, state: 'shown' })
    .first('thread_id')) as { thread_id: string } | undefined;
  return !!reply && !!(await threads().where({ id: reply.thread_id }).first('id'));
}

/** Throws away files of posts that were never sent. */
export async function sweepAttachments(strapi: Core.Strapi): Promise<number> {
  const before = new Date(Date.now() - forsakenAfter * 3_600_000).toISOString();
  return strapi.db.transaction(async ({ trx }) => {
    const tables: Tables = (name) => tableNamed(strapi, name).transacting(trx);
    const rows = (await tables('km_attachments')
      .whereNull('post_id')
      .where('created_at', '<', before)
      .limit(200)
      .select('id')) as { id: string }[];
    const ids = rows.map(({ id }) => id);
    await tables('km_attachment_parts').whereIn('attachment_id', ids).delete();
    return tables('km_attachments').whereIn('id', ids).whereNull('post_id').delete();
  });
}
