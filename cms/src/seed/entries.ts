import type { Core } from '@strapi/strapi';

import type { Content } from './content';
import { endOfDay, startOfDay } from './dates';
import type { StoredFile } from './file-store';
import { markdownToBlocks } from './markdown';
import { inReferenceOrder } from './reference-order';
import { fileKey } from './sample-files';

export type ContentName = 'topic' | 'manual' | 'law' | 'faq' | 'news' | 'update' | 'form';

/** One entry to create, with what tells it from others of its type. */
interface Entry {
  key: string;
  identity: Record<string, unknown>;
  data: Record<string, unknown>;
}

/** What the data of entries is made from: files, and the entries made before. */
interface Sources {
  content: Content;
  files: Map<string, StoredFile>;
  idOf(name: ContentName, key: string): string;
  now: Date;
}

/** The document service as far as seeding needs it; the plugin's types are not known here. */
interface Documents {
  create(params: { data: object; status?: 'published' }): Promise<{ documentId: string }>;
}

type Maker = (sources: Sources) => Iterable<Entry>;

/** Services in the order their entries can be made in, each with its maker. */
const MAKERS: [ContentName, Maker][] = [
  ['topic', topics],
  ['manual', manuals],
  ['law', laws],
  ['faq', faqs],
  ['news', news],
  ['update', updates],
  ['form', forms],
];

export interface CreateOptions {
  content: Content;
  files: Map<string, StoredFile>;
  now: Date;
  onCreated(name: ContentName, done: number, total: number): void;
}

/**
 * Creates and publishes the entries. Those an interrupted run has made are left as they are, so the
 * rest can be added.
 */
export async function createEntries(
  strapi: Core.Strapi,
  { content, files, now, onCreated }: CreateOptions
): Promise<number> {
  const ids = new Map<string, string>();
  const idOf = (name: ContentName, key: string): string => {
    const id = ids.get(`${name}:${key}`);
    if (id === undefined)
      throw new Error(`Sample content refers to ${name} "${key}", which does not exist.`);
    return id;
  };
  let created = 0;
  for (const [name, make] of MAKERS) {
    const total = totalOf(content, name);
    let done = 0;
    // Lazily, because an entry may refer to one of its own type made just before.
    for (const entry of make({ content, files, idOf, now })) {
      const id = await findEntry(strapi, name, entry.identity);
      if (id === null) created++;
      ids.set(`${name}:${entry.key}`, id ?? (await createEntry(strapi, name, entry)));
      onCreated(name, ++done, total);
    }
  }
  return created;
}

async function createEntry(strapi: Core.Strapi, name: ContentName, entry: Entry): Promise<string> {
  const documents = strapi.documents as unknown as (uid: string) => Documents;
  try {
    const { documentId } = await documents(`plugin::km.${name}`).create({
      data: { sample: true, ...entry.identity, ...entry.data },
      // Menus have no drafts.
      ...(name === 'topic' ? {} : { status: 'published' }),
    });
    return documentId;
  } catch (error) {
    throw new Error(`Sample ${name} "${entry.key}" was refused: ${messageOf(error)}`, {
      cause: error,
    });
  }
}

async function findEntry(
  strapi: Core.Strapi,
  name: ContentName,
  where: Record<string, unknown>
): Promise<string | null> {
  const row = await strapi.db
    .query(`plugin::km.${name}`)
    .findOne({ select: ['documentId'], where });
  return row ? (row.documentId as string) : null;
}

function totalOf(content: Content, name: ContentName): number {
  return (name === 'news' ? content.news : content[`${name}s`]).length;
}

function* topics({ content, idOf }: Sources): Iterable<Entry> {
  for (const topic of inReferenceOrder(content.topics, ({ parent }) => [parent])) {
    yield {
      key: topic.key,
      identity: { slug: topic.key },
      data: {
        titleTh: topic.titleTh,
        titleEn: topic.titleEn,
        order: topic.order,
        parent: topic.parent ? idOf('topic', topic.parent) : null,
        earlierNames: lines(topic.earlierNames),
        earlierSlugs: lines(topic.earlierSlugs),
        // The menus are those of e-LAAS; what is invented hangs on them and goes without them.
        sample: false,
      },
    };
  }
}

function* manuals({ content, files, idOf }: Sources): Iterable<Entry> {
  for (const manual of content.manuals) {
    yield {
      key: manual.key,
      identity: { title: manual.title },
      data: {
        summary: manual.summary,
        body: markdownToBlocks(manual.body),
        topics: manual.topics.map((key) => idOf('topic', key)),
        audience: manual.audience,
        appliesTo: manual.appliesTo,
        version: manual.version,
        effectiveDate: manual.effectiveDate,
        reviewBy: manual.reviewBy ?? null,
        files: fileIds(files, fileKey.manual(manual.key)),
        earlierVersions: (manual.earlierVersions ?? []).map((earlier) => ({
          ...earlier,
          file: fileId(files, fileKey.earlierManual(manual.key, earlier.version)),
        })),
      },
    };
  }
}

