import { choice } from '../editorial/attributes';
import { contentManagerConfig, sharedFields, type EditorView } from '../editorial/editor-view';

const view: EditorView = {
  title: 'name',
  columns: ['name', 'origin', 'state', 'updatedAt'],
  rows: [{ name: 6, origin: 6 }, { state: 4, note: 8 }, { authority: 6 }],
  fields: {
    ...sharedFields,
    name: {
      label: 'หน่วยงานเจ้าของเว็บไซต์',
      description: 'สมาชิกเห็นชื่อนี้เมื่อเว็บไซต์ขอให้เข้าสู่ระบบ เช่น เทศบาลตำบลตัวอย่าง',
    },
    origin: {
      label: 'ที่อยู่เว็บไซต์',
      description: 'เฉพาะส่วนหน้า ไม่มีทับท้าย เช่น https://www.example.go.th',
    },
    state: { label: 'สถานะ', description: 'ไม่อนุญาต: สมาชิกเข้าสู่ระบบจากเว็บไซต์นี้ไม่ได้' },
    authority: { label: 'อปท.' },
    note: { label: 'หมายเหตุ', description: 'ผู้อ่านไม่เห็น' },
  },
};

/** A site that embeds us and from which members may sign in (เว็บไซต์ที่นำไปแสดง). */
export const siteContentType = {
  schema: {
    kind: 'collectionType',
    collectionName: 'km_sites',
    info: {
      singularName: 'site',
      pluralName: 'sites',
      displayName: 'เว็บไซต์ที่นำไปแสดง',
      description: 'เว็บไซต์ที่สมาชิกเข้าสู่ระบบได้โดยไม่มีคำเตือน และเว็บไซต์ที่ไม่อนุญาต',
    },
    options: { draftAndPublish: false },
    config: contentManagerConfig(view),
    attributes: {
      name: { type: 'string', required: true, minLength: 3, maxLength: 200 },
      origin: {
        type: 'string',
        required: true,
        unique: true,
        maxLength: 255,
        regex: '^https?://[a-z0-9.-]+(:[0-9]{1,5})?$',
      },
      state: choice('siteState', ['allowed', 'refused'], { required: true, default: 'allowed' }),
      authority: { type: 'relation', relation: 'oneToOne', target: 'plugin::km.authority' },
      note: { type: 'string', maxLength: 250 },
    },
  },
};
