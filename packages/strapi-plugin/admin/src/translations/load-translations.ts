import { keyOf } from '../plugin-id';

/** Sentences of one language by their full key. */
export type Translations = Record<string, string>;

interface Loaded {
  /** Our own, without the plugin's prefix. */
  own: Translations;
  /** Strapi's, where it has none in this language. */
  strapi?: Translations;
  /** Names of content types; Strapi looks them up by what the schema calls them, which is Thai. */
  content: Translations;
}

const languages: Record<string, () => Promise<Loaded>> = {
  async th() {
    const [own, strapi, english] = await Promise.all([
      import('./th.json'),
      import('./strapi.th.json'),
      import('./content.en.json'),
    ]);
    const names = Object.keys(english.default);
    const content = Object.fromEntries(names.map((name) => [name, name]));
    return { own: own.default, strapi: strapi.default, content };
  },
  async en() {
    const [own, content] = await Promise.all([import('./en.json'), import('./content.en.json')]);
    return { own: own.default, content: content.default };
  },
};

const loaded = new Map<string, Translations>();

/** What Strapi asks a plugin for: the translations of each language it has. */
export async function loadTranslations(
  locales: readonly string[]
): Promise<{ locale: string; data: Translations }[]> {
  return Promise.all(
    locales.map(async (locale) => {
      const { own, strapi, content } = (await languages[locale]?.()) ?? { own: {}, content: {} };
      const prefixed = Object.entries(own).map(([key, text]) => [keyOf(key), text]);
      const data: Translations = { ...strapi, ...content, ...Object.fromEntries(prefixed) };
      loaded.set(locale, data);
      return { locale, data };
    })
  );
}

/** The translations of a language that was loaded; none of another. */
export function translationsIn(locale: string): Translations {
  return loaded.get(locale) ?? {};
}
