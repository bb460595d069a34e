import { operations, type Operation, type OperationName } from '@km-laas/contract';
import { Ajv2020 } from 'ajv/dist/2020';
import addFormats from 'ajv-formats';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { boardOf } from '../../test/board';
import { editorOf, paragraph } from '../../test/editor';
import { fiscalJob, importFigures, registerAuthorities } from '../../test/fiscal';
import { signInMember } from '../../test/member';
import { startApp, type TestApp } from '../../test/start-app';
import { waitUntil } from '../../test/wait-until';
import { importerOf } from '../subsidy/import.test-support';

type Json = Record<string, unknown>;

interface Description {
  operationId: string;
  parameters: { name: string; in: string; required: boolean }[];
  responses: Record<string, { content: Record<string, unknown> }>;
}

const names = Object.keys(operations) as OperationName[];
/** What only a member is answered; strangers are told to sign in. */
const personal = names.filter((name) => (operations[name] as Operation).needsMember);
const open = names.filter((name) => !personal.includes(name));
/** Needs what a window of sign-in or an upload hands out first: held to the contract by tests of their own. */
const handedOut: OperationName[] = ['takeMemberToken', 'getAttachment'];
let app: TestApp;
let ajv: Ajv2020;
let document: {
  openapi: string;
  servers: { url: string }[];
  paths: Record<string, Record<string, Description>>;
};
const ids: Record<string, string> = {};

beforeAll(async () => {
  app = await startApp({ plugin: { checksPrivatePages: true } });
  bodies.readPageFacts = { url: `${app.origin}/members/sign-in` };
  await writeFigures();
  await writeContent();
  await writeThread();
  await waitUntil(async () => {
    const answer = await (await app.get('/api/km/v1/search?q=โครงการ')).json();
    return (answer as { data: unknown[] | null }).data !== null;
  });
  const response = await app.get('/api/km/v1/openapi.json');
  document = (await response.json()) as typeof document;
  // OpenAPI puts words of its own beside those of JSON Schema.
  ajv = new Ajv2020({ strict: false, allErrors: true });
  addFormats.default(ajv);
  ajv.addSchema(document, 'openapi.json');
});
afterAll(() => app?.stop());

/** Three authorities, one of them before and after a change of kind, and their figures of two years. */
async function writeFigures(): Promise<void> {
  const city = { kind: 'city', provinceCode: '47', population: 52_000 } as const;
  const towns = [1, 2].map((index) => ({
    code: `0447010${index}`,
    name: `เทศบาลเมืองทดสอบ ${index}`,
    kind: 'town' as const,
    provinceCode: '47',
    population: 12_000,
  }));
  await registerAuthorities(app.strapi, [
    { ...city, code: authority, name: 'เทศบาลนครสกลนคร' },
    ...towns,
    { code: null, name: 'กรุงเทพมหานคร', kind: 'bangkok', provinceCode: '10' },
  ]);
  const codes = [authority, ...towns.map(({ code }) => code)];
  const rows = [2569, 2570].flatMap((year) =>
    codes.flatMap((code) => [
      [year, 1, code, '411000', 100_000] as const,
      [year, 1, code, '521000', 50_000] as const,
    ])
  );
  await importFigures(
    app.strapi,
    fiscalJob('conformity'),
    rows.map((row) => [...row])
  );
  await importerOf(app.strapi).run([
    {
      fiscalYear: '2570',
      authorityCode: authority,
      type: 'เบี้ยยังชีพผู้สูงอายุ',
      instalment: '1',
      letterNumber: 'มท 0808.4/ว 2141',
      letterDate: '17 ก.ค. 2563',
      allocationNumber: '1',
      transferDate: '2026-10-05',
      payee: 'อปท.',
      headcount: '12',
      amount: '1,234.50',
      status: 'โอนแล้ว',
    },
  ]);
}

