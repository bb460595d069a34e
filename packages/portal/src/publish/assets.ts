import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import terser from '@rollup/plugin-terser';
import { rollup } from 'rollup';
import type { Assets } from '../page.js';
import { emblem } from '../layout/emblem.js';
import { folders } from './folders.js';
import { readPictures } from './pictures.js';
import { minifyCss } from './minify-css.js';

const require = createRequire(import.meta.url);
/** Where the server offers what stands in `dist/assets`. */
const base = '/portal/assets/';

/** Semibold is drawn bold: on a first visit its files would weigh more than they say. */
const weights = [400, 700] as const;
const scripts = [
  {
    name: 'thai',
    range: 'U+02D7,U+0303,U+0331,U+0E01-0E5B,U+200C-200D,U+25CC',
  },
  {
    name: 'latin',
    range:
      'U+0000-00FF,U+0131,U+0152-0153,U+02BB-02BC,U+02C6,U+02DA,U+02DC,U+0304,U+0308,U+0329,U+2000-206F,U+20AC,U+2122,U+2191,U+2193,U+2212,U+2215,U+FEFF,U+FFFD',
  },
] as const;

/**
 * Writes fonts, style sheet, scripts and emblem, each under a name made of its content.
 *
 * @returns Their addresses for the pages, and the names of all files written.
 */
export async function buildAssets(): Promise<{ assets: Assets; files: string[] }> {
  const fonts = scripts.flatMap(({ name, range }) =>
    weights.map((weight) => ({ name, range, weight, address: keepFont(name, weight) }))
  );
  const style = [
    ...fonts.map(
      ({ range, weight, address }) =>
        `@font-face{font-family:Sarabun;font-style:normal;font-weight:${weight};font-display:swap;src:url(${address}) format("woff2");unicode-range:${range}}`
    ),
    readTokens(),
    ...readStyles(),
  ].join('\n');
  const assets = {
    style: keep('portal', 'css', minifyCss(style)),
    script: keep('portal', 'js', await bundleScript('portal.js')),
    builder: keep('builder', 'js', await bundleScript('embed/main.js')),
    emblem: keep('emblem', 'svg', drawEmblem()),
    cards: keepCards(),
    pictures: await keepPictures(),
    preload: fonts.map(({ address }) => address),
  };
  const addresses = [assets.style, assets.script, assets.builder, assets.emblem];
  addresses.push(...fonts.map(({ address }) => address), ...Object.values(assets.cards));
  addresses.push(...Object.values(assets.pictures).map(({ address }) => address));
  return { assets, files: addresses.map((address) => address.slice(base.length)) };
}

function keep(name: string, extension: string, content: string | Buffer): string {
  const hash = createHash('sha256').update(content).digest('hex').slice(0, 12);
  const file = `${name}-${hash}.${extension}`;
  writeFileSync(join(folders.site, 'assets', file), content);
  return base + file;
}

function keepFont(script: string, weight: number): string {
  const name = `sarabun-${script}-${weight}`;
  const file = require.resolve(`@fontsource/sarabun/files/${name}-normal.woff2`);
  return keep(name, 'woff2', readFileSync(file));
}

/** What `scripts/draw-cards.mjs` has drawn. */
function keepCards(): Record<string, string> {
  return Object.fromEntries(
    readdirSync(folders.cards).map((file) => {
      const name = file.replace('.png', '');
      return [name, keep(`card-${name}`, 'png', readFileSync(join(folders.cards, file)))];
    })
  );
}

/** What `scripts/pictures` has taken. */
async function keepPictures(): Promise<Assets['pictures']> {
  const pictures = await readPictures();
  return Object.fromEntries(
    pictures.map(({ name, bytes, width, height }) => [
      name,
      { address: keep(`picture-${name}`, 'webp', bytes), width, height },
    ])
  );
}

/** Colours and spaces of the widgets, which the site shares. */
function readTokens(): string {
  try {
    return readFileSync(require.resolve('@km-laas/widgets/tokens.css'), 'utf8');
  } catch (cause) {
    throw new Error(
      'The portal takes its colours from the widgets, which are not built: npm run build -w @km-laas/widgets',
      { cause }
    );
  }
}

/** The style sheets in the order of their names, which is the order they build on one another. */
function readStyles(): string[] {
  const folder = join(folders.source, 'styles');
  return readdirSync(folder)
    .sort()
    .map((file) => readFileSync(join(folder, file), 'utf8'));
}

async function bundleScript(entry: string): Promise<string> {
  const bundle = await rollup({
    input: join(folders.compiled, 'client', entry),
    plugins: [terser({ ecma: 2020, toplevel: true })],
  });
  const { output } = await bundle.generate({ format: 'iife' });
  await bundle.close();
  return output[0].code;
}

/** The emblem as a picture of its own, with the colours that CSS gives it inside a page. */
function drawEmblem(): string {
  return emblem
    .toString()
    .replace('<svg ', '<svg xmlns="http://www.w3.org/2000/svg" ')
    .replace('"emblem-ground"', '$& fill="#0b3f78"')
    .replace('"emblem-ring"', '$& fill="none" stroke="#e3b34a" stroke-width="1.5"')
    .replace('"emblem-columns"', '$& fill="#e3b34a"')
    .replace('"emblem-book"', '$& fill="#fff"')
    .replace('"emblem-fold"', '$& stroke="#0b3f78" stroke-width="1.5"');
}
