import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { IndexNotReadyError, openSearchEngine } from './engine';
import { documentWith, queryFor, textDocument, vocabulary } from './engine.test-support';
import type { IndexedDocument, SearchEngine, Vocabulary } from './types';

const built = join(import.meta.dirname, '../../../../dist');
const workerFile = (name: string) => join(built, 'workers', `${name}.js`);
const engines: SearchEngine[] = [];

afterEach(async () => {
  await Promise.all(engines.splice(0).map((engine) => engine.close()));
});

const newFile = () => join(mkdtempSync(join(tmpdir(), 'km-engine-')), 'deep', 'search.db');

async function open(file = newFile(), of: Vocabulary = vocabulary): Promise<SearchEngine> {
  const engine = await openSearchEngine({ file, vocabulary: of, workerFile });
  engines.push(engine);
  return engine;
}

async function* portions(...documents: IndexedDocument[][]) {
  yield* documents;
}

async function filled(file = newFile()): Promise<SearchEngine> {
  const engine = await open(file);
  await engine.rebuild(portions([textDocument('a', 'โอนงบประมาณ', 'วิธีโอน')]), 7, vocabulary);
  return engine;
}

const idsOf = async (engine: SearchEngine, q: string) =>
  (await engine.search(queryFor(q))).hits.map(({ id }) => id);

