import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { importerOf } from '../../test/importer';
import { signIn } from '../../test/sign-in';
import { startApp, type TestApp } from '../../test/start-app';

/** Ten moments of an import, from its first statement to its last, and the same at every run. */
const moments = 10;
const accounts = ['411000', '412000', '421000', '431000', '521000', '532000', '533000', '542000'];
const authorities = 750;

let app: TestApp;
let folder: string;
let statements = 0;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'km-kill-'));
  app = await startApp();
  const importer = importerOf(app, await signIn(app, 'strapi-super-admin'));
  const register = Array.from(
    { length: authorities },
    (_, at) => `${codeOf(at)},อบต.,ทดลอง${at},สกลนคร`
  );
  await importer.through('authority', ['รหัส อปท.,ประเภท,ชื่อ อปท.,จังหวัด', ...register].join('\n'));
  await forgetImports();
});
afterAll(async () => {
  if (child) {
    child.disconnect();
    await once(child, 'exit');
  }
  await app?.stop();
  await rm(folder, { recursive: true, force: true });
});

const codeOf = (at: number) => `06${47_0101 + at}`.slice(0, 8);

/** Park and Miller's generator: the same numbers at every run. */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647;
}

interface Month {
  path: string;
  /** Satang by authority and account. */
  facts: Map<string, number>;
}

async function writeMonth(month: string, seed: number): Promise<Month> {
  const random = randomFrom(seed);
  const facts = new Map<string, number>();
  const lines = ['รหัส อปท.,ปีงบประมาณ,เดือน,รหัสบัญชี,จำนวนเงิน'];
  for (let at = 0; at < authorities; at += 1) {
    for (const account of accounts) {
      const satang = Math.floor(random() * 1e9);
      facts.set(`${codeOf(at)} ${account}`, satang);
      lines.push(`${codeOf(at)},2569,${month},${account},${(satang / 100).toFixed(2)}`);
    }
  }
  const path = join(folder, `${seed}.csv`);
  await writeFile(path, lines.join('\n'));
  return { path, facts };
}

let child: ChildProcess | undefined;

/** Has a server of its own import a file; the next one is asked the same way, unless it died of this. */
async function runChild(
  path: string,
  killAt: number
): Promise<{ state?: string; statements?: number }> {
  const own = (child ??= startChild());
  own.send({ path, killAt });
  const [said] = await Promise.race([once(own, 'message'), once(own, 'exit').then(() => [])]);
  if (!said) child = undefined;
  return said ?? {};
}

function startChild(): ChildProcess {
  const { folder: at, env } = app.application;
  return fork(join(__dirname, '../../test/import-child.mjs'), [at, 'fiscal'], {
    env: { ...process.env, ...env },
    execArgv: [],
  });
}

const rows = (table: string) => app.strapi.db.getConnection(table);

/** So that a child finds no job of another one. */
async function forgetImports(): Promise<void> {
  await rows('km_import_jobs').delete();
}

async function shownFacts(fiscalMonth: number): Promise<Map<string, number>> {
  const active = await rows('km_fiscal_active')
    .where({ fiscal_month: fiscalMonth })
    .select('load_id');
  expect(active.length).toBe(1);
  const facts: { authority: string; account: string; amount: number | string }[] = await rows(
    'km_fiscal_facts'
  ).where({ load_id: active[0].load_id });
  const found = new Map(
    facts.map((fact): [string, number] => [
      `${fact.authority} ${fact.account}`,
      Number(fact.amount),
    ])
  );
  // Nothing is there twice.
  expect(found.size).toBe(facts.length);
  return found;
}

it('imports a month without being killed, for its number of statements', async () => {
  const { path, facts } = await writeMonth('ต.ค.', 1);
  const said = await runChild(path, 0);
  expect(said.state).toBe('done');
  expect(await shownFacts(1)).toEqual(facts);
  statements = said.statements ?? 0;
  expect(statements).toBeGreaterThan(20);
  await forgetImports();
}, 120_000);

const random = randomFrom(2570);
it.each(Array.from({ length: moments }, (_, at) => [at + 1, (at + random()) / moments] as const))(
  'is whole after kill -9, moment %i (%f of the way)',
  async (at, share) => {
    const { path, facts } = await writeMonth('พ.ย.', 100 + at);
    const killAt = 1 + Math.floor(share * (statements - 1));
    const before = await rows('km_fiscal_active').where({ fiscal_month: 2 }).select('load_id');

    const killed = await runChild(path, killAt);
    expect(killed.state).toBeUndefined();
    // Whatever it had done: readers see the month before, or the whole of the new one.
    const between = await rows('km_fiscal_active').where({ fiscal_month: 2 }).select('load_id');
    if (between.length > 0 && between[0].load_id !== before[0]?.load_id) {
      expect(await shownFacts(2)).toEqual(facts);
    }

    expect(await runChild(path, 0)).toMatchObject({ state: 'done' });
    expect(await shownFacts(2)).toEqual(facts);
    const sum = [...facts.values()].reduce((total, amount) => total + amount, 0);
    const [{ total }] = await rows('km_fiscal_facts')
      .whereIn('load_id', rows('km_fiscal_active').where({ fiscal_month: 2 }).select('load_id'))
      .sum({ total: 'amount' });
    expect(Number(total)).toBe(sum);
    const [left] = await rows('km_import_files').count({ count: '*' });
    expect(Number(left?.count)).toBe(0);
    const jobs = await rows('km_import_jobs').select('state', 'owner', 'active_data_set');
    expect(jobs).toEqual([{ state: 'done', owner: null, active_data_set: null }]);
    await forgetImports();
  },
  120_000
);
