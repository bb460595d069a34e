import type { Core } from '@strapi/types';
import { linesOf } from '../content/lines';
import { quoted, type Fault } from './refusal';

const topic = 'plugin::km.topic';

interface TopicRow {
  documentId: string;
  titleTh: string;
  slug: string;
  earlierSlugs: string | null;
  parent?: { documentId: string } | null;
}

/** What is wrong with a menu's place in the tree or its address among the other menus. */
export async function treeFaults(strapi: Core.Strapi, documentId: string): Promise<Fault[]> {
  const rows = (await strapi.db.query(topic).findMany({
    select: ['documentId', 'titleTh', 'slug', 'earlierSlugs'],
    populate: { parent: { select: ['documentId'] } },
  })) as TopicRow[];
  const byId = new Map(rows.map((row) => [row.documentId, row]));
  const own = byId.get(documentId);
  if (!own) return [];
  return [...cycleFaults(own, byId), ...slugFaults(own, rows)];
}

function cycleFaults(own: TopicRow, byId: ReadonlyMap<string, TopicRow>): Fault[] {
  const seen = new Set<string>();
  let above = own.parent?.documentId;
  while (above !== undefined && !seen.has(above)) {
    if (above === own.documentId) {
      const parent = byId.get(own.parent?.documentId ?? '');
      const message =
        parent === own
          ? 'เมนูจะอยู่ใต้ตัวเองไม่ได้ เลือกเมนูอื่น หรือเว้นว่างเมื่อเป็นเมนูระดับบนสุด'
          : `${quoted(parent?.titleTh)} อยู่ใต้เมนูนี้อยู่แล้ว จะย้ายเมนูนี้ไปอยู่ใต้เมนูย่อยของตัวเองไม่ได้`;
      return [{ path: ['parent'], message }];
    }
    seen.add(above);
    above = byId.get(above)?.parent?.documentId;
  }
  return [];
}

function slugFaults(own: TopicRow, rows: readonly TopicRow[]): Fault[] {
  const others = rows.filter(({ documentId }) => documentId !== own.documentId);
  const before = others.find(({ earlierSlugs }) => linesOf(earlierSlugs).includes(own.slug));
  if (!before) return [];
  return [
    {
      path: ['slug'],
      message: `ชื่อในที่อยู่เว็บนี้เป็นชื่อเดิมของเมนู ${quoted(before.titleTh)} ลิงก์เดิมยังชี้ไปที่เมนูนั้น ใช้ชื่ออื่น`,
    },
  ];
}

/** The menu that already has this address, if another has it. */
export async function slugTaken(
  strapi: Core.Strapi,
  slug: string,
  documentId: string | undefined
): Promise<Fault[]> {
  const rows = (await strapi.db.query(topic).findMany({
    select: ['documentId', 'titleTh'],
    where: { slug },
  })) as Pick<TopicRow, 'documentId' | 'titleTh'>[];
  const other = rows.find((row) => row.documentId !== documentId);
  if (!other) return [];
  return [
    {
      path: ['slug'],
      message: `ชื่อในที่อยู่เว็บนี้เป็นของเมนู ${quoted(other.titleTh)} อยู่แล้ว ใช้ชื่ออื่น`,
    },
  ];
}
