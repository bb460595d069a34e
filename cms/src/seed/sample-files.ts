import type { Content } from './content';
import type { SampleForm, SampleLaw, SampleManual } from './content/types';
import { thaiDate } from './dates';
import { formDocx } from './files/form-docx';
import { formPdf } from './files/form-pdf';
import { formXlsx } from './files/form-xlsx';
import { instrumentPdf, letterPdf } from './files/letter-pdf';
import { breakOffsets } from './files/line-breaking';
import { manualPdf } from './files/manual-pdf';
import { newsPicture, screenPicture } from './files/picture';
import { letterNumber } from './letter-number';
import { markdownToBlocks } from './markdown';

export const FOLDERS = ['คู่มือ', 'กฎหมาย', 'แบบฟอร์ม', 'ข่าว', 'การปรับปรุงระบบ'] as const;
export type Folder = (typeof FOLDERS)[number];

/** A file of the sample content, made only when it is wanted. */
export interface SampleFile {
  key: string;
  folder: Folder;
  name: string;
  /** What a picture shows, for those who cannot see it. */
  alternativeText?: string;
  make(): Promise<DrawnFile>;
}

export interface DrawnFile {
  bytes: Buffer;
  /** How many, where it is a document of pages. */
  pages?: number;
}

/** Keys of the files an item has. */
export const fileKey = {
  manual: (manual: string) => `manual:${manual}`,
  earlierManual: (manual: string, version: string) => `manual:${manual}:${version}`,
  law: (law: string) => `law:${law}`,
  newsPdf: (news: string) => `news:${news}:pdf`,
  newsPicture: (news: string) => `news:${news}:picture`,
  formPdf: (form: string) => `form:${form}:pdf`,
  formEditable: (form: string) => `form:${form}:editable`,
  screen: (update: string, item: number, phase: 'before' | 'after') =>
    `update:${update}:${item}:${phase}`,
};

const AUDIENCES = {
  everyone: 'ผู้ใช้งานทุกกลุ่ม',
  local: 'องค์กรปกครองส่วนท้องถิ่น',
  province: 'สำนักงานส่งเสริมการปกครองท้องถิ่นจังหวัด',
  central: 'ส่วนกลาง',
};
const SYSTEMS = { both: 'e-LAAS และ New e-LAAS', elaas: 'e-LAAS', newElaas: 'New e-LAAS' };
const URGENCIES = { urgent: 'ด่วน', veryUrgent: 'ด่วนมาก', mostUrgent: 'ด่วนที่สุด' };
const NEWS_WITH_PICTURE = 2;
const DOCUMENT_TYPES = { docx: formDocx, xlsx: formXlsx };

/** Everything the sample content needs as a file. */
export function sampleFiles(content: Content): SampleFile[] {
  return [
    ...content.manuals.flatMap(manualFiles),
    ...content.laws.filter((law) => law.pdf).map((law) => lawFile(law, content.laws)),
    ...newsFiles(content),
    ...updatePictures(content),
    ...content.forms.flatMap(formFiles),
  ];
}

function manualFiles(manual: SampleManual): SampleFile[] {
  const blocks = markdownToBlocks(manual.body);
  const paper = (version: string, effectiveDate: string, note?: string) => () =>
    manualPdf({
      title: manual.title,
      summary: manual.summary,
      blocks,
      facts: [
        ['กลุ่มผู้ใช้', AUDIENCES[manual.audience]],
        ['ใช้กับระบบ', SYSTEMS[manual.appliesTo]],
        ['ฉบับที่', version],
        ['มีผลใช้', thaiDate(effectiveDate)],
        ...(note ? ([['ฉบับเดิม', note]] as [string, string][]) : []),
      ],
    });
  return [
    {
      key: fileKey.manual(manual.key),
      folder: 'คู่มือ',
      name: fileName(manual.title, 'pdf', manual.version),
      make: paper(manual.version, manual.effectiveDate),
    },
    ...(manual.earlierVersions ?? []).map(({ version, effectiveDate, note }): SampleFile => ({
      key: fileKey.earlierManual(manual.key, version),
      folder: 'คู่มือ',
      name: fileName(manual.title, 'pdf', version),
      make: paper(version, effectiveDate, `มีฉบับที่ใหม่กว่า ${note}`),
    })),
  ];
}

