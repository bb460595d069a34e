import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { postgresPrograms } from './debian.mjs';
import { freePort } from './ports.mjs';
import { run } from './run.mjs';
import { leavingRoot } from './unprivileged.mjs';

/**
 * A PostgreSQL server in a temporary folder, on loopback, gone when stopped.
 *
 * @typedef {object} Postgres
 * @property {string} url
 * @property {string} folder - Where it keeps everything; gone with it.
 * @property {() => Promise<void>} pause - Ends it as an administrator would; its data stay.
 * @property {() => Promise<void>} resume
 * @property {() => Promise<Postgres>} follow - Starts a streaming replica of it.
 * @property {() => Promise<void>} stop
 */

/** @returns {Promise<Postgres>} */
export async function startPostgres() {
  return startIn('km-postgres-', async (as, programs, folder, data) => {
    await as(join(programs, 'initdb'), [
      ...['-D', data, '-U', 'km', '-A', 'trust', '-E', 'UTF8', '--locale=C.UTF-8', '--no-sync'],
    ]);
  });
}

/** @typedef {(program: string, args: string[]) => Promise<string>} Run */

/**
 * @param {string} prefix
 * @param {(as: Run, programs: string, folder: string, data: string) => Promise<void>} fill
 * @returns {Promise<Postgres>}
 */
async function startIn(prefix, fill) {
  const programs = await postgresPrograms();
  const folder = mkdtempSync(join(tmpdir(), prefix));
  const data = join(folder, 'data');
  const before = await leavingRoot(folder, ['postgres', 'nobody']);
  const as = (/** @type {string} */ program, /** @type {string[]} */ args) => {
    const [command, ...rest] = [...before, program, ...args];
    return run(/** @type {string} */ (command), rest, { cwd: folder });
  };
  await fill(as, programs, folder, data);
  const port = await freePort(54_321);
  // Nothing here outlives the tests, so nothing waits for the disk.
  const options = `-p ${port} -k ${folder} -c listen_addresses=127.0.0.1 -c fsync=off -c full_page_writes=off -c max_connections=100`;
  const control = (/** @type {string[]} */ ...args) =>
    as(join(programs, 'pg_ctl'), ['-D', data, '-w', ...args]);
  const resume = async () =>
    void (await control('-l', join(folder, 'log'), '-o', options, 'start'));
  await resume();
  return {
    url: `postgres://km@127.0.0.1:${port}/postgres`,
    folder,
    resume,
    pause: async () => void (await control('-m', 'fast', 'stop')),
    follow: () =>
      startIn('km-replica-', async (replica, _programs, _folder, copy) => {
        const from = ['-h', '127.0.0.1', '-p', String(port), '-U', 'km'];
        await replica(join(programs, 'pg_basebackup'), [
          ...[...from, '-D', copy, '-R', '-X', 'stream', '--checkpoint=fast', '--no-sync'],
        ]);
      }),
    async stop() {
      await control('-m', 'immediate', 'stop').catch(() => {});
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
