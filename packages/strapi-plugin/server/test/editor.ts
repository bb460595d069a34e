import type { Core } from '@strapi/types';

type Service =
  'topic' | 'manual' | 'law' | 'faq' | 'news' | 'update' | 'form' | 'authority' | 'status';
type Data = Record<string, unknown>;

/** Does what an editor does, through the document service, with the least an entry must have. */
export interface Editor {
  /** Makes an entry and publishes it; answers its documentId. */
  publish(service: Service, data?: Data): Promise<string>;
  /** Makes an entry that stays a draft. */
  draft(service: Service, data?: Data): Promise<string>;
  /** Changes an entry and publishes the change. */
  republish(service: Service, documentId: string, data?: Data): Promise<void>;
  /** Changes the draft alone. */
  edit(service: Service, documentId: string, data: Data): Promise<void>;
  unpublish(service: Service, documentId: string): Promise<void>;
  /** A file of the media library; answers its id. */
  file(data?: Data): Promise<number>;
}

/** A paragraph of rich text as Strapi stores it. */
export function paragraph(text: string) {
  return { type: 'paragraph', children: [{ type: 'text', text }] };
}

const least: Record<Service, (count: number) => Data> = {
  topic: (count) => ({ titleTh: `เมนู ${count}`, titleEn: `Menu ${count}`, slug: `menu-${count}` }),
  manual: (count) => ({
    title: `คู่มือ ${count}`,
    summary: 'วิธีใช้งาน',
    body: [paragraph('เนื้อหา')],
    audience: 'everyone',
    appliesTo: 'both',
  }),
  law: (count) => ({
    kind: 'regulation',
    title: `ระเบียบ ${count}`,
    issuer: 'กระทรวงมหาดไทย',
    legalStatus: 'inForce',
    date: '2020-01-01',
  }),
  faq: (count) => ({
    question: `คำถาม ${count}`,
    answer: [paragraph('คำตอบ')],
    audience: 'everyone',
    appliesTo: 'both',
  }),
  news: (count) => ({
    title: `ข่าว ${count}`,
    body: [paragraph('เนื้อข่าว')],
    severity: 'info',
    showFrom: '2026-01-01T00:00:00.000Z',
  }),
  update: (count) => ({
    date: '2026-01-01',
    title: `การปรับปรุง ${count}`,
    audience: 'everyone',
    items: [{ kind: 'new', description: 'เพิ่มรายงาน' }],
  }),
  form: (count) => ({ title: `แบบฟอร์ม ${count}`, purpose: 'ใช้ขอรหัสผู้ใช้งาน' }),
  status: (count) => ({
    headline: `ระบบช้า ${count}`,
    state: 'slow',
    startsAt: '2026-01-01T00:00:00.000Z',
  }),
  authority: (count) => ({ name: `ทดสอบ ${count}`, kind: 'sao', provinceCode: '47' }),
};

export function editorOf(strapi: Core.Strapi): Editor {
  let count = 0;
  const documents = (service: Service) => strapi.documents(`plugin::km.${service}` as never);

  async function draft(service: Service, data: Data = {}): Promise<string> {
    count += 1;
    const whole = { ...least[service](count), ...data };
    const { documentId } = await documents(service).create({ data: whole as never });
    return documentId;
  }

  async function file(data: Data = {}): Promise<number> {
    count += 1;
    const hash = `file_${count}`;
    const named = { name: `${hash}.pdf`, hash, ext: '.pdf', mime: 'application/pdf', size: 10.5 };
    const kept = { ...named, url: `/uploads/${hash}.pdf`, provider: 'local', folderPath: '/' };
    const { id } = await strapi.db
      .query('plugin::upload.file')
      .create({ data: { ...kept, ...data } });
    return id as number;
  }

  return {
    draft,
    async publish(service, data) {
      // A form is published with a file or not at all.
      const needed = service === 'form' ? { pdfFile: await file() } : {};
      const documentId = await draft(service, { ...needed, ...data });
      if (service !== 'topic' && service !== 'authority')
        await documents(service).publish({ documentId } as never);
      return documentId;
    },
    async republish(service, documentId, data = {}) {
      await documents(service).update({ documentId, data: data as never });
      await documents(service).publish({ documentId } as never);
    },
    async edit(service, documentId, data) {
      await documents(service).update({ documentId, data: data as never });
    },
    async unpublish(service, documentId) {
      await documents(service).unpublish({ documentId } as never);
    },
    file,
  };
}
