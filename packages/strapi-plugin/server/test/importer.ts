import type { ImportJob, ImportJobDetail, ImportState } from '../src/import/admin-api';
import type { DataSetName } from '../src/import/data-set';
import type { TestApp } from './start-app';
import { waitUntil } from './wait-until';

/** Uses the import centre as its page does. */
export interface Importer {
  ask(path: string, init?: RequestInit): Promise<Response>;
  /** Hands a file in; answers the response as it is. */
  send(
    dataSet: DataSetName,
    file: string | Buffer,
    query?: Record<string, string>,
    init?: RequestInit
  ): Promise<Response>;
  /** Hands a file in that is to be taken. */
  hand(
    dataSet: DataSetName,
    file: string | Buffer,
    query?: Record<string, string>
  ): Promise<ImportJob>;
  post(id: string, deed: string, body?: object): Promise<Response>;
  get(id: string): Promise<ImportJobDetail>;
  /** Waits until a job stands somewhere. */
  reaches(id: string, state: ImportState): Promise<ImportJobDetail>;
  /** Takes a file all the way. */
  through(
    dataSet: DataSetName,
    file: string | Buffer,
    query?: Record<string, string>
  ): Promise<ImportJobDetail>;
}

const over: readonly ImportState[] = ['done', 'failed', 'cancelled', 'rolledBack'];

export function importerOf(app: Pick<TestApp, 'get'>, headers: Record<string, string>): Importer {
  const ask = (path: string, init: RequestInit = {}) =>
    app.get(`/km/imports${path}`, { ...init, headers: { ...headers, ...init.headers } });

  const importer: Importer = {
    ask,
    send(dataSet, file, query = {}, init = {}) {
      const asked = new URLSearchParams({ dataSet, fileName: 'file.csv', ...query });
      const body = typeof file === 'string' ? Buffer.from(file) : file;
      return ask(`?${asked}`, {
        method: 'POST',
        body: new Uint8Array(body),
        ...init,
        headers: { 'Content-Type': 'application/octet-stream', ...init.headers },
      });
    },
    async hand(dataSet, file, query) {
      const answer = await importer.send(dataSet, file, query);
      const { data } = (await answer.json()) as { data: ImportJob };
      if (answer.status !== 201) throw new Error(`Answered ${answer.status}.`);
      return data;
    },
    post: (id, deed, body = {}) =>
      ask(`/${id}/${deed}`, {
        method: 'POST',
        body: JSON.stringify(body),
        headers: { 'Content-Type': 'application/json' },
      }),
    async get(id) {
      const answer = await ask(`/${id}`);
      return ((await answer.json()) as { data: ImportJobDetail }).data;
    },
    async reaches(id, state) {
      let job = await importer.get(id);
      await waitUntil(async () => {
        job = await importer.get(id);
        if (job.state !== state && over.includes(job.state)) {
          throw new Error(`It is ${job.state}: ${job.failure}`);
        }
        return job.state === state;
      });
      return job;
    },
    async through(dataSet, file, query) {
      const { id } = await importer.hand(dataSet, file, query);
      await importer.reaches(id, 'checked');
      await importer.post(id, 'commit', { leaveOutBadRows: true });
      return importer.reaches(id, 'done');
    },
  };
  return importer;
}
