import type { Core } from '@strapi/types';
import { textOf } from './fields';
import { quoted, type Fault } from './refusal';

/** Refuses a code that another authority bears. */
export async function codeTaken(
  strapi: Core.Strapi,
  value: unknown,
  documentId: string | undefined
): Promise<Fault[]> {
  const code = textOf(value);
  if (code === '') return [];
  const rows = (await strapi.db.query('plugin::km.authority').findMany({
    select: ['documentId', 'name'],
    where: { code },
  })) as { documentId: string; name: string }[];
  const other = rows.find((row) => row.documentId !== documentId);
  if (!other) return [];
  return [
    {
      path: ['code'],
      message: `รหัสนี้เป็นของ${quoted(other.name)} อยู่แล้ว เมื่อเปลี่ยนประเภทให้เพิ่มรายการใหม่ด้วยรหัสใหม่`,
    },
  ];
}
