import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { signIn } from '../../test/sign-in';
import { startApp, type TestApp } from '../../test/start-app';

interface Faulty {
  message: string;
  details?: { errors?: { path: string[]; message: string }[] };
}
type Row = Record<string, unknown> & { documentId: string; publishedAt: unknown };

const words = (text: string) => [{ type: 'paragraph', children: [{ type: 'text', text }] }];

describe('editing', () => {
  let app: TestApp;
  let count = 0;

  const documents = (name: string) => app.strapi.documents(`plugin::km.${name}` as never);
  const create = async (name: string, data: object, status?: 'published') =>
    (await documents(name).create({ data, status } as never)) as unknown as Row;
  const update = (name: string, documentId: string, data: object) =>
    documents(name).update({ documentId, data } as never);
  const publish = (name: string, documentId: string) =>
    documents(name).publish({ documentId } as never);
  const rows = (name: string, where: object, populate: unknown = undefined) =>
    app.strapi.db.query(`plugin::km.${name}`).findMany({ where, populate }) as Promise<Row[]>;

  async function refusal(work: Promise<unknown>): Promise<Faulty> {
    const outcome = await work.then(
      () => null,
      (error: Faulty) => error
    );
    if (!outcome) throw new Error('It was not refused.');
    return outcome;
  }
  const fieldsOf = ({ details }: Faulty) => details?.errors?.map(({ path }) => path.join('.'));

  /** A letter nobody else has the number of. */
  const letter = (more: object = {}) => {
    count += 1;
    const citation = `มท 0808.4/ว ${1000 + count}`;
    const letterOf = { kind: 'letter', title: `หนังสือ ${count}`, issuer: 'สถ.', citation };
    return { ...letterOf, date: '2020-05-06', ...more };
  };
  const menu = (more: object = {}) => {
    count += 1;
    return { titleTh: `เมนู ${count}`, titleEn: `Menu ${count}`, slug: `menu-${count}`, ...more };
  };

  beforeAll(async () => {
    app = await startApp();
  });
  afterAll(() => app?.stop());

  describe('a draft', () => {
    it('may be unfinished, and is published only when it is complete', async () => {
      const { documentId } = await create('news', { title: 'ข่าว' });
      const refused = await refusal(publish('news', documentId));
      expect(fieldsOf(refused)).toEqual(['body', 'showFrom']);
      expect(refused.message).toContain('ใส่ “เนื้อข่าว” ก่อนเผยแพร่');
      expect(await rows('news', { documentId, publishedAt: { $notNull: true } })).toEqual([]);
      await update('news', documentId, { body: words('เนื้อ'), showFrom: '2026-11-01T00:00:00Z' });
      await publish('news', documentId);
      expect(await rows('news', { documentId })).toHaveLength(2);
    });

    it('is refused an address that would run something', async () => {
      const body = [
        {
          type: 'paragraph',
          children: [
            { type: 'link', url: 'javascript:alert(1)', children: [{ type: 'text', text: 'x' }] },
          ],
        },
      ];
      expect(fieldsOf(await refusal(create('news', { title: 'ข่าว', body })))).toEqual(['body']);
    });

    it('carries the text readers search, published or not', async () => {
      const { documentId } = await create('faq', {
        question: 'เข้าระบบไม่ได้',
        answer: words('ติดต่อผู้ดูแล'),
        errorMessages: 'รหัสผ่านไม่ถูกต้อง ๕๐๐',
      });
      await publish('faq', documentId);
      for (const { searchKey } of await rows('faq', { documentId })) {
        expect(searchKey).toContain('รหัสผ่านไม่ถูกต้อง 500');
        expect(searchKey).toContain('ติดต่อผู้ดูแล');
      }
    });
  });

  describe('an update of the system', () => {
    it('needs a real day', async () => {
      const items = [{ kind: 'new', description: 'เพิ่มรายงาน' }];
      const { documentId } = await create('update', { title: 'ปรับปรุง', items });
      expect(fieldsOf(await refusal(publish('update', documentId)))).toEqual(['date']);
      await update('update', documentId, { date: '1999-11-30' });
      expect((await refusal(publish('update', documentId))).message).toContain('ระบบเดิม');
      const buddhist = await refusal(update('update', documentId, { date: '2569-11-30' }));
      expect(buddhist.message).toContain('ค.ศ. 2026');
    });
  });

  describe('a letter number', () => {
    it('is read from the citation, with the day it tells', async () => {
      const { documentId } = await create('law', {
        ...letter(),
        citation: 'ด่วนที่สุด ที่ มท ๐๘๐๘.๒/ว ๒๔๔๕ ลงวันที่ ๘ ธันวาคม ๒๕๕๔',
        date: null,
      });
      const [row] = await rows('law', { documentId });
      expect(row).toMatchObject({
        org: 'มท',
        unit: '0808.2',
        number: 2445,
        year: 2554,
        date: '2011-12-08',
        urgency: 'mostUrgent',
      });
    });

    it('belongs to one law, however it is typed, and the refusal names that law', async () => {
      const own = letter({ citation: 'มท 0808.4/ว 5912', date: '2018-10-17', title: 'ฉบับแรก' });
      const first = await create('law', own);
      const again = letter({ citation: 'ที่ มท๐๘๐๘.๔/ว๕๙๑๒', date: '2018-12-31' });
      const draft = await refusal(create('law', again));
      expect(fieldsOf(draft)).toEqual(['citation']);
      expect(draft.message).toContain('“ฉบับแรก” (เป็นฉบับร่าง)');
      await publish('law', first.documentId);
      expect((await refusal(create('law', again))).message).toContain('(เผยแพร่แล้ว)');
      expect(await rows('law', { title: again.title })).toEqual([]);
      // Numbers restart every year.
      await create('law', { ...again, date: '2019-01-02' });
    });

    it('stays taken while the published letter bears it, and is free when the letter goes', async () => {
      const old = letter();
      const { documentId } = await create('law', old, 'published');
      await update('law', documentId, letter());
      const twin = { ...letter(), citation: old.citation, date: old.date };
      await refusal(create('law', twin));
      await publish('law', documentId);
      const { documentId: twinId } = await create('law', twin);
      await documents('law').delete({ documentId: twinId } as never);
      await create('law', twin);
    });

    it('goes to one of two editors who save at once', async () => {
      const twice = letter();
      const outcomes = await Promise.allSettled([
        create('law', { ...twice, title: 'ก' }),
        create('law', { ...twice, title: 'ข' }),
      ]);
      expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
      expect(await rows('law', { citation: twice.citation })).toHaveLength(1);
    });

    it('is free again where the law was deleted behind our back', async () => {
      const lost = letter();
      const { documentId } = await create('law', lost);
      await app.strapi.db.query('plugin::km.law').deleteMany({ where: { documentId } });
      await create('law', lost);
    });
  });

  describe('a law that repeals another', () => {
    let old: Row;
    let later: Row;

    const repeals = async () =>
      (
        await rows('law', { documentId: later.documentId, publishedAt: { $notNull: true } }, [
          'repeals',
        ])
      ).flatMap(({ repeals: named }) => (named as Row[]).map((row) => row.documentId));

    beforeEach(async () => {
      old = await create('law', letter());
      later = await create('law', letter({ repeals: [old.documentId] }), 'published');
    });

    it('names it once it is published, though it was published later', async () => {
      expect(await repeals()).toEqual([]);
      await publish('law', old.documentId);
      expect(await repeals()).toEqual([old.documentId]);
    });

    it('still names it when the other is changed, published again, withdrawn and put back', async () => {
      await publish('law', old.documentId);
      await update('law', old.documentId, { legalStatus: 'repealed' });
      await publish('law', old.documentId);
      expect(await repeals()).toEqual([old.documentId]);
      await documents('law').unpublish({ documentId: old.documentId } as never);
      expect(await repeals()).toEqual([]);
      await publish('law', old.documentId);
      expect(await repeals()).toEqual([old.documentId]);
    });

    it('still names it when it is itself published again', async () => {
      await publish('law', old.documentId);
      await update('law', later.documentId, { summary: 'สรุปใหม่' });
      await publish('law', later.documentId);
      expect(await repeals()).toEqual([old.documentId]);
    });

    it('cannot repeal itself, nor repeal and amend the same', async () => {
      const self = { repeals: { connect: [later.documentId] } };
      expect(fieldsOf(await refusal(update('law', later.documentId, self)))).toEqual(['repeals']);
      const both = { amends: { connect: [old.documentId] } };
      expect(fieldsOf(await refusal(update('law', later.documentId, both)))).toEqual(['amends']);
    });
  });

  describe('a document published after those that name it', () => {
    it('is linked from what nobody changed since, and from nothing else', async () => {
      const manual = { title: 'คู่มือ', summary: 'สรุป', body: words('เนื้อหา') };
      const { documentId: late } = await create('manual', manual);
      const faq = { question: 'ถาม', answer: words('ตอบ') };
      const ready = await create('faq', { ...faq, relatedManuals: [late] }, 'published');
      const changed = await create('faq', faq, 'published');
      // Strapi itself takes half a second for no time at all.
      await new Promise((resolve) => setTimeout(resolve, 600));
      await update('faq', changed.documentId, { relatedManuals: { connect: [late] } });
      const items = [
        { kind: 'fixed', description: 'ไม่มีคู่มือ' },
        { kind: 'new', description: 'มีคู่มือ', manual: late },
      ];
      const release = await create(
        'update',
        { title: 'รอบ', date: '2026-11-20', items },
        'published'
      );

      await publish('manual', late);

      const published = { publishedAt: { $notNull: true } };
      const named = async (documentId: string) =>
        (await rows('faq', { documentId, ...published }, ['relatedManuals'])).flatMap(
          ({ relatedManuals }) => (relatedManuals as Row[]).map((row) => Boolean(row.publishedAt))
        );
      expect(await named(ready.documentId)).toEqual([true]);
      expect(await named(changed.documentId)).toEqual([]);
      const [shown] = await rows(
        'update',
        { documentId: release.documentId, ...published },
        { items: { populate: ['manual'] } }
      );
      const manuals = (shown?.items as { manual: Row | null }[]).map((item) => item.manual);
      expect(manuals.map((row) => row && Boolean(row.publishedAt))).toEqual([null, true]);
    });
  });

  describe('a menu', () => {
    it('keeps its old name and address when it is renamed', async () => {
      const { documentId, slug, titleTh } = await create('topic', menu());
      await update('topic', documentId, { titleTh: 'ชื่อใหม่', slug: `new-${count}` });
      const [row] = await rows('topic', { documentId });
      expect(row).toMatchObject({ earlierNames: titleTh, earlierSlugs: slug });
      expect(row?.searchKey).toContain(titleTh);
      const reused = await refusal(create('topic', menu({ slug })));
      expect(reused.message).toContain('เป็นชื่อเดิมของเมนู “ชื่อใหม่”');
    });

    it('has an address of its own, in its own form', async () => {
      const { slug, titleTh } = await create('topic', menu());
      expect((await refusal(create('topic', menu({ slug })))).message).toContain(`“${titleTh}”`);
      expect(fieldsOf(await refusal(create('topic', menu({ slug: 'Not A Slug' }))))).toEqual([
        'slug',
      ]);
    });

    it('is never below itself', async () => {
      const top = await create('topic', menu());
      const middle = await create('topic', menu({ parent: top.documentId }));
      const bottom = await create('topic', menu({ parent: middle.documentId }));
      for (const parent of [top, middle, bottom]) {
        const moved = update('topic', top.documentId, { parent: parent.documentId });
        expect(fieldsOf(await refusal(moved))).toEqual(['parent']);
      }
      const [row] = await rows('topic', { documentId: top.documentId }, ['parent']);
      expect(row?.parent).toBeNull();
    });

    it('is not deleted while something is in it, and the refusal counts what', async () => {
      const { documentId } = await create('topic', menu());
      await create('topic', menu({ parent: documentId }));
      const law = await create('law', letter({ topics: [documentId] }), 'published');
      await create('update', {
        title: 'รอบ',
        date: '2026-11-20',
        items: [{ kind: 'new', description: 'ก', menu: documentId }],
      });
      const refused = await refusal(documents('topic').delete({ documentId } as never));
      expect(refused.message).toContain(
        'เมนูย่อย 1 เมนู กฎหมายและหนังสือสั่งการ 1 ฉบับ การปรับปรุงระบบ 1 รายการ'
      );
      expect(await rows('topic', { documentId })).toHaveLength(1);
      expect(await rows('law', { documentId: law.documentId })).toHaveLength(2);
    });

    it('is deleted when nothing is in it', async () => {
      const { documentId } = await create('topic', menu());
      await documents('topic').delete({ documentId } as never);
      expect(await rows('topic', { documentId })).toEqual([]);
    });
  });

  describe('in the admin panel', () => {
    let editor: Record<string, string>;

    const ask = (method: string, path: string, body?: object) =>
      app.get(path, {
        method,
        headers: { ...editor, 'Content-Type': 'application/json' },
        ...(body && { body: JSON.stringify(body) }),
      });
    const content = (path: string) => `/content-manager/collection-types/plugin::km.${path}`;

    beforeAll(async () => {
      editor = await signIn(app, 'strapi-super-admin');
    });

    it('a refusal names each field, for the form to show it there', async () => {
      const made = await ask('POST', content('news'), { title: 'ข่าว' });
      const { data } = (await made.json()) as { data: Row };
      const answer = await ask('POST', content(`news/${data.documentId}/actions/publish`), {
        title: 'ข่าว',
      });
      expect(answer.status).toBe(400);
      const { error } = (await answer.json()) as { error: Faulty };
      expect(error.details?.errors?.map(({ path }) => path)).toEqual([['body'], ['showFrom']]);
    });

    it('publishing many at once asks the same of each', async () => {
      const { documentId } = await create('news', { title: 'ข่าว' });
      const answer = await ask('POST', content('news/actions/bulkPublish'), {
        documentIds: [documentId],
      });
      expect(answer.status).toBe(400);
      expect(await rows('news', { documentId })).toHaveLength(1);
    });

    it('deleting many menus at once deletes none that is in use', async () => {
      const { documentId } = await create('topic', menu());
      const free = await create('topic', menu());
      await create('law', letter({ topics: [documentId] }));
      const answer = await ask('POST', content('topic/actions/bulkDelete'), {
        documentIds: [documentId, free.documentId],
      });
      expect(answer.status).toBe(400);
      expect(await rows('topic', { documentId })).toHaveLength(1);
    });

    it('fields have Thai names and hints, and nothing derived shows', async () => {
      const answer = await ask(
        'GET',
        '/content-manager/content-types/plugin::km.law/configuration'
      );
      const { data } = (await answer.json()) as {
        data: { contentType: { metadatas: Record<string, { edit: { label: string } }> } };
      };
      const { metadatas } = data.contentType;
      expect(metadatas.citation?.edit.label).toBe('เลขที่หนังสือ');
      expect(Object.keys(metadatas)).not.toContain('searchKey');
      expect(Object.keys(metadatas)).not.toContain('citationKey');
    });

    it('a menu in use moves its contents to another and goes', async () => {
      const target = await create('topic', menu());
      const leaving = await create('topic', menu());
      const child = await create('topic', menu({ parent: leaving.documentId }));
      const both = [leaving.documentId, target.documentId];
      const law = await create('law', letter({ topics: both }), 'published');

      const asked = await ask('GET', `/km/topics/${leaving.documentId}/leaving`);
      const { data } = (await asked.json()) as {
        data: { uses: { count: number }[]; targets: { documentId: string }[] };
      };
      expect(data.uses.map((use) => use.count)).toEqual([1, 1]);
      const offered = data.targets.map(({ documentId }) => documentId);
      expect(offered).toContain(target.documentId);
      expect(offered).not.toContain(leaving.documentId);
      expect(offered).not.toContain(child.documentId);

      const move = (to: string) =>
        ask('POST', `/km/topics/${leaving.documentId}/move-and-delete`, { target: to });
      expect((await move(child.documentId)).status).toBe(400);
      expect((await move(target.documentId)).status).toBe(200);

      expect(await rows('topic', { documentId: leaving.documentId })).toEqual([]);
      const [moved] = await rows('topic', { documentId: child.documentId }, ['parent']);
      expect((moved?.parent as Row).documentId).toBe(target.documentId);
      for (const row of await rows('law', { documentId: law.documentId }, ['topics'])) {
        expect((row.topics as Row[]).map(({ documentId }) => documentId)).toEqual([
          target.documentId,
        ]);
      }
      const [kept] = await rows('topic', { documentId: target.documentId });
      expect(kept).toMatchObject({ earlierNames: leaving.titleTh, earlierSlugs: leaving.slug });
    });

    it('only those who may delete menus may move them', async () => {
      const { documentId } = await create('topic', menu());
      const author = await signIn(app, 'strapi-author');
      const path = `/km/topics/${documentId}`;
      expect((await app.get(`${path}/leaving`, { headers: author })).status).toBe(403);
      const moved = await app.get(`${path}/move-and-delete`, {
        method: 'POST',
        headers: { ...author, 'Content-Type': 'application/json' },
        body: JSON.stringify({ target: documentId }),
      });
      expect(moved.status).toBe(403);
      expect(await rows('topic', { documentId })).toHaveLength(1);
    });
  });
});
