import type { BoardSettings } from './api';

/** Rules that say how many it takes; 0 turns one off. */
export type NumberName = 'firstPosts' | 'reportsToHold' | 'linksToHold';

/** Most the server takes, and what a rule begins with that is turned on. */
export const mostOf: Record<NumberName, number> = {
  firstPosts: 20,
  reportsToHold: 100,
  linksToHold: 100,
};
export const usualNumber: Record<NumberName, number> = {
  firstPosts: 1,
  reportsToHold: 3,
  linksToHold: 5,
};

/** What is wrong: numbers out of range, and the words the server would not take. */
export interface SettingsFaults extends Partial<Record<NumberName, true | undefined>> {
  words?: string[] | undefined;
}

/** The words of a field, one a line; each once, blank lines left out. */
export function wordsIn(text: string): string[] {
  return [...new Set(text.split('\n').map((line) => line.trim()))].filter((word) => word !== '');
}

/** What the server would refuse, found before it is sent. */
export function faultsOf({ words, ...numbers }: BoardSettings): SettingsFaults {
  const wrong = words.filter(({ length }) => length < 2 || length > 100);
  const names = Object.keys(mostOf) as NumberName[];
  const isWrong = (name: NumberName) =>
    !Number.isInteger(numbers[name]) || numbers[name] < 0 || numbers[name] > mostOf[name];
  return {
    ...Object.fromEntries(names.filter(isWrong).map((name) => [name, true])),
    ...(wrong.length > 0 && { words: wrong }),
  };
}

/** Which fields the server refused, by the names its answer carries. */
export function refusedFields(error: unknown, { words }: BoardSettings): SettingsFaults {
  const response = (
    error as { response?: { data?: { error?: { details?: { fields?: string[] } } } } }
  )?.response;
  const fields = response?.data?.error?.details?.fields ?? [];
  const wrong = fields.flatMap((name) => {
    const [, at] = /^words\.(\d+)$/.exec(name) ?? [];
    return at === undefined ? [] : (words[Number(at)] ?? []);
  });
  return {
    ...Object.fromEntries(fields.filter((name) => name in mostOf).map((name) => [name, true])),
    ...(wrong.length > 0 && { words: wrong }),
  };
}
