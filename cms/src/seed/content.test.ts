import { describe, expect, it } from 'vitest';

import { content } from './content';
import { undrawable } from './files/sarabun';
import { markdownToBlocks } from './markdown';
import { inReferenceOrder } from './reference-order';
import { sampleFiles } from './sample-files';

const topics = new Set(content.topics.map(({ key }) => key));
const manuals = new Set(content.manuals.map(({ key }) => key));
const laws = new Set(content.laws.map(({ key }) => key));

const missing = (keys: readonly (string | undefined)[], known: Set<string>): string[] =>
  keys.filter((key): key is string => key !== undefined && !known.has(key));

describe('sample content', () => {
  it.each([
    ['topics', content.topics, 12],
    ['manuals', content.manuals, 20],
    ['laws', content.laws, 40],
    ['questions', content.faqs, 60],
    ['news', content.news, 15],
    ['updates', content.updates, 12],
    ['forms', content.forms, 20],
  ])('has enough %s, each with a key of its own', (_name, items, least) => {
    expect(items.length).toBeGreaterThanOrEqual(least);
    expect(new Set(items.map(({ key }) => key)).size).toBe(items.length);
  });

  it('hangs every item on menus that exist', () => {
    const used = [
      ...[...content.manuals, ...content.laws, ...content.faqs, ...content.forms].flatMap(
        (item) => item.topics
      ),
      ...content.updates.flatMap(({ items }) => items.map(({ menu }) => menu)),
    ];

    expect(missing(used, topics)).toEqual([]);
  });

  it('refers only to manuals and laws that exist', () => {
    const toManuals = [
      ...content.faqs.flatMap(({ relatedManuals = [] }) => relatedManuals),
      ...content.updates.flatMap(({ items }) => items.map(({ manual }) => manual)),
    ];

    expect(missing(toManuals, manuals)).toEqual([]);
    expect(
      missing(
        content.faqs.flatMap(({ relatedLaws = [] }) => relatedLaws),
        laws
      )
    ).toEqual([]);
  });

  it('can be created in an order in which every reference points back', () => {
    const lineage = inReferenceOrder(content.laws, (law) => [
      ...(law.amends ?? []),
      ...(law.repeals ?? []),
      ...(law.clarifies ?? []),
    ]);

    expect(lineage).toHaveLength(content.laws.length);
    expect(inReferenceOrder(content.topics, ({ parent }) => [parent])).toHaveLength(topics.size);
    expect(inReferenceOrder(content.forms, ({ supersededBy }) => [supersededBy])).toHaveLength(
      content.forms.length
    );
  });

  it('says of every law that another repeals that it is repealed', () => {
    const repealed = content.laws.flatMap(({ repeals = [] }) => repeals);
    const standing = content.laws.filter(
      ({ key, status }) => repealed.includes(key) && status !== 'repealed'
    );

    expect(standing.map(({ key }) => key)).toEqual([]);
  });

  it('writes only what rich text can hold', () => {
    const texts = [
      ...[...content.manuals, ...content.laws, ...content.news].map(({ body }) => body),
      ...content.faqs.map(({ answer }) => answer),
    ];

    for (const text of texts) expect(markdownToBlocks(text).length).toBeGreaterThan(0);
  });

  it('uses no sign that the documents could not show', () => {
    expect(undrawable(JSON.stringify(content))).toEqual([]);
  });
});

describe('sample files', () => {
  const files = sampleFiles(content);

  it('gives every file a name of its own in its folder', () => {
    const names = files.map(({ folder, name }) => `${folder}/${name}`);

    expect(new Set(names).size).toBe(names.length);
  });

  it('names files the way the media library keeps them', () => {
    const odd = files.filter(({ name }) => /\.\.|[/:?"<>|*\\]/u.test(name) || name.length > 140);

    expect(odd.map(({ name }) => name)).toEqual([]);
  });

  it('has a document for every manual and two for every form', () => {
    const keys = new Set(files.map(({ key }) => key));

    for (const { key } of content.manuals) expect(keys).toContain(`manual:${key}`);
    for (const { key } of content.forms) {
      expect(keys).toContain(`form:${key}:pdf`);
      expect(keys).toContain(`form:${key}:editable`);
    }
  });

  it('makes files of the kind their names say', async () => {
    const starts: Record<string, string> = {
      pdf: '%PDF-1.7',
      png: '\x89PNG',
      docx: 'PK',
      xlsx: 'PK',
    };
    const kinds = Object.keys(starts);
    const one = kinds.map((kind) => files.find(({ name }) => name.endsWith(`.${kind}`))!);

    for (const [index, file] of one.entries()) {
      const { bytes } = await file.make();
      expect(bytes.toString('latin1', 0, 8)).toContain(starts[kinds[index]!]);
    }
  });

  it('describes every picture in words', () => {
    const pictures = files.filter(({ name }) => name.endsWith('.png'));

    expect(pictures.filter(({ alternativeText }) => !alternativeText)).toEqual([]);
  });
});
