import { contentManagerConfig, sharedFields, type EditorView } from '../../editorial/editor-view';

const termView: EditorView = {
  title: 'term',
  columns: ['term', 'note', 'updatedAt'],
  rows: [{ term: 6, note: 6 }],
  fields: {
    ...sharedFields,
    term: {
      label: 'คำ',
      description: 'คำที่ต้องค้นทั้งคำ ไม่แยกเป็นคำย่อย เช่น เงินสะสม งบทดลอง ชื่อเมนูและชื่อตำแหน่งที่ตัดคำผิดบ่อย',
    },
    note: { label: 'หมายเหตุ', description: 'เหตุที่เพิ่มคำนี้ ผู้อ่านไม่เห็น' },
  },
};

const synonymView: EditorView = {
  title: 'words',
  columns: ['words', 'note', 'updatedAt'],
  rows: [{ words: 12 }, { note: 12 }],
  fields: {
    ...sharedFields,
    words: {
      label: 'คำที่หมายถึงสิ่งเดียวกัน',
      description:
        'บรรทัดละหนึ่งคำ อย่างน้อยสองคำ เช่น คำย่อกับคำเต็ม คำอังกฤษกับคำไทย คำพูดกับคำราชการ ค้นคำใดก็พบทุกคำ',
    },
    note: { label: 'หมายเหตุ', description: 'เหตุที่เพิ่มชุดคำนี้ ผู้อ่านไม่เห็น' },
  },
};

/** A word the search engine keeps whole (คำเฉพาะ). */
const glossaryTerm = {
  schema: {
    kind: 'collectionType',
    collectionName: 'km_glossary_terms',
    info: {
      singularName: 'glossary-term',
      pluralName: 'glossary-terms',
      displayName: 'คำเฉพาะสำหรับค้นหา',
      description: 'คำที่ระบบค้นหาต้องถือเป็นคำเดียว แก้ไขแล้วมีผลภายในหนึ่งนาที',
    },
    options: { draftAndPublish: false },
    config: contentManagerConfig(termView),
    attributes: {
      term: { type: 'string', required: true, unique: true, minLength: 2, maxLength: 100 },
      note: { type: 'string', maxLength: 250 },
    },
  },
};

/** Words that mean the same (คำพ้อง). */
const synonymSet = {
  schema: {
    kind: 'collectionType',
    collectionName: 'km_synonym_sets',
    info: {
      singularName: 'synonym-set',
      pluralName: 'synonym-sets',
      displayName: 'คำพ้องสำหรับค้นหา',
      description: 'ชุดคำที่หมายถึงสิ่งเดียวกัน แก้ไขแล้วมีผลภายในหนึ่งนาที',
    },
    options: { draftAndPublish: false },
    config: contentManagerConfig(synonymView),
    attributes: {
      words: { type: 'text', required: true, maxLength: 2000 },
      note: { type: 'string', maxLength: 250 },
    },
  },
};

export const vocabularyTypes = {
  'glossary-term': glossaryTerm,
  'synonym-set': synonymSet,
};
