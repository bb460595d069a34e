import { mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { emblem } from '../build/layout/emblem.js';
import { services } from '../build/services.js';
import { site } from '../build/site.js';

/**
 * Draws the pictures that LINE and others show beside a pasted address: one for the site, one for
 * each service. They are kept in `cards/`, so that a build needs no browser; draw them anew when a
 * name changes: `npm run cards -w @km-laas/portal`.
 */
const folder = fileURLToPath(new URL('../cards/', import.meta.url));
const require = createRequire(import.meta.url);
const [width, height] = [1200, 630];

const font = (/** @type {string} */ script, /** @type {number} */ weight) => {
  const file = require.resolve(
    `@fontsource/sarabun/files/sarabun-${script}-${weight}-normal.woff2`
  );
  const bytes = readFileSync(file).toString('base64');
  const range = script === 'thai' ? 'U+0E01-0E5B' : 'U+0000-00FF';
  return `@font-face{font-family:Sarabun;font-weight:${weight};src:url(data:font/woff2;base64,${bytes});unicode-range:${range}}`;
};

const style = `
  ${[400, 600, 700].flatMap((weight) => [font('thai', weight), font('latin', weight)]).join('')}
  * { margin: 0; box-sizing: border-box }
  body { inline-size: ${width}px; block-size: ${height}px; display: flex; flex-direction: column;
    justify-content: space-between; padding: 72px 80px; border-block-start: 24px solid #0b57a4;
    font-family: Sarabun; color: #17202e; background: #fff; word-break: keep-all }
  .sign { display: flex; gap: 56px; align-items: center; flex: 1 }
  .sign > svg { flex: none; inline-size: 168px; block-size: 168px; padding: 36px; border-radius: 32px;
    background: #e9f1fa; fill: none; stroke: #0b57a4; stroke-width: 1.5; stroke-linejoin: round }
  h1 { font-size: 68px; line-height: 1.35; text-wrap: balance }
  p { margin-block-start: 16px; font-size: 34px; line-height: 1.5; color: #46546a; text-wrap: balance }
  footer { display: flex; gap: 24px; align-items: center; font-size: 32px; font-weight: 600 }
  footer span { font-weight: 400; color: #46546a }
  .emblem { inline-size: 72px; block-size: 72px }
  .emblem-ground { fill: #0b57a4 } .emblem-ring, .emblem-fold { fill: none; stroke: #fff }
  .emblem-fold { stroke: #0b57a4 } .emblem-columns, .emblem-book { fill: #fff }`;

/** @param {{ title: string, line: string, sign: string }} card */
const page = ({
  title,
  line,
  sign,
}) => `<!doctype html><meta charset="utf-8"><style>${style}</style>
  <div class="sign">${sign}<div><h1 lang="th">${title}</h1><p lang="th">${line}</p></div></div>
  <footer lang="th">${emblem}${site.name}<span>${site.department}</span></footer>`;

const cards = [
  { name: 'site', title: site.name, line: site.tagline, sign: '' },
  ...services.map(({ name, title, line, icon }) => ({
    name,
    title,
    line,
    sign: `<svg viewBox="0 0 24 24"><path d="${icon}"/></svg>`,
  })),
];

mkdirSync(folder, { recursive: true });
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
  args: ['--no-sandbox'],
});
try {
  const tab = await browser.newPage({ viewport: { width, height } });
  for (const { name, ...card } of cards) {
    await tab.setContent(page(card));
    await tab.evaluate('document.fonts.ready');
    await tab.screenshot({ path: join(folder, `${name}.png`) });
  }
} finally {
  await browser.close();
}
process.stdout.write(`${cards.length} cards in packages/portal/cards\n`);
