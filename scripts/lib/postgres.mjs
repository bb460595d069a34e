import { chownSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { postgresPrograms } from './debian.mjs';
import { freePort } from './ports.mjs';
import { run } from './run.mjs';

/**
 * A PostgreSQL cluster in a temporary folder, on loopback, gone when stopped.
 *
 * @returns {Promise<{url: string, stop: () => Promise<void>}>}
 */
export async function startPostgres() {
  const programs = await postgresPrograms();
  const folder = mkdtempSync(join(tmpdir(), 'km-postgres-'));
  const data = join(folder, 'data');
  const port = await freePort(54_321);
  const as = await unprivileged(folder);

  await as(join(programs, 'initdb'), [
    ...['-D', data, '-U', 'km', '-A', 'trust', '-E', 'UTF8', '--locale=C.UTF-8', '--no-sync'],
  ]);
  // Nothing here outlives the tests, so nothing waits for the disk.
  const options = `-p ${port} -k ${folder} -c listen_addresses=127.0.0.1 -c fsync=off -c full_page_writes=off -c max_connections=100`;
  const log = join(folder, 'log');
  await as(join(programs, 'pg_ctl'), ['-D', data, '-l', log, '-w', '-o', options, 'start']);
  return {
    url: `postgres://km@127.0.0.1:${port}/postgres`,
    async stop() {
      await as(join(programs, 'pg_ctl'), ['-D', data, '-m', 'immediate', 'stop']).catch(() => {});
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/**
 * PostgreSQL refuses to run as root; there, it runs as the system's `nobody` or `postgres`.
 *
 * @param {string} folder - Given to that user.
 */
async function unprivileged(folder) {
  if (process.getuid?.() !== 0) {
    return (/** @type {string} */ program, /** @type {string[]} */ args) =>
      run(program, args, { cwd: folder });
  }
  const user = await run('id', ['-u', 'postgres']).then(
    () => 'postgres',
    () => 'nobody'
  );
  const uid = Number(await run('id', ['-u', user]));
  const gid = Number(await run('id', ['-g', user]));
  chownSync(folder, uid, gid);
  return (/** @type {string} */ program, /** @type {string[]} */ args) =>
    run('setpriv', [`--reuid=${uid}`, `--regid=${gid}`, '--clear-groups', program, ...args], {
      cwd: folder,
      env: { HOME: folder },
    });
}
