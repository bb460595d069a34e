import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { chromiumShell } from '../../../scripts/lib/debian.mjs';
import { startHouse } from '../../../scripts/lib/house.mjs';
import { printTable, say } from './report.mjs';

/** Not among our packages: it brings two hundred others, for a measurement of now and then. */
const lighthouse = 'lighthouse@12.8.2';
const rounds = 5;
const aims = { score: 98, full: 100, blocking: 50, shift: 0, kilobytes: 60 };

/**
 * `npm run bench -- pages`: the home page, a law and the provincial page with every element, each
 * five times through Lighthouse's phone (a processor four times slower, a slow line) in a real
 * Chromium, without a window. Needs the internet for Lighthouse itself.
 */
export async function run() {
  const chromium = await chromiumShell();
  const house = await startHouse();
  try {
    const item = await findListedLaw(house.km);
    const pages = [
      { name: 'home', url: `${house.km}/` },
      { name: 'a law', url: `${house.km}/laws/${item}` },
      { name: 'provincial page', url: `${house.site}/` },
    ];
    const rows = [];
    for (const { name, url } of pages) {
      const reports = [];
      for (let round = 1; round <= rounds; round += 1) {
        say(`${name}, ${round} of ${rounds} …`);
        reports.push(await visit(url, chromium));
      }
      rows.push(...rowsOf(name, reports));
    }
    printTable(
      `${lighthouse.replace('@', ' ')}, mobile`,
      ['page', 'what', 'median (all)', 'of the limit', 'aim'],
      rows
    );
  } finally {
    await house.stop();
  }
}

/**
 * @typedef {{categories: Record<string, {score: number}>, audits: Record<string, {numericValue?: number, details?: {items: {url: string, transferSize: number}[]}}>}} Report
 * @param {string} name
 * @param {Report[]} reports
 */
function rowsOf(name, reports) {
  const row = (
    /** @type {string} */ what,
    /** @type {(report: Report) => number} */ read,
    /** @type {{aim: number, sign: '≥' | '≤', unit?: string}} */ { aim, sign, unit = '' }
  ) => {
    const values = reports.map(read).sort((a, b) => a - b);
    const median = values[Math.floor(values.length / 2)] ?? NaN;
    const share = aim === 0 ? '' : `${(median / aim).toFixed(2)} ×`;
    return [name, what, `${median}${unit} (${values.join(', ')})`, share, `${sign} ${aim}${unit}`];
  };
  const score =
    (/** @type {string} */ category) =>
    (/** @type {Report} */ { categories }) =>
      Math.round((categories[category]?.score ?? 0) * 100);
  const value =
    (/** @type {string} */ audit) =>
    (/** @type {Report} */ { audits }) =>
      audits[audit]?.numericValue ?? 0;
  return [
    row('performance', score('performance'), { aim: aims.score, sign: '≥' }),
    row('accessibility', score('accessibility'), { aim: aims.full, sign: '≥' }),
    row('best practices', score('best-practices'), { aim: aims.full, sign: '≥' }),
    row('SEO', score('seo'), { aim: aims.full, sign: '≥' }),
    row('total blocking time', (report) => Math.round(value('total-blocking-time')(report)), {
      aim: aims.blocking,
      sign: '≤',
      unit: ' ms',
    }),
    row('layout shift', (report) => Number(value('cumulative-layout-shift')(report).toFixed(3)), {
      aim: aims.shift,
      sign: '≤',
    }),
    row('our code and data at first view', kilobytesOf, {
      aim: aims.kilobytes,
      sign: '≤',
      unit: ' KB',
    }),
  ];
}

/** Bytes of the widgets and of what they read, as they crossed the line. */
function kilobytesOf(/** @type {Report} */ { audits }) {
  const ours = (audits['network-requests']?.details?.items ?? []).filter(({ url }) =>
    /\/(widgets|api\/km)\//.test(url)
  );
  return Math.round(ours.reduce((sum, { transferSize }) => sum + transferSize, 0) / 102.4) / 10;
}

/**
 * @param {string} url
 * @param {string} chromium
 * @returns {Promise<Report>}
 */
async function visit(url, chromium) {
  const categories = 'performance,accessibility,best-practices,seo';
  const { stdout } = await promisify(execFile)(
    'npm',
    [
      'exec',
      '--yes',
      `--package=${lighthouse}`,
      '--',
      'lighthouse',
      url,
      '--quiet',
      '--output=json',
      `--only-categories=${categories}`,
      '--chrome-flags=--headless --no-sandbox --disable-gpu',
    ],
    {
      env: { ...process.env, CHROME_PATH: chromium },
      maxBuffer: 64 * 1024 * 1024,
    }
  );
  return JSON.parse(stdout);
}

/** A document search engines are let to: samples are not for them. */
async function findListedLaw(/** @type {string} */ km) {
  const answer = await fetch(`${km}/api/km/v1/laws?pageSize=100`);
  const { data } = /** @type {{data: {id: string, sample: boolean}[]}} */ (await answer.json());
  const found = data.find(({ sample }) => !sample);
  if (!found) throw new Error('The sample content has no law that is not invented.');
  return found.id;
}
