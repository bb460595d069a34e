import { spawn, type ChildProcess } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  interface ProvidedContext {
    /** Where the knowledge bank answers. */
    km: string;
    /** Where the provincial site answers, another origin. */
    site: string;
    /** Where caught mail is shown. */
    mails: string;
    /** What `npm start` printed until everything answered. */
    printed: string;
    /** Ports that were taken when it started. */
    taken: number[];
    logins: { editor: Login; admin: Login };
  }
}

export interface Login {
  email: string;
  password: string;
}

const checkout = join(import.meta.dirname, '..');

/**
 * Starts the whole house as `npm start` does, with a database, files and logins of its own and with
 * its usual ports taken; ends it as Ctrl-C does and sees that nothing is left.
 */
export default async function setup(project: TestProject) {
  const folder = mkdtempSync(join(tmpdir(), 'km-e2e-'));
  const squatters = await Promise.all([squat(), squat()]);
  const taken = squatters.map((server) => (server.address() as AddressInfo).port);
  const child = spawn(process.execPath, ['scripts/start.mjs'], {
    cwd: checkout,
    env: {
      ...process.env,
      NODE_ENV: 'development',
      KM_STATE: join(folder, 'state'),
      DATABASE_URL: '',
      DATABASE_FILENAME: join(folder, 'data.db'),
      PUBLIC_DIR: join(folder, 'public'),
      PORT: String(taken[0]),
      EXAMPLE_PORT: String(taken[1]),
      // The websites of these journeys stand on this machine.
      KM_CHECK_PRIVATE_PAGES: 'true',
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const printed = await untilReady(child);
  const find = (pattern: RegExp) => {
    const match = pattern.exec(printed);
    if (!match?.[1]) throw new Error(`npm start did not print ${pattern}:\n${printed}`);
    return match[1];
  };
  const km = find(/Knowledge bank\s+(http:\S+)/);
  const site = find(/Provincial site\s+(http:\S+)/);
  project.provide('km', km);
  project.provide('site', site);
  project.provide('mails', find(/Mail\s+(http:\S+)/));
  project.provide('printed', printed);
  project.provide('taken', taken);
  project.provide('logins', JSON.parse(readFileSync(join(folder, 'state', 'login.json'), 'utf8')));

  return async () => {
    const ended = new Promise((resolve) => child.on('exit', resolve));
    child.kill('SIGINT');
    await ended;
    squatters.forEach((server) => server.close());
    rmSync(folder, { recursive: true, force: true });
    for (const origin of [km, site]) {
      const isLeft = await fetch(origin).then(
        () => true,
        () => false
      );
      if (isLeft) throw new Error(`${origin} still answers after Ctrl-C.`);
    }
  };
}

/**
 * A listener on a free port, so that the port is taken; outside the range systems give to clients
 * (32768 and above), one of which might take the next port before the house does.
 */
function squat(): Promise<Server> {
  return new Promise((resolve) => {
    const server = createServer();
    const listen = () => server.listen(randomInt(20_000, 30_000));
    server.on('error', listen).on('listening', () => resolve(server));
    listen();
  });
}

function untilReady(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let printed = '';
    const take = (chunk: Buffer) => {
      printed += chunk.toString();
      if (printed.includes('Ctrl-C ends everything')) resolve(printed);
    };
    child.stdout?.on('data', take);
    child.stderr?.on('data', take);
    child.on('exit', (code) => reject(new Error(`npm start ended with ${code}:\n${printed}`)));
  });
}
