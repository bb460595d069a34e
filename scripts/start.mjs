import './lib/check-node.mjs';
import { buildStale } from './lib/build.mjs';
import { installDependencies } from './lib/install.mjs';
import { bold, dim, fail, step, table } from './lib/progress.mjs';
import { catchMail, seedEmptyDatabase, startCms, startExampleSite } from './lib/services.mjs';
import { loadEnvironment, loginFile, writeEnvironment } from './lib/settings.mjs';

/** @type {import('./lib/run.mjs').Service[]} */
const services = [];
let stopping = false;

async function stop(code = 0) {
  if (stopping) return;
  stopping = true;
  await Promise.all(services.map((service) => service.stop()));
  process.exit(code);
}
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => void stop());

try {
  await installDependencies();
  await buildStale();
  if (writeEnvironment()) process.stdout.write('✔ Wrote cms/.env with random secrets\n');
  loadEnvironment();
  const newLogins = await seedEmptyDatabase();

  const say = (/** @type {string} */ line) => process.stdout.write(`  ${line}\n`);
  const mail = await catchMail();
  const cms = await step('Starting the CMS', () => startCms(services, say));
  const site = await startExampleSite(services, cms.origin, say);

  process.stdout.write('\n');
  table([
    ['Knowledge bank', cms.origin],
    ['Provincial site', `${site.origin}  ${dim('(another origin, strict CSP)')}`],
    ['Editors', `${cms.origin}/admin`],
    ...(mail
      ? /** @type {[string, string][]} */ ([
          ['Mail', `${mail.origin}  ${dim('(caught here, sent nowhere)')}`],
        ])
      : []),
    ['API', `${cms.origin}/api/km/v1/openapi.json`],
    ['Log', cms.logFile],
    ...(newLogins
      ? /** @type {[string, string][]} */ ([
          ['Editor', `${newLogins.editor.email}  ${bold(newLogins.editor.password)}`],
          ['Administrator', `${newLogins.admin.email}  ${bold(newLogins.admin.password)}`],
          ['', dim(`shown once; kept in ${loginFile}`)],
        ])
      : /** @type {[string, string][]} */ ([['Logins', loginFile]])),
  ]);
  process.stdout.write(`\n${dim('Ctrl-C ends everything.')}\n`);

  const code = await Promise.race(services.map((service) => service.ended));
  if (!stopping) {
    process.stderr.write(`\nA server ended by itself (${code}); its log is ${cms.logFile}\n`);
    await stop(1);
  }
} catch (error) {
  if (!stopping) {
    await Promise.all(services.map((service) => service.stop()));
    fail(error);
  }
}
