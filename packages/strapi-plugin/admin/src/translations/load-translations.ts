import { keyOf } from '../plugin-id';

/** Sentences of one language by their full key. */
export type Translations = Record<string, string>;

interface Loaded {
  /** Our own, without the plugin's prefix. */
  own: Translations;
  /** Strapi's, where it has none in this language. */
  strapi?: Translations;
}

const languages: Record<string, () => Promise<Loaded>> = {
  async th() {
    const [own, strapi] = await Promise.all([import('./th.json'), import('./strapi.th.json')]);
    return { own: own.default, strapi: strapi.default };
  },
  async en() {
    return { own: (await import('./en.json')).default };
  },
};

const loaded = new Map<string, Translations>();

/** What Strapi asks a plugin for: the translations of each language it has. */
export async function loadTranslations(
  locales: readonly string[]
): Promise<{ locale: string; data: Translations }[]> {
  return Promise.all(
    locales.map(async (locale) => {
      const { own, strapi = {} } = (await languages[locale]?.()) ?? { own: {} };
      const prefixed = Object.entries(own).map(([key, text]) => [keyOf(key), text]);
      const data: Translations = { ...strapi, ...Object.fromEntries(prefixed) };
      loaded.set(locale, data);
      return { locale, data };
    })
  );
}

/** The translations of a language that was loaded; none of another. */
export function translationsIn(locale: string): Translations {
  return loaded.get(locale) ?? {};
}