/** One document of each kind with everything it can have, and one with the least. */
async function writeContent(): Promise<void> {
  const editor = editorOf(app.strapi);
  const topic = await editor.publish('topic', { slug: 'budget', earlierNames: 'งบ' });
  const below = await editor.publish('topic', { slug: 'transfer', parent: topic });
  const picture = () => editor.file({ ext: '.png', mime: 'image/png', width: 8, height: 6 });
  for (const service of ['manual', 'law', 'faq', 'news', 'update', 'form'] as const) {
    await editor.publish(service);
  }
  const body = [
    { type: 'heading', level: 2, children: [{ type: 'text', text: 'หัวข้อ', bold: true }] },
    paragraph('ข้อความ'),
    {
      type: 'list',
      format: 'ordered',
      children: [
        { type: 'list-item', children: [{ type: 'text', text: 'หนึ่ง' }] },
        {
          type: 'list',
          format: 'unordered',
          children: [{ type: 'list-item', children: [{ type: 'text', text: 'ย่อย' }] }],
        },
      ],
    },
    { type: 'quote', children: [{ type: 'text', text: 'อ้าง' }] },
    { type: 'code', children: [{ type: 'text', text: 'x' }] },
    {
      type: 'paragraph',
      children: [
        { type: 'text', text: '' },
        { type: 'link', url: 'https://example.go.th', children: [{ type: 'text', text: 'เว็บ' }] },
        { type: 'text', text: '' },
      ],
    },
  ];
  const topics = [topic, below];
  const sample = true;
  ids.Manual = await editor.publish('manual', {
    body,
    topics,
    version: '1',
    effectiveDate: '2026-01-01',
    reviewBy: '2027-01-01',
    files: [await editor.file()],
    earlierVersions: [
      { version: '0', effectiveDate: '2025-01-01', note: 'เดิม', file: await editor.file() },
    ],
    sample,
  });
  const old = await editor.publish('law', {
    kind: 'letter',
    citation: 'ที่ มท 0808.4/ว 5912 ลงวันที่ 17 ตุลาคม 2561',
    date: '2018-10-17',
  });
  ids.Law = await editor.publish('law', {
    kind: 'letter',
    citation: 'ที่ มท 0808.4/ว 2141 ลงวันที่ 17 กรกฎาคม 2563',
    date: '2020-07-17',
    urgency: 'urgent',
    effectiveDate: '2020-08-01',
    amends: [await editor.publish('law')],
    repeals: [old],
    clarifies: [await editor.publish('law')],
    gazette: 'เล่ม 136 ตอนที่ 69 ก หน้า 52 วันที่ 27 พฤษภาคม 2562',
    summary: 'สรุป',
    topics,
    body,
    files: [await editor.file()],
    sample,
  });
  ids.Faq = await editor.publish('faq', {
    answer: body,
    topics,
    keywords: 'ก\nข',
    errorMessages: 'ผิดพลาด',
    pinnedOrder: 1,
    relatedManuals: [ids.Manual],
    relatedLaws: [ids.Law, old],
    sample,
  });
  ids.News = await editor.publish('news', {
    body,
    pinned: true,
    severity: 'urgent',
    showUntil: '2100-01-01T00:00:00.000Z',
    picture: await picture(),
    files: [await editor.file()],
    sample,
  });
  ids.Update = await editor.publish('update', {
    items: [
      {
        menu: below,
        kind: 'changed',
        roles: 'บัญชี',
        description: 'ปรับ',
        manual: ids.Manual,
        before: await picture(),
        after: await picture(),
      },
    ],
    sample,
  });
  const successor = await editor.publish('form', { code: 'KM-F02' });
  ids.Form = await editor.publish('form', {
    code: 'KM-F01',
    usedBy: 'อปท.',
    topics,
    version: '1',
    pageCount: 1,
    editableFile: await editor.file({
      ext: '.odt',
      mime: 'application/vnd.oasis.opendocument.text',
    }),
    pdfFile: await editor.file(),
    supersededBy: successor,
    sample,
  });
}

/** A question of a member and a reply to it. */
async function writeThread(): Promise<void> {
  const board = boardOf(app);
  const member = await signInMember(app);
  ids.Thread = await board.ask(member);
  ids.Reply = await board.reply(member, ids.Thread);
  ids.Attachment = 'z'.repeat(24);
}

const authority = '03470102';

/** Queries without which an operation answers nothing. */
const queries: Partial<Record<OperationName, string>> = {
  lookUpLaw: 'number=ว2141',
  listAuthorities: 'q=สกลนคร',
  fiscalOverview: `level=authority&code=${authority}`,
  fiscalCompare: `authority=${authority}`,
  fiscalAuthorities: 'province=47',
  listSubsidies: `authority=${authority}`,
  fiscalOverviewCsv: 'level=province&code=47',
  fiscalOverviewXlsx: 'level=region&code=northeast',
  fiscalCompareCsv: `authority=${authority}`,
  fiscalCompareXlsx: `authority=${authority}`,
  fiscalAuthoritiesCsv: 'province=47',
  fiscalAuthoritiesXlsx: 'province=47',
  search: 'q=ว2141',
  searchSuggest: 'q=ระเบียบ',
  searchSimilar: 'q=คำถาม',
};

const bodies: Partial<Record<OperationName, Json>> = {
  recordSearchClick: { q: 'โอนงบ', service: 'law', id: authority, rank: 1 },
  checkThread: { body: 'ถามเรื่องโอนงบ' },
  recordDeflection: { title: 'โอนงบ', service: 'law', id: authority },
  viewThread: {},
  reportThread: { reason: 'spam' },
  reportReply: { reason: 'spam' },
};