function* laws({ content, files, idOf }: Sources): Iterable<Entry> {
  const ordered = inReferenceOrder(
    content.laws,
    ({ amends = [], repeals = [], clarifies = [] }) => [...amends, ...repeals, ...clarifies]
  );
  for (const law of ordered) {
    const ids = (keys: string[] | undefined) => (keys ?? []).map((key) => idOf('law', key));
    yield {
      key: law.key,
      identity: { title: law.title, date: law.date ?? null },
      data: {
        kind: law.kind,
        citation: law.citation ?? null,
        issuer: law.issuer,
        urgency: law.urgency ?? null,
        effectiveDate: law.effectiveDate ?? null,
        legalStatus: law.status,
        amends: ids(law.amends),
        repeals: ids(law.repeals),
        clarifies: ids(law.clarifies),
        gazette: law.gazette ?? null,
        topics: law.topics.map((key) => idOf('topic', key)),
        files: fileIds(files, fileKey.law(law.key)),
        summary: law.summary,
        body: markdownToBlocks(law.body),
        sample: law.sample,
      },
    };
  }
}

function* faqs({ content, idOf }: Sources): Iterable<Entry> {
  for (const faq of content.faqs) {
    yield {
      key: faq.key,
      identity: { question: faq.question },
      data: {
        answer: markdownToBlocks(faq.answer),
        topics: faq.topics.map((key) => idOf('topic', key)),
        audience: faq.audience,
        appliesTo: faq.appliesTo,
        keywords: lines(faq.keywords),
        errorMessages: lines(faq.errorMessages),
        relatedManuals: (faq.relatedManuals ?? []).map((key) => idOf('manual', key)),
        relatedLaws: (faq.relatedLaws ?? []).map((key) => idOf('law', key)),
        pinnedOrder: faq.pinnedOrder ?? null,
      },
    };
  }
}

function* news({ content, files, now }: Sources): Iterable<Entry> {
  for (const item of content.news) {
    yield {
      key: item.key,
      identity: { title: item.title },
      data: {
        body: markdownToBlocks(item.body),
        severity: item.severity,
        pinned: item.pinned,
        showFrom: startOfDay(now, item.showFromDay),
        showUntil: item.showUntilDay === undefined ? null : endOfDay(now, item.showUntilDay),
        files: fileIds(files, fileKey.newsPdf(item.key)),
        picture: fileId(files, fileKey.newsPicture(item.key)),
      },
    };
  }
}

function* updates({ content, files, idOf }: Sources): Iterable<Entry> {
  for (const update of content.updates) {
    yield {
      key: update.key,
      identity: { title: update.title, date: update.date },
      data: {
        audience: update.audience,
        items: update.items.map((item, index) => ({
          menu: idOf('topic', item.menu),
          kind: item.kind,
          roles: lines(item.roles),
          description: item.description,
          manual: item.manual ? idOf('manual', item.manual) : null,
          before: fileId(files, fileKey.screen(update.key, index, 'before')),
          after: fileId(files, fileKey.screen(update.key, index, 'after')),
        })),
      },
    };
  }
}

function* forms({ content, files, idOf }: Sources): Iterable<Entry> {
  for (const form of inReferenceOrder(content.forms, ({ supersededBy }) => [supersededBy])) {
    const pdf = files.get(fileKey.formPdf(form.key));
    yield {
      key: form.key,
      identity: { title: form.title, code: form.code },
      data: {
        purpose: form.purpose,
        usedBy: form.usedBy,
        topics: form.topics.map((key) => idOf('topic', key)),
        editableFile: fileId(files, fileKey.formEditable(form.key)),
        pdfFile: pdf?.id ?? null,
        pageCount: pdf?.pages ?? null,
        version: form.version,
        supersededBy: form.supersededBy ? idOf('form', form.supersededBy) : null,
      },
    };
  }
}

/** Lists of words are kept one on a line. */
function lines(values: readonly string[] | undefined): string | null {
  return values && values.length > 0 ? values.join('\n') : null;
}

function fileId(files: Map<string, StoredFile>, key: string): number | null {
  return files.get(key)?.id ?? null;
}

function fileIds(files: Map<string, StoredFile>, key: string): number[] {
  const id = fileId(files, key);
  return id === null ? [] : [id];
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
