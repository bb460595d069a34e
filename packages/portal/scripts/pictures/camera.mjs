import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import sharp from 'sharp';
import { withFewColours } from './few-colours.mjs';
import { drawRings, nameHosts, styles } from './in-page.mjs';

/** @typedef {import('playwright-core').Locator} Locator */
/** @typedef {import('playwright-core').Page} Page */
/**
 * @typedef {object} Framing
 * @property {Locator[]} [around] - What is to be seen; the whole window when left out.
 * @property {Locator[]} [rings] - What the text speaks of, numbered from 1.
 * @property {number} [room] - Around what is to be seen, in CSS pixels.
 * @property {number} [width] - At most, in CSS pixels; the rest is cut off on the right.
 * @property {number} [height] - At most, in CSS pixels; the rest is cut off below.
 */

export const folder = fileURLToPath(new URL('../../pictures/', import.meta.url));

/** Dots for each CSS pixel of the page that shows the picture; enough for a telephone's fine screen. */
const density = 1.5;
/** As wide as the text of the manual. */
const maxWidth = 640;
/** What one picture may weigh; readers on slow lines open pages with eight. */
const mostBytes = 60_000;

/** @typedef {Awaited<ReturnType<typeof openCamera>>} Camera */

/**
 * A browser with fixed size, zone and language, whose pages keep still.
 *
 * @param {{km: string, site: string}} house
 */
export async function openCamera({ km, site }) {
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--font-render-hinting=none'],
  });
  return {
    /** Somebody with a browser of their own. */
    async visitor(width = 672, height = 1600) {
      const context = await browser.newContext({
        viewport: { width, height },
        deviceScaleFactor: density,
        locale: 'th-TH',
        timezoneId: 'Asia/Bangkok',
        colorScheme: 'light',
        reducedMotion: 'reduce',
      });
      context.setDefaultTimeout(15_000);
      return context.newPage();
    },
    /** Takes a picture of what is on the page and keeps it. */
    async take(
      /** @type {Page} */ page,
      /** @type {string} */ name,
      /** @type {Framing} */ framing
    ) {
      await page.evaluate(nameHosts, [
        [new URL(km).host, 'km.example.go.th'],
        [new URL(site).host, 'www.example.go.th'],
      ]);
      await take(page, name, framing);
    },
    close: () => browser.close(),
  };
}

/**
 * @param {Page} page
 * @param {string} name
 * @param {Framing} framing
 */
async function take(page, name, { around = [], rings = [], room = 16, ...most }) {
  await page.evaluate('document.fonts.ready');
  const clip = await frame(page, around, room, most);
  const drawn = await page.evaluateHandle(drawRings, {
    boxes: await Promise.all(rings.map(boxOf)),
    styles,
  });
  const shot = await page.screenshot({ clip, animations: 'disabled', caret: 'hide' });
  await drawn.evaluate((layer) => /** @type {Element} */ (layer).remove());
  const bytes = await compress(shot);
  writeFileSync(join(folder, `${name}.webp`), bytes);
  const size = `${Math.round(clip.width)} × ${Math.round(clip.height)}`;
  process.stdout.write(`${name}: ${size}, ${(bytes.length / 1000).toFixed(1)} kB\n`);
}

/** @param {Locator} locator */
async function boxOf(locator) {
  await locator.first().waitFor();
  const box = await locator.first().boundingBox();
  if (!box) throw new Error(`Not to be seen: ${locator}`);
  return box;
}

/**
 * @param {Page} page
 * @param {Locator[]} around
 * @param {number} room
 * @param {{width?: number, height?: number}} most
 */
async function frame(page, around, room, most) {
  const size = page.viewportSize() ?? { width: 0, height: 0 };
  const boxes = await Promise.all(around.map(boxOf));
  if (boxes.length === 0) boxes.push({ x: 0, y: 0, ...size });
  const left = Math.max(0, Math.min(...boxes.map(({ x }) => x)) - room);
  const top = Math.max(0, Math.min(...boxes.map(({ y }) => y)) - room);
  const right = Math.min(size.width, Math.max(...boxes.map(({ x, width }) => x + width)) + room);
  const end = Math.min(size.height, Math.max(...boxes.map(({ y, height }) => y + height)) + room);
  return {
    x: left,
    y: top,
    width: Math.min(right - left, most.width ?? Infinity),
    height: Math.min(end - top, most.height ?? Infinity),
  };
}

/**
 * Light bytes of a picture, with its letters sharp.
 *
 * @param {Buffer} shot
 */
async function compress(shot) {
  const { width = 0 } = await sharp(shot).metadata();
  const resized = await sharp(shot)
    .removeAlpha()
    .resize({ width: Math.min(width, maxWidth * density) })
    .png()
    .toBuffer({ resolveWithObject: true });
  // Three dots are two whole CSS pixels.
  const size = {
    width: resized.info.width - (resized.info.width % 3),
    height: resized.info.height - (resized.info.height % 3),
  };
  const { data, info } = await sharp(resized.data)
    .extract({ left: 0, top: 0, ...size })
    .raw()
    .toBuffer({ resolveWithObject: true });
  const bytes = await sharp(withFewColours(data), { raw: info })
    .webp({ lossless: true, effort: 6 })
    .toBuffer();
  if (bytes.length > mostBytes) throw new Error(`${bytes.length} bytes are too many; show less.`);
  return bytes;
}
