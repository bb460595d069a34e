import { Readable } from 'node:stream';
import type { Core } from '@strapi/strapi';
import type { KnownPlaces } from './places';
import { sampleSheets, wholeCountry, type SampleSheet } from './index';

/** What is needed of the plugin's import centre; its types are not known here. */
interface Imports {
  runner: { run(id: string): Promise<void> };
  create(given: {
    dataSet: SampleSheet['dataSet'];
    options: { unit: 'baht'; scope: 'months'; sample: true };
    fileName: string;
    createdBy: string;
    source: Readable;
    length: null;
  }): Promise<{ id: string }>;
  list(choice: {
    dataSet: SampleSheet['dataSet'];
    page: number;
    pageSize: number;
  }): Promise<{ jobs: { id: string; state: string; canCancel: boolean }[]; total: number }>;
  get(id: string): Promise<{ state: string; failure: string | null }>;
  commit(id: string, choice: { leaveOutBadRows: boolean }): Promise<unknown>;
  cancel(id: string): Promise<unknown>;
}

interface Samples {
  places(): Promise<KnownPlaces>;
  removeFigures(): Promise<RemovedFigures>;
}

/** What a removal of invented figures took out. */
export interface RemovedFigures {
  authorities: number;
  months: number;
  transfers: number;
}

/** Tells which of the files is being imported. */
export type FigureReport = (what: string, done: number, total: number) => void;

const titles: Record<SampleSheet['dataSet'], string> = {
  authority: 'register of authorities',
  fiscal: 'revenue and expenditure',
  subsidy: 'transfers',
};

/** Figures of the years a fiscal chart compares: this one and the last. */
const years = 2;

/** Lines handed over at once: a stream of single ones spends its time waiting. */
const linesAtOnce = 2000;

/**
 * Imports an invented register, figures and transfers through the import centre, as an officer
 * would. A data set that has been imported before is left alone.
 *
 * @param today - Day on which somebody looks, `2026-11-22`.
 */
export async function seedFigures(
  strapi: Core.Strapi,
  { today, report }: { today: string; report: FigureReport }
): Promise<void> {
  const imports = strapi.plugin('km').service('imports') as Imports;
  const samples = strapi.plugin('km').service('samples') as Samples;
  const sheets = await sampleSheets({
    places: await samples.places(),
    authorities: wholeCountry,
    years,
    today,
    seed: 'km',
    figures: 'some',
  });
  for (const [at, sheet] of sheets.entries()) {
    if (await isNew(imports, sheet.dataSet)) await importSheet(imports, sheet);
    report(titles[sheet.dataSet], at + 1, sheets.length);
  }
}

/** Takes out everything {@link seedFigures} brought in, and nothing else. */
export function removeFigures(strapi: Core.Strapi): Promise<RemovedFigures> {
  return (strapi.plugin('km').service('samples') as Samples).removeFigures();
}

/** Nothing of it was shown yet; what an interrupted run left waiting is thrown away. */
async function isNew(imports: Imports, dataSet: SampleSheet['dataSet']): Promise<boolean> {
  const { jobs } = await imports.list({ dataSet, page: 1, pageSize: 50 });
  for (const { id, canCancel } of jobs) {
    if (!canCancel) continue;
    await imports.cancel(id);
    await imports.runner.run(id);
  }
  return !jobs.some(({ state }) => state === 'done' || state === 'rolledBack');
}

async function importSheet(imports: Imports, sheet: SampleSheet): Promise<void> {
  const { id } = await imports.create({
    dataSet: sheet.dataSet,
    options: { unit: 'baht', scope: 'months', sample: true },
    fileName: sheet.fileName,
    createdBy: 'ข้อมูลตัวอย่าง',
    source: Readable.from(chunksOf(sheet.lines())),
    length: null,
  });
  await reach(imports, id, 'checked');
  await imports.commit(id, { leaveOutBadRows: false });
  await reach(imports, id, 'done');
}

/** Waits until the import stands there, and fails where it cannot any more. */
async function reach(imports: Imports, id: string, wanted: 'checked' | 'done'): Promise<void> {
  await imports.runner.run(id);
  const { state, failure } = await imports.get(id);
  if (state !== wanted) {
    throw new Error(`The import of sample figures is ${state}, not ${wanted}. ${failure ?? ''}`);
  }
}

function* chunksOf(lines: Iterable<string>): Generator<Buffer> {
  let waiting: string[] = [];
  for (const line of lines) {
    waiting.push(line);
    if (waiting.length < linesAtOnce) continue;
    yield Buffer.from(`${waiting.join('\n')}\n`);
    waiting = [];
  }
  if (waiting.length > 0) yield Buffer.from(`${waiting.join('\n')}\n`);
}