function lawFile(law: SampleLaw, laws: SampleLaw[]): SampleFile {
  const number = letterNumber(law.citation);
  const letter = law.kind === 'letter' ? number : null;
  const closing = letter ? '\n\nจึงเรียนมาเพื่อโปรดทราบและพิจารณาดำเนินการ' : '';
  const blocks = markdownToBlocks(`${law.summary}\n\n${law.body}${closing}`);
  const cited = [...(law.amends ?? []), ...(law.repeals ?? []), ...(law.clarifies ?? [])];
  return {
    key: fileKey.law(law.key),
    folder: 'กฎหมาย',
    name: fileName(number ? `ที่ ${number.replace('/', '-')} ${law.title}` : law.title, 'pdf'),
    make: () =>
      letter
        ? letterPdf({
            number: letter,
            date: dateOf(law),
            subject: law.title,
            references: cited.map((key) => citationOf(laws.find((each) => each.key === key)!)),
            urgency: law.urgency && URGENCIES[law.urgency],
            issuer: law.issuer,
            blocks,
            sample: law.sample,
          })
        : instrumentPdf({
            title: law.title,
            particulars: [
              number ? `ที่ ${number}` : '',
              law.gazette ?? '',
              `${law.issuer} ${dateOf(law)}`.trim(),
            ].filter(Boolean),
            blocks,
            sample: law.sample,
          }),
  };
}

/** Empty where only the year is known, which the title then names. */
function dateOf({ date }: SampleLaw): string {
  return date ? thaiDate(date) : '';
}

function citationOf(law: SampleLaw): string {
  const number = letterNumber(law.citation);
  return number ? `หนังสือ${law.issuer} ที่ ${number} ลงวันที่ ${dateOf(law)}` : law.title;
}

function newsFiles({ news }: Content): SampleFile[] {
  const documents = news
    .filter((item) => item.pdf)
    .map((item): SampleFile => ({
      key: fileKey.newsPdf(item.key),
      folder: 'ข่าว',
      name: fileName(item.title, 'pdf'),
      make: () =>
        instrumentPdf({
          title: item.title,
          particulars: [],
          blocks: markdownToBlocks(item.body),
          sample: true,
        }),
    }));
  const pictures = newsWithPicture(news).map((item): SampleFile => ({
    key: fileKey.newsPicture(item.key),
    folder: 'ข่าว',
    name: fileName(`ภาพข่าว ${item.title}`, 'png'),
    alternativeText: `ภาพประกอบข่าว ${item.title}`,
    make: async () => ({ bytes: await newsPicture(item.title) }),
  }));
  return [...documents, ...pictures];
}

/** The pieces of news that come with a picture. */
export function newsWithPicture(news: Content['news']): Content['news'] {
  return news.filter((item) => item.pinned).slice(-NEWS_WITH_PICTURE);
}

function updatePictures({ updates, topics }: Content): SampleFile[] {
  return updates.flatMap((update) =>
    update.items.flatMap((item, index) =>
      (['before', 'after'] as const).flatMap((phase): SampleFile[] => {
        const caption = item[phase];
        if (!caption) return [];
        const menu = topics.find(({ key }) => key === item.menu)?.titleTh ?? '';
        const label = phase === 'before' ? 'ก่อนปรับปรุง' : 'หลังปรับปรุง';
        return [
          {
            key: fileKey.screen(update.key, index, phase),
            folder: 'การปรับปรุงระบบ',
            name: fileName(`${label} ${update.key} รายการที่ ${index + 1}`, 'png'),
            alternativeText: `หน้าจอ${label} ${caption}`,
            make: async () => ({ bytes: await screenPicture({ phase, menu, caption }) }),
          },
        ];
      })
    )
  );
}

function formFiles(form: SampleForm): SampleFile[] {
  const name = `${form.code} ${form.title}`;
  return [
    {
      key: fileKey.formPdf(form.key),
      folder: 'แบบฟอร์ม',
      name: fileName(name, 'pdf'),
      make: () => formPdf(form),
    },
    {
      key: fileKey.formEditable(form.key),
      folder: 'แบบฟอร์ม',
      name: fileName(name, form.format),
      make: async () => ({ bytes: await DOCUMENT_TYPES[form.format](form) }),
    },
  ];
}

const LONGEST_NAME = 110;

/**
 * A name every file system takes; a long title is cut where a line could end, its version stays.
 * Strapi drops a dot before the extension, so none is left there.
 */
function fileName(title: string, extension: string, version?: string): string {
  const safe = title.normalize().replace(/[<>:"/\\|?*]/gu, '-');
  const ends = [...breakOffsets(safe)].filter((offset) => offset <= LONGEST_NAME);
  const name = safe.slice(0, Math.max(...ends)).replace(/[\s.]+$/u, '');
  return `${name}${version ? ` ฉบับที่ ${version}` : ''}.${extension}`;
}
