import { randomBytes } from 'node:crypto';
import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { mariadbPrograms, php, wordpress, wordpressModules } from '../../scripts/lib/debian.mjs';
import { startMariadb } from '../../scripts/lib/mariadb.mjs';
import { freePort } from '../../scripts/lib/ports.mjs';
import { dim, fail, step, table } from '../../scripts/lib/progress.mjs';
import { run, Service } from '../../scripts/lib/run.mjs';
import { untilAnswers } from '../../scripts/lib/services.mjs';

const { values } = parseArgs({
  options: {
    port: { type: 'string', default: process.env.WORDPRESS_PORT || '4500' },
    km: { type: 'string', default: process.env.KM_ORIGIN || 'http://localhost:1337' },
  },
});
const here = import.meta.dirname;

/** @type {{stop: () => Promise<void>}[]} */
const started = [];
let stopping = false;

async function stop(code = 0) {
  if (stopping) return;
  stopping = true;
  // The site first: it would complain of a database that has gone.
  for (const each of started.reverse()) await each.stop();
  process.exit(code);
}
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => void stop());

try {
  const km = new URL(values.km).origin;
  await fetch(`${km}/api/km/v1/health`).catch(() => {
    throw new Error(
      `No knowledge bank answers at ${km}. Start one with npm start, or name yours with --km.`
    );
  });
  const program = await php(wordpressModules);
  await mariadbPrograms();
  const folder = await wordpress();
  // Debian's settings name what is in /etc; without them WordPress looks for its own one folder up.
  const ours = join(dirname(folder), 'wp-config.php');
  if (!existsSync(ours)) {
    rmSync(join(folder, 'wp-config.php'), { force: true });
    writeFileSync(ours, "<?php require getenv( 'WORDPRESS_CONFIG' );\n");
  }

  const port = await freePort(Number(values.port), (taken, used) =>
    process.stdout.write(`  Port ${taken} is taken; WordPress uses ${used}.\n`)
  );
  const origin = `http://localhost:${port}`;
  const starting = startMariadb();
  // Known at once: who stops us while it starts must not leave it behind.
  started.push({
    stop: () =>
      starting.then(
        (database) => database.stop(),
        () => {}
      ),
  });
  const database = await step('Starting MariaDB', () => starting);
  const password = randomBytes(9).toString('base64url');
  const env = {
    KM_ORIGIN: km,
    WORDPRESS_CONFIG: join(here, 'wp-config.php'),
    WORDPRESS_FOLDER: folder,
    WORDPRESS_ORIGIN: origin,
    WORDPRESS_PASSWORD: password,
    WORDPRESS_SOCKET: database.socket,
  };
  await step('Installing WordPress', () => run(program, [join(here, 'install.php')], { env }));
  const serve = ['-S', `127.0.0.1:${port}`, '-t', folder, join(here, 'router.php')];
  const site = new Service('wordpress', serve, {
    program,
    // The editor asks for much at once.
    env: { ...env, PHP_CLI_SERVER_WORKERS: '4' },
  });
  started.push(site);
  await untilAnswers(`${origin}/`, site);

  process.stdout.write('\n');
  table([
    ['WordPress', `${origin}/  ${dim('(a tag in a Custom HTML block)')}`],
    ['', `${origin}/laws/  ${dim('(an address in an Embed block)')}`],
    ['', `${origin}/manuals/  ${dim('(both, by an author who may not use scripts)')}`],
    ['Knowledge bank', km],
    ['Web admin', `${origin}/wp-admin/  webadmin  ${password}`],
    ['Author', `${origin}/wp-admin/  officer  ${password}`],
    ['Log', site.logFile],
  ]);
  process.stdout.write(`\n${dim('Ctrl-C ends everything.')}\n`);
  const code = await site.ended;
  if (!stopping) {
    process.stderr.write(`\nWordPress ended by itself (${code}); its log is ${site.logFile}\n`);
    await stop(1);
  }
} catch (error) {
  if (!stopping) {
    for (const each of started.reverse()) await each.stop();
    fail(error);
  }
}
