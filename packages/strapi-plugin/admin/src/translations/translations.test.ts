import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { contentType as authority } from '../../../server/src/authority/content-type';
import { updateItem } from '../../../server/src/components/update-item';
import { contentType as faq } from '../../../server/src/faq/content-type';
import { contentType as form } from '../../../server/src/form/content-type';
import { contentType as law } from '../../../server/src/law/content-type';
import { contentType as manual } from '../../../server/src/manual/content-type';
import { contentType as news } from '../../../server/src/news/content-type';
import { contentType as topic } from '../../../server/src/topic/content-type';
import { contentType as update } from '../../../server/src/update/content-type';
import { isChoice, type ChoiceAttribute } from '../choice/choice-name';
import { namesOfCodes } from '../choice/names-of-codes';
import { loadTranslations, translationsIn, type Translations } from './load-translations';

const read = (name: string): Translations =>
  JSON.parse(readFileSync(join(__dirname, name), 'utf8'));
const [th, en, strapiThai] = [read('th.json'), read('en.json'), read('strapi.th.json')];

/** The names of what a sentence is given to say: `{name}` and `{count, plural, other {…}}`. */
function argumentsOf(sentence: string): string[] {
  const names = new Set<string>();
  // Inside an argument a brace opens a branch, inside a branch it opens an argument.
  const open: ('argument' | 'branch')[] = [];
  for (const [at, character] of [...sentence].entries()) {
    if (character === '}') open.pop();
    if (character !== '{') continue;
    const isBranch = open.at(-1) === 'argument';
    open.push(isBranch ? 'branch' : 'argument');
    if (!isBranch)
      names.add(
        [...sentence]
          .slice(at + 1)
          .join('')
          .split(/[,}]/, 1)[0]
          ?.trim() ?? ''
      );
  }
  return [...names].sort();
}

const choices = [authority, faq, law, manual, news, update]
  .map(({ schema }) => schema.attributes as Record<string, unknown>)
  .concat(updateItem.attributes)
  .flatMap((attributes) => Object.values(attributes).filter(isChoice)) as ChoiceAttribute[];

describe('our own translations', () => {
  it('say the same things in Thai and English', () => {
    expect(Object.keys(en)).toEqual(Object.keys(th));
    for (const [key, sentence] of Object.entries(th)) {
      expect([key, argumentsOf(sentence)]).toEqual([key, argumentsOf(en[key] ?? '')]);
    }
  });

  it('name every code an editor can choose', () => {
    for (const { options, enum: codes } of choices) {
      for (const code of codes) {
        expect(Object.keys(th)).toContain(`choice.${options.vocabulary}.${code}`);
      }
    }
  });
});

describe('what Strapi does not say in Thai', () => {
  const require = createRequire(join(__dirname, '../../../../../package.json'));
  const english = (plugin: string, path: string, prefix = ''): [string, string][] => {
    const folder = dirname(require.resolve(`@strapi/${plugin}/package.json`));
    // Some of Strapi's builds export the sentences, others have them as their default.
    const built = require(join(folder, path)) as Translations | { default: Translations };
    const sentences = 'default' in built ? (built.default as Translations) : built;
    return Object.entries(sentences).map(([key, text]) => [prefix + key, text]);
  };
  const installed = new Map([
    ...english('admin', 'dist/admin/admin/src/translations/en.json.js'),
    ...english('content-manager', 'dist/admin/translations/en.json.js', 'content-manager.'),
    ...english('upload', 'dist/admin/translations/en.json.js', 'upload.'),
    // The name in the side menu, which Strapi says in its code alone.
    ['content-manager.plugin.name', 'Content Manager'] as [string, string],
  ]);

  it('is something the installed Strapi still says', () => {
    const unknown = Object.keys(strapiThai).filter((key) => !installed.has(key));
    expect(unknown).toEqual([]);
  });

  it('is given nothing it would not be told', () => {
    for (const [key, sentence] of Object.entries(strapiThai)) {
      const told = argumentsOf(installed.get(key) ?? '');
      for (const name of argumentsOf(sentence)) expect(told, key).toContain(name);
    }
  });
});

describe('loadTranslations', () => {
  it('names every content type in both languages', async () => {
    const [thai, english] = await loadTranslations(['th', 'en']);
    for (const { schema } of [topic, manual, law, faq, news, update, form]) {
      const { displayName } = schema.info;
      expect(thai?.data[displayName]).toBe(displayName);
      expect(english?.data[displayName]).toMatch(/^[A-Za-z]/);
    }
  });

  it('gives each language under full keys, and nothing for one it lacks', async () => {
    const [thai, french] = await loadTranslations(['th', 'fr']);
    expect(thai?.data['km.feedback.title']).toBe('เสียงจากผู้อ่าน');
    expect(thai?.data['global.save']).toBe('บันทึก');
    expect(french).toEqual({ locale: 'fr', data: {} });
  });

  it('lets a filter tell our codes from those of another plugin', async () => {
    await loadTranslations(['th']);
    const thai = translationsIn('th');
    const audiences = namesOfCodes(thai, ['everyone', 'local', 'province', 'central']);
    expect(audiences?.get('local')).toBe('อปท.');
    expect(namesOfCodes(thai, ['local', 'remote'])).toBeNull();
    expect(namesOfCodes(thai, ['urgent', 'veryUrgent', 'mostUrgent'])?.get('urgent')).toBe('ด่วน');
  });
});
