import type { Translations } from '../translations/load-translations';
import { keyOf } from '../plugin-id';

const choices = keyOf('choice.');

/**
 * The names of codes that are together one of our vocabularies; null for any other list, such as
 * the values of another plugin's field.
 */
export function namesOfCodes(
  translations: Translations,
  codes: readonly string[]
): Map<string, string> | null {
  const vocabularies = new Map<string, Map<string, string>>();
  for (const [key, name] of Object.entries(translations)) {
    const [vocabulary, code] = key.startsWith(choices)
      ? key.slice(choices.length).split('.')
      : [undefined, undefined];
    if (!vocabulary || !code) continue;
    const names = vocabularies.get(vocabulary) ?? new Map<string, string>();
    vocabularies.set(vocabulary, names.set(code, name));
  }
  for (const names of vocabularies.values()) {
    if (names.size === codes.length && codes.every((code) => names.has(code))) return names;
  }
  return null;
}
