import type { KmRegistry } from '../client/registry.js';

/** What a page may set once for all tags; a tag's own attribute wins. */
export interface KmDefaults {
  api?: string;
  authority?: string;
  density?: 'comfortable' | 'compact';
  lang?: 'th' | 'en';
  limit?: number;
  theme?: 'light' | 'dark' | 'auto';
  topic?: string;
}

/** The page's side of the kit: `KmElements` in scripts, or imported from the package. */
export interface KmElementsApi {
  /** Version of the copy that came first. */
  readonly version: string;
  /** Sets attributes for all tags that do not have them, now and later; unknown names are told. */
  configure(defaults: KmDefaults): void;
  /** Reads everything that is shown again, past every cache. */
  refresh(): void;
}

// A symbol clashes with nobody's names. client/registry.ts knows the key too: a loader of this size
// must not import what elements import.
const shared = globalThis as { [key: symbol]: KmRegistry | undefined };
export const registry = (shared[Symbol.for('km-laas')] ??= { defaults: {}, loads: {}, early: {} });
export const { defaults } = registry;

const names = ['api', 'authority', 'density', 'lang', 'limit', 'theme', 'topic'];

export const KmElements: KmElementsApi = {
  // As in version.ts, which elements import.
  version: '0.1.0',
  configure(given) {
    for (const [name, value] of Object.entries(given)) {
      if (names.includes(name)) defaults[name] = String(value);
      else console.warn(`KmElements.configure({ ${name} }): expected ${names}.`);
    }
    document.dispatchEvent(new Event('km-configure'));
  },
  refresh() {
    document.dispatchEvent(new Event('km-refresh'));
  },
};

declare global {
  /** Set by the kit's script. */
  const KmElements: KmElementsApi;
}
