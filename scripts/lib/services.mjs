import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { startMailCatcher } from './mail-catcher.mjs';
import { cms, root, state } from './paths.mjs';
import { freePort } from './ports.mjs';
import { step } from './progress.mjs';
import { run, Service } from './run.mjs';
import { accountsMade, makeLogins, readLogins } from './settings.mjs';

const require = createRequire(join(cms, 'package.json'));

/**
 * Puts the sample content and the first logins into a database that has none.
 *
 * @returns {Promise<import('./settings.mjs').Logins | null>} The logins, when they were made now.
 */
export async function seedEmptyDatabase() {
  const file = resolve(cms, process.env.DATABASE_FILENAME || '.tmp/data.db');
  const database = process.env.DATABASE_URL || file;
  // Its address may hold a password: a hash is enough to know it again.
  const mark = createHash('sha256').update(database).digest('hex');
  const marker = join(state, 'seeded');
  const isKnown = existsSync(marker) && readFileSync(marker, 'utf8') === mark;
  if (isKnown && (database !== file || existsSync(file))) return null;

  const logins = readLogins() ?? makeLogins();
  const printed = await step('Filling the database with sample content', (say) =>
    run(process.execPath, ['scripts/samples.mjs', 'seed'], {
      onLine: say,
      env: { KM_LOGINS: JSON.stringify(logins), NODE_ENV: 'development' },
    })
  );
  mkdirSync(state, { recursive: true });
  writeFileSync(marker, mark);
  return printed.includes(accountsMade) ? logins : null;
}

/**
 * Starts Strapi and waits until it answers.
 *
 * @param {Service[]} services - Takes the new one at once, so that it can be ended at any time.
 * @param {(line: string) => void} say
 * @param {{develops?: boolean}} [options] - Whether it starts anew when its code changes.
 * @returns {Promise<{origin: string, logFile: string}>}
 */
export async function startCms(services, say, { develops = false } = {}) {
  const wanted = Number(process.env.PORT || 1337);
  const port = await freePort(wanted, (taken, used) =>
    say(`Port ${taken} is taken; the CMS uses ${used}.`)
  );
  const origin = `http://localhost:${port}`;
  const program = dirname(require.resolve('@strapi/strapi/package.json'));
  const command = develops
    ? [join(program, 'bin', 'strapi.js'), 'develop']
    : [join(cms, 'server.mjs')];
  const service = new Service('cms', command, {
    cwd: cms,
    env: {
      PORT: String(port),
      PUBLIC_URL: process.env.PUBLIC_URL || origin,
      STRAPI_TELEMETRY_DISABLED: 'true',
      BROWSER: 'none',
    },
  });
  services.push(service);
  await untilAnswers(`${origin}/api/km/v1/health`, service);
  return { origin, logFile: service.logFile };
}

/**
 * Catches the mail the CMS sends, unless a mail server is set, and shows it on a page.
 *
 * @returns {Promise<{origin: string} | null>} Where the page is; null where mail really leaves.
 */
export async function catchMail() {
  if (process.env.SMTP_HOST) return null;
  const { smtpPort, origin } = await startMailCatcher({
    pagePort: await freePort(Number(process.env.MAIL_PAGE_PORT || 1380), () => {}),
  });
  Object.assign(process.env, {
    SMTP_HOST: '127.0.0.1',
    SMTP_PORT: String(smtpPort),
    MAIL_FROM: process.env.MAIL_FROM || 'คลังความรู้ e-LAAS <km@km.example>',
  });
  return { origin };
}

/**
 * Starts the provincial site on an origin of its own.
 *
 * @param {Service[]} services
 * @param {string} kmOrigin
 * @param {(line: string) => void} say
 */
export async function startExampleSite(services, kmOrigin, say) {
  const wanted = Number(process.env.EXAMPLE_PORT || 4400);
  const port = await freePort(wanted, (taken, used) =>
    say(`Port ${taken} is taken; the provincial site uses ${used}.`)
  );
  const origin = `http://localhost:${port}`;
  const service = new Service('provincial-site', [
    join(root, 'examples', 'provincial-site', 'serve.mjs'),
    `--port=${port}`,
    `--km=${kmOrigin}`,
  ]);
  services.push(service);
  await untilAnswers(origin, service);
  return { origin };
}

/**
 * Waits until a server answers well, at most two minutes.
 *
 * @param {string} url
 * @param {Service} service
 */
export async function untilAnswers(url, service) {
  let code;
  void service.ended.then((ended) => (code = ended));
  for (let tries = 0; tries < 1200; tries += 1) {
    if (code !== undefined) {
      const log = existsSync(service.logFile) ? readFileSync(service.logFile, 'utf8') : '';
      const end = log.trimEnd().split('\n').slice(-30).join('\n');
      throw new Error(`A server ended before it answered (${code}). Its log ends:\n${end}`);
    }
    try {
      const answer = await fetch(url, { signal: AbortSignal.timeout(2000) });
      if (answer.ok) return;
    } catch {
      // Not listening yet.
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`${url} did not answer within two minutes; see ${service.logFile}`);
}
