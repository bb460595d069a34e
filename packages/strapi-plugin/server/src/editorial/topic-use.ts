import type { Core } from '@strapi/types';

const topic = 'plugin::km.topic';

/** Where a menu may be used: the type, how a filter reaches the menu, and what Thai calls it. */
const places = [
  { uid: topic, path: (where: object) => ({ parent: where }), noun: 'เมนูย่อย', unit: 'เมนู' },
  { uid: 'plugin::km.manual', path: inTopics, noun: 'คู่มือ', unit: 'เล่ม' },
  { uid: 'plugin::km.law', path: inTopics, noun: 'กฎหมายและหนังสือสั่งการ', unit: 'ฉบับ' },
  { uid: 'plugin::km.faq', path: inTopics, noun: 'คำถาม', unit: 'ข้อ' },
  { uid: 'plugin::km.form', path: inTopics, noun: 'แบบฟอร์ม', unit: 'แบบ' },
  {
    uid: 'plugin::km.update',
    path: (where: object) => ({ items: { menu: where } }),
    noun: 'การปรับปรุงระบบ',
    unit: 'รายการ',
  },
] as const;

function inTopics(where: object): object {
  return { topics: where };
}

/** How many documents of one kind use a menu. */
export interface TopicUse {
  noun: string;
  unit: string;
  count: number;
}

/** What uses a menu, drafts and published documents alike; empty when nothing does. */
export async function usesOfTopic(strapi: Core.Strapi, documentId: string): Promise<TopicUse[]> {
  const uses: TopicUse[] = [];
  for (const { uid, path, noun, unit } of places) {
    const rows = (await strapi.db.query(uid).findMany({
      select: ['documentId'],
      where: path({ documentId }),
    })) as { documentId: string }[];
    const count = new Set(rows.map((row) => row.documentId)).size;
    if (count > 0) uses.push({ noun, unit, count });
  }
  return uses;
}

/** Why a menu in use cannot go, and what to do first. */
export function usedTopicSentence(title: string, uses: readonly TopicUse[]): string {
  const counted = uses.map(({ noun, unit, count }) => `${noun} ${count} ${unit}`).join(' ');
  return `ลบเมนู ${title} ไม่ได้ เพราะยังมี ${counted} อยู่ในเมนูนี้ กด “ย้ายรายการแล้วลบ” เพื่อย้ายทั้งหมดไปไว้ที่เมนูอื่นก่อน`;
}
