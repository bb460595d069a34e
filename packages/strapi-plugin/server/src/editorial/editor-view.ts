/** How editors see one field. */
export interface FieldView {
  /** Name of the field, in Thai; also what a refusal calls it. */
  label: string;
  /** What to type and how it is used, under the field. */
  description?: string;
  placeholder?: string;
  /** Of a relation: the field of the target that names it in the picker. */
  shownBy?: string;
}

/** How editors see a content type or component in the content manager. */
export interface EditorView {
  /** The field that names an entry in headings, lists and pickers. */
  title: string;
  /** Order of the list as it first opens. */
  sort?: { by: string; order: 'ASC' | 'DESC' };
  /** Columns of the list. */
  columns: string[];
  /** Rows of the form; a row is full at 12. */
  rows: Record<string, 4 | 6 | 8 | 12>[];
  fields: Record<string, FieldView>;
}

/**
 * The view as the content manager's default configuration.
 *
 * It goes into the schema as `config`. The content manager copies it to its store when it first
 * meets the type or a new field, and an editor's own arrangement stands from then on.
 */
export function contentManagerConfig(view: EditorView) {
  const { title, sort = { by: title, order: 'ASC' }, columns, rows, fields } = view;
  return {
    settings: {
      mainField: title,
      defaultSortBy: sort.by,
      defaultSortOrder: sort.order,
      pageSize: 20,
      searchable: true,
      filterable: true,
      bulkable: true,
    },
    metadatas: Object.fromEntries(
      Object.entries(fields).map(([name, { label, description, placeholder, shownBy }]) => [
        name,
        {
          edit: {
            label,
            description: description ?? '',
            placeholder: placeholder ?? '',
            ...(shownBy && { mainField: shownBy }),
          },
          list: { label },
        },
      ])
    ),
    layouts: {
      list: columns,
      edit: rows.map((row) => Object.entries(row).map(([name, size]) => ({ name, size }))),
    },
  };
}

/** Fields several content types share, told once. */
export const sharedFields = {
  topics: {
    label: 'เมนู e-LAAS ที่เกี่ยวข้อง',
    description: 'เลือกได้หลายเมนู ผู้อ่านใช้กรองรายการตามเมนู เลือกเมนูย่อยที่ตรงที่สุด',
    shownBy: 'titleTh',
  },
  audience: {
    label: 'กลุ่มผู้ใช้',
    description: 'รายการของ “ทุกกลุ่ม” แสดงให้ผู้ใช้ทุกกลุ่มเห็นเสมอ',
  },
  appliesTo: {
    label: 'ใช้กับระบบ',
    description: 'ระบบบัญชีรุ่นที่เนื้อหานี้กล่าวถึง',
  },
  sample: {
    label: 'ข้อมูลตัวอย่าง',
    description: 'เปิดไว้เมื่อเป็นเนื้อหาที่แต่งขึ้นเพื่อสาธิต ผู้อ่านจะเห็นป้าย “ข้อมูลตัวอย่าง” ปิดเมื่อเป็นข้อมูลจริง',
  },
  createdAt: { label: 'สร้างเมื่อ' },
  updatedAt: { label: 'แก้ไขล่าสุด' },
  createdBy: { label: 'ผู้สร้าง' },
  updatedBy: { label: 'ผู้แก้ไขล่าสุด' },
} satisfies Record<string, FieldView>;
