import type { Core } from '@strapi/types';
import { errors } from '@strapi/utils';
import { linkOf, tableOf } from '../content/tables';
import { tablesIn, type Tables } from './ambient-table';
import { quoted } from './refusal';

/** Where files and pictures may be used, what Thai calls it, and how it is titled. */
const users: Record<string, { noun: string; title: string; body?: string }> = {
  'plugin::km.manual': { noun: 'คู่มือ', title: 'title', body: 'body' },
  'plugin::km.law': { noun: 'กฎหมาย', title: 'title', body: 'body' },
  'plugin::km.faq': { noun: 'คำถาม', title: 'question', body: 'answer' },
  'plugin::km.news': { noun: 'ข่าว', title: 'title', body: 'body' },
  'plugin::km.update': { noun: 'การปรับปรุงระบบ', title: 'title' },
  'plugin::km.form': { noun: 'แบบฟอร์ม', title: 'title' },
};

/** Components that hold files, and where they are repeated. */
const holders: Record<string, { uid: string; field: string }> = {
  'km.update-item': { uid: 'plugin::km.update', field: 'items' },
  'km.earlier-version': { uid: 'plugin::km.manual', field: 'earlierVersions' },
};

const namedAtMost = 3;

interface MediaFile {
  id: number;
  name: string;
  hash: string;
}

/** Refuses to delete files that drafts or published documents still use, and says which do. */
export async function refuseUsedFiles(
  strapi: Core.Strapi,
  files: readonly MediaFile[]
): Promise<void> {
  if (files.length === 0) return;
  await strapi.db.transaction(async ({ trx }) => {
    const tables = tablesIn(strapi, trx);
    for (const file of files) {
      const uses = [
        ...new Set([
          ...(await attachedTo(strapi, tables, file)),
          ...(await shownIn(strapi, tables, file)),
        ]),
      ];
      if (uses.length > 0) throw new errors.ApplicationError(usedFileSentence(file.name, uses));
    }
  });
}

/** Why a file in use cannot go, and what to do first. */
export function usedFileSentence(name: string, uses: readonly string[]): string {
  const named = uses.slice(0, namedAtMost).join(', ');
  const more = uses.length > namedAtMost ? ` และอีก ${uses.length - namedAtMost} รายการ` : '';
  return `ลบไฟล์ ${quoted(name)} ไม่ได้ เพราะยังใช้อยู่ใน ${named}${more} นำไฟล์ออกจากรายการเหล่านี้ก่อน หรือใช้ปุ่มแทนที่ไฟล์`;
}

interface Attachment {
  related_id: number;
  related_type: string;
}

async function attachedTo(
  strapi: Core.Strapi,
  tables: Tables,
  { id }: MediaFile
): Promise<string[]> {
  const { joinTable } = strapi.db.metadata.get('plugin::upload.file').attributes
    .related as unknown as { joinTable: { name: string } };
  const rows: Attachment[] = await tables(joinTable.name)
    .where({ file_id: id })
    .select('related_id', 'related_type');
  const uses: string[] = [];
  for (const { related_type: type, related_id: entry } of rows) {
    const holder = holders[type];
    const uid = holder?.uid ?? type;
    const owner = holder ? await ownerOf(strapi, tables, holder, entry) : entry;
    if (owner !== undefined && users[uid])
      uses.push(...(await titles(strapi, tables, uid, { id: owner })));
  }
  return uses;
}

async function ownerOf(
  strapi: Core.Strapi,
  tables: Tables,
  { uid, field }: { uid: string; field: string },
  part: number
): Promise<number | undefined> {
  const link = linkOf(strapi, uid, field);
  const row = await tables(link.table)
    .where({ [link.to]: part, field })
    .first(link.from);
  return row?.[link.from];
}

/** Pictures within rich text are no relation: the text holds a copy of what the library knew. */
async function shownIn(
  strapi: Core.Strapi,
  tables: Tables,
  { hash }: MediaFile
): Promise<string[]> {
  const uses: string[] = [];
  for (const [uid, { body }] of Object.entries(users)) {
    if (body) uses.push(...(await titles(strapi, tables, uid, { body, hash })));
  }
  return uses;
}

async function titles(
  strapi: Core.Strapi,
  tables: Tables,
  uid: string,
  of: { id: number } | { body: string; hash: string }
): Promise<string[]> {
  const { noun = '', title = '' } = users[uid] ?? {};
  const query = tables(tableOf(strapi, uid)).select(title);
  const rows: Record<string, string | null>[] = await ('id' in of
    ? query.where({ id: of.id })
    : query.whereRaw('cast(?? as text) like ?', [of.body, `%/${of.hash}.%`]));
  return rows.map((row) => `${noun} ${quoted(row[title])}`);
}
