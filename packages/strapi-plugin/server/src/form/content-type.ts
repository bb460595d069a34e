import { file, one, sample, searchKey, topics } from '../editorial/attributes';
import { contentManagerConfig } from '../editorial/editor-view';
import { formView } from './editor-view';

/** A form to download (แบบฟอร์ม), as a file to fill in, as a PDF, or both. */
export const contentType = {
  schema: {
    kind: 'collectionType',
    collectionName: 'km_forms',
    info: {
      singularName: 'form',
      pluralName: 'forms',
      displayName: 'แบบฟอร์ม',
      description: 'แบบฟอร์มให้ดาวน์โหลด ทั้งไฟล์ที่แก้ไขได้และไฟล์ PDF',
    },
    options: { draftAndPublish: true },
    config: contentManagerConfig(formView),
    indexes: [
      { name: 'km_forms_published', columns: ['published_at', 'code'] },
      { name: 'km_forms_code', columns: ['code'] },
    ],
    attributes: {
      title: { type: 'text', required: true, maxLength: 500 },
      code: { type: 'string', maxLength: 50 },
      purpose: { type: 'text', required: true, maxLength: 1000 },
      usedBy: { type: 'text', maxLength: 500 },
      topics,
      editableFile: file,
      pdfFile: file,
      version: { type: 'string', maxLength: 50 },
      supersededBy: one('plugin::km.form'),
      pageCount: { type: 'integer', min: 1, max: 5000 },
      sample,
      searchKey,
    },
  },
};
