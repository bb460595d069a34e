import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { mariadbPrograms } from './debian.mjs';
import { run, Service } from './run.mjs';
import { leavingRoot } from './unprivileged.mjs';

/**
 * A MariaDB server in a temporary folder, behind a socket there and no port, gone when stopped.
 *
 * @typedef {object} Mariadb
 * @property {string} socket - Its user `root` has no password: only this machine's user gets there.
 * @property {() => Promise<void>} stop
 */

/** @returns {Promise<Mariadb>} */
export async function startMariadb() {
  const programs = await mariadbPrograms();
  const folder = mkdtempSync(join(tmpdir(), 'km-mariadb-'));
  const socket = join(folder, 'socket');
  /** @type {Service | undefined} */
  let service;
  const stop = async () => {
    await service?.stop();
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    const before = await leavingRoot(folder, ['mysql', 'nobody']);
    const shared = [
      // The settings of a server the machine has itself are none of ours.
      '--no-defaults',
      `--datadir=${join(folder, 'data')}`,
      // Nothing here outlives its user, so nothing waits for the disk.
      ...['--innodb-flush-method=nosync', '--innodb-log-file-size=8M'],
      ...['--innodb-flush-log-at-trx-commit=0', '--innodb-doublewrite=0'],
    ];
    const [command, ...install] = [...before, programs.install, ...shared];
    await run(
      /** @type {string} */ (command),
      [...install, '--skip-test-db', '--auth-root-authentication-method=normal'],
      { cwd: folder }
    );
    const [program, ...args] = [...before, programs.server, ...shared];
    service = new Service(
      'mariadb',
      [...args, '--skip-networking', `--socket=${socket}`, `--pid-file=${join(folder, 'pid')}`],
      { program, cwd: folder }
    );
    await untilListens(socket, service);
  } catch (error) {
    await stop();
    throw error;
  }
  return { socket, stop };
}

/**
 * @param {string} socket
 * @param {Service} service
 */
async function untilListens(socket, service) {
  let code;
  void service.ended.then((ended) => (code = ended));
  for (let tries = 0; tries < 600; tries += 1) {
    if (existsSync(socket)) return;
    if (code !== undefined) break;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  const log = existsSync(service.logFile) ? readFileSync(service.logFile, 'utf8') : '';
  throw new Error(`MariaDB did not start (${code ?? 'in 30 s'}):\n${log.slice(-3000)}`);
}