/** Ends of the address that make an operation answer with data. */
function addressOf(name: OperationName): string {
  const { path }: Operation = operations[name];
  const ofBoard = /^\/(thread|repl|attachment)/.exec(path)?.[1] ?? '';
  const service =
    { thread: 'Thread', repl: 'Reply', attachment: 'Attachment' }[ofBoard] ??
    /^(?:get|send)(\w+?)(?:Feedback)?$/.exec(name)?.[1] ??
    '';
  const search = queries[name] ? `?${queries[name]}` : '';
  return path.replace('{id}', ids[service] ?? '').replace('{code}', authority) + search;
}

function ask(name: OperationName, address = addressOf(name)): Promise<Response> {
  const { method, bodyTypes }: Operation = operations[name];
  const body = bodies[name] ?? { helpful: true, reason: 'clear', comment: 'ขอบคุณ' };
  const post = {
    method: 'POST',
    headers: { 'Content-Type': bodyTypes?.[0] ?? 'application/json' },
    body: JSON.stringify(body),
  };
  return app.get(`/api/km/v1${address}`, method === 'post' ? post : {});
}

/** Faults of a live answer against what the served document says of it. */
async function faultsOf(name: OperationName, response: Response): Promise<unknown[]> {
  const { path, method }: Operation = operations[name];
  const described = document.paths[path]?.[method]?.responses[response.status];
  const type = (response.headers.get('content-type') ?? '').split(';')[0] ?? '';
  if (!described) return [`${response.status} is not described`];
  if (!described.content[type]) return [`${response.status} as ${type} is not described`];
  const text = await response.text();
  const answer: unknown = type === 'application/json' ? JSON.parse(text) : text;
  const pointer = ['paths', path, method, 'responses', response.status, 'content', type, 'schema'];
  const escaped = pointer.map((part) => String(part).replaceAll('~', '~0').replaceAll('/', '~1'));
  const $ref = `openapi.json#/${escaped.map(encodeURIComponent).join('/')}`;
  ajv.validate({ $ref }, answer);
  return ajv.errors ?? [];
}

describe('the served OpenAPI document', () => {
  it('describes every operation of the contract and nothing else', () => {
    expect(document.openapi).toBe('3.1.0');
    const described = Object.values(document.paths).flatMap((methods) =>
      Object.values(methods).map(({ operationId }) => operationId)
    );
    expect(described.sort()).toEqual([...names].sort());
  });

  it('says where the API stands', async () => {
    expect(document.servers).toEqual([{ url: `${app.origin}/api/km/v1` }]);
  });

  it.each(open.filter((name) => !handedOut.includes(name)))(
    'is true of what %s answers',
    async (name) => {
      const response = await ask(name);
      expect(response.status).toBe(operations[name].status);
      expect(await faultsOf(name, response)).toEqual([]);
    }
  );

  it.each(personal)('is true of what %s answers to a stranger', async (name) => {
    const response = await ask(name);
    expect(response.status).toBe(401);
    expect(await faultsOf(name, response)).toEqual([]);
  });

  it.each(open)('is true of what %s answers to an unknown parameter', async (name) => {
    const { method }: Operation = operations[name];
    const address = addressOf(name);
    const response = await ask(name, `${address}${address.includes('?') ? '&' : '?'}unheard=1`);
    expect(response.status, method).toBe(400);
    expect(await faultsOf(name, response)).toEqual([]);
  });

  it.each(open.filter((name) => operations[name].path.includes('{id}')))(
    'is true of what %s answers about an unknown document',
    async (name) => {
      const address = operations[name].path.replace('{id}', 'z'.repeat(24));
      const response = await ask(name, address);
      expect(response.status).toBe(404);
      expect(await faultsOf(name, response)).toEqual([]);
    }
  );

  it.each(names)('names the parameters %s takes', async (name) => {
    const { path, method, query }: Operation = operations[name];
    const described = document.paths[path]?.[method]?.parameters ?? [];
    const inQuery = described.filter((parameter) => parameter.in === 'query');
    expect(inQuery.map((parameter) => parameter.name).sort()).toEqual(
      Object.keys(query?.shape ?? {}).sort()
    );
  });

  it('would notice an answer with something more than it says', () => {
    const $ref = 'openapi.json#/components/schemas/Topic';
    const topic: Json = {
      slug: 'a',
      titleTh: 'ก',
      titleEn: 'A',
      earlierNames: [],
      earlierSlugs: [],
      sample: false,
      children: [],
    };
    expect(ajv.validate({ $ref }, topic)).toBe(true);
    expect(ajv.validate({ $ref }, { ...topic, createdBy: 1 })).toBe(false);
  });
});
