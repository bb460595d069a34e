import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { html, type Html } from '../html.js';
import { house } from '../pages.js';
import { renderEmbedBuilder } from '../pages/embed.js';
import { readPictures } from '../publish/pictures.js';
import { guidePath, guides } from './index.js';

const pictures = await readPictures();

interface Figure {
  name: string;
  alt: string;
  caption: string;
}

/** What the manual says and shows. */
const figures: Figure[] = [];
const bodies: Html[] = guides.flatMap(({ chapters }) =>
  chapters.map(({ renderBody }) =>
    renderBody((name, alt, caption) => {
      figures.push({ name, alt, caption });
      return html``;
    })
  )
);

describe('pictures of the manual', () => {
  it('are those its pages name, each of them once', () => {
    const named = figures.map(({ name }) => name);
    expect(named).toEqual([...new Set(named)]);
    expect(pictures.map(({ name }) => name).sort()).toEqual(named.sort());
  });

  it('are told in Thai to whoever does not see them', () => {
    for (const { name, alt, caption } of figures) {
      expect(alt, name).toMatch(/[ก-๙].{15,}/);
      expect(caption, name).toMatch(/[ก-๙]/);
      expect(alt).not.toBe(caption);
    }
  });

  it('are light, and fit into the text', () => {
    const total = pictures.reduce((sum, { bytes }) => sum + bytes.length, 0);
    expect(total).toBeLessThan(1_200_000);
    for (const { name, bytes, width, height } of pictures) {
      expect(bytes.length, name).toBeLessThan(60_000);
      expect(width, name).toBeLessThanOrEqual(640);
      expect([width, height].every(Number.isInteger), name).toBe(true);
    }
  });
});

describe('the manual', () => {
  it('has a page and an address for each kind of reader', () => {
    for (const guide of guides) {
      expect(house.pages.some(({ path }) => path === guidePath(guide))).toBe(true);
      const ids = guide.chapters.map(({ id }) => id);
      expect(ids).toEqual([...new Set(ids)]);
    }
  });

  it('names buttons and fields as the screen does', () => {
    const said = bodies
      .flatMap((body) => [...`${body}`.matchAll(/<b>(.*?)<\/b>/gs)])
      .map(([, label = '']) => label.replace(/\s+/g, ' ').trim());
    expect(said.length).toBeGreaterThan(50);
    const screens = wordsOnScreens();
    for (const label of new Set(said)) expect(screens.includes(label), label).toBe(true);
  });
});

/** Everything the system says in Thai, wherever it is kept. */
function wordsOnScreens(): string {
  const packages = join(import.meta.dirname, '../../..');
  const read = (folder: string, ending: RegExp) =>
    readdirSync(join(packages, folder), { recursive: true, encoding: 'utf8' })
      .filter((file) => ending.test(file) && !/test/.test(file))
      .map((file) => readFileSync(join(packages, folder, file), 'utf8'));
  return [
    ...read('widgets/src', /\.th\.ts$|translations\/th\.ts$/),
    ...read('strapi-plugin/admin/src/translations', /th\.json$/),
    ...read('strapi-plugin/server/src', /\.ts$/),
    `${renderEmbedBuilder(house, 'th')}`,
  ].join('\n');
}
