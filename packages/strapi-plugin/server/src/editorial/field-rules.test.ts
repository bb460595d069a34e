import { describe, expect, it } from 'vitest';
import { updateItem } from '../components/update-item';
import { contentType as faq } from '../faq/content-type';
import { contentType as manual } from '../manual/content-type';
import { contentType as news } from '../news/content-type';
import { contentType as update } from '../update/content-type';
import { draftFaults, missingFaults, unsafeLinks, type SchemaOf } from './field-rules';
import type { EditedSchema } from './fields';

const schemaOf: SchemaOf = () => updateItem as unknown as EditedSchema;
const schemas = Object.fromEntries(
  Object.entries({ faq, manual, news, update }).map(([name, { schema }]) => [name, schema])
) as unknown as Record<'faq' | 'manual' | 'news' | 'update', EditedSchema>;

const paragraph = (...children: object[]) => [{ type: 'paragraph', children }];
const words = (text: string) => paragraph({ type: 'text', text });
const pathsOf = (faults: { path: unknown[] }[]) => faults.map(({ path }) => path.join('.'));

describe('draftFaults', () => {
  it('lets an unfinished draft be saved', () => {
    expect(draftFaults(schemas.manual, { title: null, summary: '' }, schemaOf)).toEqual([]);
  });

  it('names the field, the limit and the length of text that is too long', () => {
    const [fault] = draftFaults(schemas.manual, { summary: 'ก'.repeat(1200) }, schemaOf);
    expect(fault?.path).toEqual(['summary']);
    expect(fault?.message).toBe('“สรุปย่อ” ยาวได้ไม่เกิน 1,000 ตัวอักษร ขณะนี้ 1,200 ตัวอักษร ตัดให้สั้นลง');
  });

  it('refuses an address that would run something, however deep it is', () => {
    const body = [
      {
        type: 'list',
        format: 'unordered',
        children: [
          {
            type: 'list-item',
            children: [{ type: 'link', url: 'javascript:alert(1)', children: [] }],
          },
        ],
      },
    ];
    expect(pathsOf(draftFaults(schemas.manual, { body }, schemaOf))).toEqual(['body']);
  });

  it('refuses a pinned order below one', () => {
    expect(draftFaults(schemas.faq, { pinnedOrder: 0 }, schemaOf)[0]?.message).toContain(
      'ต้องไม่น้อยกว่า 1'
    );
  });

  it('looks into the parts of a repeated component', () => {
    const items = [{ description: 'ก' }, { description: 'ก'.repeat(2001) }];
    const [fault] = draftFaults(schemas.update, { items }, schemaOf);
    expect(fault?.path).toEqual(['items', 1, 'description']);
    expect(fault?.message).toMatch(/^รายการที่ 2: /);
  });
});

describe('missingFaults', () => {
  it('asks for every required field at once', () => {
    const faults = missingFaults(schemas.news, { severity: 'info' }, schemaOf, 'เผยแพร่');
    expect(pathsOf(faults)).toEqual(['title', 'body', 'showFrom']);
    expect(faults[0]?.message).toBe('ใส่ “หัวข้อข่าว” ก่อนเผยแพร่');
  });

  it('does not take white space or an empty paragraph for text', () => {
    const entry = { title: '  ', body: words(' '), severity: 'info', showFrom: '2026-11-22' };
    const faults = missingFaults(schemas.news, entry, schemaOf, 'เผยแพร่');
    expect(pathsOf(faults)).toEqual(['title', 'body']);
  });

  it('takes a picture alone for a body', () => {
    const body = [{ type: 'image', image: { url: '/uploads/a.png' }, children: [] }];
    const entry = { title: 'ข่าว', body, severity: 'info', showFrom: '2026-11-22' };
    expect(missingFaults(schemas.news, entry, schemaOf, 'เผยแพร่')).toEqual([]);
  });

  it('asks for at least one item of an update, and for the text of each', () => {
    const update = { date: '2026-11-22', title: 'ก', audience: 'everyone' };
    const none = missingFaults(schemas.update, { ...update, items: [] }, schemaOf, 'เผยแพร่');
    expect(none[0]?.message).toContain('อย่างน้อยหนึ่งรายการ');
    const items = [{ kind: 'new', description: '' }];
    const empty = missingFaults(schemas.update, { ...update, items }, schemaOf, 'เผยแพร่');
    expect(pathsOf(empty)).toEqual(['items.0.description']);
  });

  it('counts on a default where nothing is given, and not where it was emptied', () => {
    const faults = (audience: unknown) =>
      pathsOf(
        missingFaults(
          schemas.manual,
          { title: 'ก', summary: 'ข', appliesTo: 'both', audience },
          schemaOf,
          'เผยแพร่'
        )
      );
    expect(faults(undefined)).toEqual([]);
    expect(faults(null)).toEqual(['audience']);
  });
});

describe('unsafeLinks', () => {
  it('accepts what a reader may follow', () => {
    for (const url of ['https://www.dla.go.th', 'http://a.th', 'mailto:a@b.th', 'tel:022419000']) {
      expect(unsafeLinks(paragraph({ type: 'link', url, children: [] }))).toEqual([]);
    }
  });

  it('finds the rest', () => {
    for (const url of ['data:text/html,x', 'java\nscript:alert(1)', 'ftp://a', '/relative', '']) {
      expect(unsafeLinks(paragraph({ type: 'link', url, children: [] }))).toEqual([url]);
    }
  });
});
