import './lib/check-node.mjs';
import { buildStale } from './lib/build.mjs';
import { installDependencies } from './lib/install.mjs';
import { dim, fail, step, table } from './lib/progress.mjs';
import { Service } from './lib/run.mjs';
import { catchMail, seedEmptyDatabase, startCms, startExampleSite } from './lib/services.mjs';
import { loadEnvironment, writeEnvironment } from './lib/settings.mjs';

/** @type {Service[]} */
const services = [];
const stop = async () => {
  await Promise.all(services.map((service) => service.stop()));
  process.exit(0);
};
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => void stop());

/**
 * @param {string} name
 * @param {string} workspace
 */
function watch(name, workspace) {
  const npm = process.env.npm_execpath ?? 'npm';
  services.push(new Service(name, [npm, 'run', 'watch', '--workspace', workspace], { show: true }));
}

try {
  await installDependencies();
  await buildStale();
  writeEnvironment();
  loadEnvironment();
  await seedEmptyDatabase();
  watch('widgets', '@km-laas/widgets');
  watch('portal', '@km-laas/portal');
  watch('plugin', 'strapi-plugin-km');
  const say = (/** @type {string} */ line) => process.stdout.write(`  ${line}\n`);
  const mail = await catchMail();
  const cms = await step('Starting the CMS with reload', () =>
    startCms(services, say, { develops: true })
  );
  const site = await startExampleSite(services, cms.origin, say);
  table([
    ['Knowledge bank', cms.origin],
    ['Provincial site', site.origin],
    ['Editors', `${cms.origin}/admin`],
    ...(mail
      ? /** @type {[string, string][]} */ ([
          ['Mail', `${mail.origin}  ${dim('(caught here, sent nowhere)')}`],
        ])
      : []),
  ]);
  process.stdout.write(`${dim('Sources are rebuilt as they change. Ctrl-C ends everything.')}\n`);
} catch (error) {
  await Promise.all(services.map((service) => service.stop()));
  fail(error);
}