describe('search engine', () => {
  it('asks to be filled when its file is missing, and answers when it was', async () => {
    const engine = await open();
    expect(engine.state()).toMatchObject({ ready: false, rebuildNeeded: 'missing', applied: 0 });
    await expect(engine.search(queryFor('ก'))).rejects.toThrow(IndexNotReadyError);
    await expect(engine.apply({ put: [], remove: [], applied: 1 })).rejects.toThrow(
      IndexNotReadyError
    );
    await engine.rebuild(portions([textDocument('a', 'โอนงบประมาณ', '')]), 7, vocabulary);
    expect(engine.state()).toMatchObject({ ready: true, rebuildNeeded: null, applied: 7 });
    expect(await idsOf(engine, 'โอนงบ')).toEqual(['a']);
  });

  it('shows a change to every query after it, and keeps it', async () => {
    const file = newFile();
    const engine = await filled(file);
    await engine.apply({
      put: [textDocument('b', 'ปิดบัญชี', 'ปิดบัญชีประจำปี')],
      remove: [{ service: 'manual', id: 'a' }],
      applied: 9,
    });
    expect(await idsOf(engine, 'ปิดบัญชี')).toEqual(['b']);
    expect(await idsOf(engine, 'โอนงบ')).toEqual([]);
    await engine.close();
    const again = await open(file);
    expect(again.state()).toMatchObject({ ready: true, applied: 9, documents: 1 });
    expect(await idsOf(again, 'ปิดบัญชี')).toEqual(['b']);
  });

  it('answers from the old file until a new one is complete, and takes changes meanwhile', async () => {
    const engine = await filled();
    let goOn = () => {};
    const held = new Promise<void>((resolve) => {
      goOn = resolve;
    });
    async function* slowly() {
      yield [textDocument('n', 'ใหม่', 'ฉบับใหม่')];
      await held;
      yield [textDocument('m', 'ใหม่กว่า', 'ฉบับใหม่กว่า')];
    }
    const rebuilt = engine.rebuild(slowly(), 20, vocabulary);
    await engine.apply({ put: [textDocument('c', 'เช็ค', 'เช็คค้างจ่าย')], remove: [], applied: 8 });
    expect(engine.state()).toMatchObject({ building: true, documents: 2, applied: 8 });
    expect(await idsOf(engine, 'เช็ค')).toEqual(['c']);
    goOn();
    await rebuilt;
    expect(engine.state()).toMatchObject({ building: false, documents: 2, applied: 20 });
    expect(await idsOf(engine, 'ฉบับใหม่')).toEqual(['n', 'm']);
    expect(await idsOf(engine, 'เช็ค')).toEqual([]);
  });

  it('keeps the old file when making a new one fails', async () => {
    const engine = await filled();
    async function* broken(): AsyncGenerator<IndexedDocument[]> {
      yield [textDocument('n', 'ใหม่', '')];
      throw new Error('The database went away.');
    }
    await expect(engine.rebuild(broken(), 20, vocabulary)).rejects.toThrow('went away');
    expect(engine.state()).toMatchObject({ building: false, ready: true, applied: 7 });
    expect(await idsOf(engine, 'โอนงบ')).toEqual(['a']);
  });

  it('answers from an index of another vocabulary, and asks for it to be made again', async () => {
    const file = newFile();
    await (await filled(file)).close();
    const engine = await open(file, { ...vocabulary, version: 'newer' });
    expect(engine.state()).toMatchObject({ ready: true, rebuildNeeded: 'version' });
    expect(await idsOf(engine, 'โอนงบ')).toEqual(['a']);
    await expect(engine.apply({ put: [], remove: [], applied: 8 })).rejects.toThrow(
      IndexNotReadyError
    );
  });

  it.each([
    ['no database at all', () => Buffer.from('not a database, but long enough to be read as one')],
    ['cut short', (file: string) => readFileSync(file).subarray(0, 20_000)],
    ['empty', () => Buffer.alloc(0)],
  ])('asks for a file to be made again that is %s', async (_, spoil) => {
    const file = newFile();
    await (await filled(file)).close();
    writeFileSync(file, spoil(file));
    const engine = await open(file);
    expect(engine.state().ready).toBe(false);
    expect(engine.state().rebuildNeeded).not.toBeNull();
    await engine.rebuild(portions([textDocument('a', 'โอนงบประมาณ', '')]), 7, vocabulary);
    expect(await idsOf(engine, 'โอนงบ')).toEqual(['a']);
  });

  it('undoes a change that failed half-way', async () => {
    const engine = await filled();
    const bad = { ...textDocument('b', 'ข', ''), topics: undefined } as never;
    await expect(
      engine.apply({ put: [textDocument('c', 'เช็ค', ''), bad], remove: [], applied: 8 })
    ).rejects.toThrow();
    expect(engine.state()).toMatchObject({ documents: 1, applied: 7 });
    expect(await idsOf(engine, 'เช็ค')).toEqual([]);
  });

  it('answers queries while a huge document is being written', async () => {
    const engine = await filled();
    const text = 'องค์กรปกครองส่วนท้องถิ่นจัดทำงบประมาณรายจ่ายประจำปี'.repeat(20_000);
    const applied = engine.apply({
      put: [documentWith({ id: 'huge', passages: [{ heading: null, anchor: null, text }] })],
      remove: [],
      applied: 8,
    });
    const order: string[] = [];
    await Promise.all([
      applied.then(() => order.push('written')),
      engine.search(queryFor('โอนงบ')).then(() => order.push('answered')),
    ]);
    expect(order).toEqual(['answered', 'written']);
    expect(await idsOf(engine, 'องค์กรปกครองส่วนท้องถิ่น')).toEqual(['huge']);
  }, 60_000);

  it('is whole after its process was killed while it was being changed', async () => {
    const file = newFile();
    const script = `
      const { openEngine } = require(${JSON.stringify(join(built, 'search/index.js'))});
      (async () => {
        const vocabulary = ${JSON.stringify(vocabulary)};
        const engine = await openEngine({ file: ${JSON.stringify(file)}, vocabulary });
        await engine.rebuild((async function* () {})(), 0, vocabulary);
        for (let applied = 1; ; applied += 1) {
          const text = 'งบประมาณรายจ่าย '.repeat(300) + applied;
          const put = [0, 1, 2, 3, 4].map((n) => ({
            service: 'manual', id: applied + '-' + n, title: 'เอกสาร', otherNames: [],
            errorMessages: [], letterKeys: [], passages: [{ heading: null, anchor: null, text }],
            files: [], pages: [], url: '/', date: null, audience: 'everyone', topics: [],
            lawStatus: null, sample: false,
          }));
          await engine.apply({ put, remove: [], applied });
          process.stdout.write('.');
        }
      })();`;
    const child = spawn(process.execPath, ['-e', script], { stdio: ['ignore', 'pipe', 'inherit'] });
    let changes = 0;
    for await (const dots of child.stdout) {
      changes += dots.length;
      if (changes >= 12) break;
    }
    child.kill('SIGKILL');
    await once(child, 'exit');
    const engine = await open(file);
    const { ready, rebuildNeeded, applied, documents } = engine.state();
    expect({ ready, rebuildNeeded }).toEqual({ ready: true, rebuildNeeded: null });
    expect(applied).toBeGreaterThanOrEqual(12);
    expect(documents).toBe(applied * 5);
    expect(existsSync(`${file}.building`)).toBe(false);
  }, 60_000);
});
