import type { AuthorityKind, Province } from '@km-laas/contract';
import { ownName } from './kinds';
import { otherProvinceNames } from './provinces';
import { readQuery, wordOf, type Word } from './query-words';
import {
  lackedLetters,
  lettersOf,
  plainKey,
  sortKey,
  tonedKey,
  typosBetween,
  type Letters,
} from './spelling';

/** What suggestions need to know of an authority. */
export interface Suggestable {
  code: string | null;
  name: string;
  kind: AuthorityKind;
  district: string | null;
  provinceCode: string;
}

export interface SuggestOptions<Found> {
  province?: string;
  kind?: AuthorityKind;
  /** Leaves out what it is false for, e.g. authorities that no longer exist. */
  only?: (authority: Found) => boolean;
}

/** Finds authorities by what people type; made once for a register, then asked often. */
export interface Suggestions<Found> {
  /** All that fit, the nearest first; none where nothing is asked for. */
  find(q: string, options?: SuggestOptions<Found>): Found[];
  /** All of them in the order of a Thai dictionary. */
  readonly inOrder: readonly Found[];
}

/** How well a word fits a text, 0 to 100. */
const fit = { same: 100, begins: 75, within: 55, oneOff: 46, twoOff: 32 } as const;

/** What a fit counts by where it is. */
const worth = { name: 1, district: 0.55, province: 0.6 } as const;

/** What a name that is typed whole counts more. */
const wholeNameBonus = 40;

/** What an authority of another kind than the one asked for counts less. */
const otherKindLoss = 65;

/** Below this many that are spelt as typed, those that are spelt alike are looked for too. */
const fewEnough = 10;

/** A text in the spellings it is compared in. */
interface Text {
  plain: string;
  toned: string;
  letters: Letters;
}

/** Distinct texts, so that a word is compared with each once however many authorities bear it. */
class Texts {
  readonly #texts: Text[] = [];
  readonly #places = new Map<string, number>();
  readonly #byPlain = new Map<string, number[]>();

  /** The place of a text; -1 for none. */
  add(written: string | null): number {
    if (!written) return -1;
    const known = this.#places.get(written);
    if (known !== undefined) return known;
    const plain = plainKey(written);
    const place = this.#texts.push({ plain, toned: tonedKey(written), letters: lettersOf(plain) });
    this.#places.set(written, place - 1);
    this.#byPlain.set(plain, [...(this.#byPlain.get(plain) ?? []), place - 1]);
    return place - 1;
  }

  /** Places of the texts that are spelt like this, but for tone marks. */
  spelt(plain: string): readonly number[] {
    return this.#byPlain.get(plain) ?? [];
  }

  /** How well a word fits each of them; zero for not at all. */
  fits(word: Word, withTypos: boolean): Uint8Array {
    const letters = lettersOf(word.plain);
    return Uint8Array.from(this.#texts, (text) => fitOf(word, letters, text, withTypos));
  }
}

function fitOf(word: Word, letters: Letters, text: Text, withTypos: boolean): number {
  const { plain } = text;
  if (word.toned === text.toned) return fit.same;
  if (word.plain === plain) return fit.same - 2;
  const part = word.plain.length / plain.length;
  if (plain.startsWith(word.plain)) return fit.begins + 15 * part;
  if (word.plain.length > 1 && plain.includes(word.plain)) return fit.within + 10 * part;
  const most = word.plain.length >= 7 ? 2 : word.plain.length >= 4 ? 1 : 0;
  if (!withTypos || most === 0 || lackedLetters(letters, text.letters) > most) return 0;
  if (word.plain.length - plain.length > most) return 0;
  const { whole, opening } = typosBetween(word.plain, plain, most);
  const [ofWhole, ofOpening] = [whole, opening].map((edits) => {
    if (edits === 1) return fit.oneOff;
    return edits === 2 ? fit.twoOff : 0;
  }) as [number, number];
  return Math.max(ofWhole, ofOpening - 5);
}

/** How well one word fits the names and the places. */
interface Fits {
  word: Word;
  names: Uint8Array;
  districts: Uint8Array;
  provinces: Uint8Array;
  /** The province it is the two-letter abbreviation of. */
  abbreviated: string | undefined;
}

interface Entry<Found> {
  authority: Found;
  /** Place in the list's order. */
  at: number;
  name: number;
  district: number;
  provinces: readonly number[];
  /** Whether it is called as its province is, so that whatever the province is called names it. */
  isNamesake: boolean;
}

/** Makes the index. The provinces tell what the codes are called. */
export function indexSuggestions<Found extends Suggestable>(
  authorities: readonly Found[],
  provinces: readonly Province[]
): Suggestions<Found> {
  const names = new Texts();
  const districts = new Texts();
  const provinceNames = new Texts();
  const placesOfProvince = new Map(
    provinces.map(({ code, nameTh, nameEn }) => {
      const others = otherProvinceNames.filter(([, of]) => of === code).map(([name]) => name);
      return [code, [nameTh, nameEn, ...others].map((name) => provinceNames.add(name))] as const;
    })
  );
  const abbreviations = new Map(provinces.map(({ abbreviation, code }) => [abbreviation, code]));
  const provinceCalled = new Map(provinces.map(({ code, nameTh }) => [code, nameTh]));
  const inOrder = sorted(authorities, provinces);
  const entries: Entry<Found>[] = inOrder.map((authority, at) => ({
    authority,
    at,
    name: names.add(ownName(authority.kind, authority.name)),
    district: districts.add(authority.district),
    provinces: placesOfProvince.get(authority.provinceCode) ?? [],
    isNamesake:
      provinceCalled.get(authority.provinceCode) === ownName(authority.kind, authority.name),
  }));

  function fitsOf(word: Word, withTypos: boolean): Fits {
    return {
      word,
      names: names.fits(word, withTypos),
      districts: districts.fits(word, withTypos),
      provinces: provinceNames.fits(word, withTypos),
      abbreviated: abbreviations.get(word.toned),
    };
  }

  /** Scores those that every word fits in some way. */
  function scoreWords(
    scores: Map<Entry<Found>, number>,
    among: readonly Entry<Found>[],
    words: readonly Word[],
    withTypos: boolean
  ): void {
    const found = words.map((word) => fitsOf(word, withTypos));
    for (const entry of among) {
      const score = scoreOf(entry, found);
      if (score > (scores.get(entry) ?? 0)) scores.set(entry, score);
    }
  }

  /** Scores a name that is written together with its district or province: ขามเรียงมหาสารคาม. */
  function scoreJoined(
    scores: Map<Entry<Found>, number>,
    among: readonly Entry<Found>[],
    { plain }: Word
  ): void {
    for (let cut = 2; cut <= plain.length - 2; cut += 1) {
      const halves = [plain.slice(0, cut), plain.slice(cut)] as const;
      for (const [name, place] of [halves, [halves[1], halves[0]] as const]) {
        const named = new Set(names.spelt(name));
        if (named.size === 0) continue;
        const fits = fitsOf(wordOf(place), false);
        for (const entry of among) {
          if (!named.has(entry.name)) continue;
          const score = placeWorth(entry, fits, 'any');
          if (score === 0) continue;
          const whole = (fit.same + score) / 2 + wholeNameBonus;
          if (whole > (scores.get(entry) ?? 0)) scores.set(entry, whole);
        }
      }
    }
  }

  return {
    inOrder,
    find(q, { province, kind, only = () => true } = {}) {
      const { kinds, codes, words } = readQuery(q);
      const isRight = ({ authority }: Entry<Found>) => kinds?.has(authority.kind) ?? true;
      const among = entries.filter(
        ({ authority }) =>
          (province === undefined || authority.provinceCode === province) &&
          (kind === undefined || authority.kind === kind) &&
          codes.every((code) => bearsCode(authority.code, code)) &&
          only(authority)
      );
      if (words.length === 0) {
        const asked = codes.length > 0 || kinds !== null;
        return asked ? among.filter(isRight).map(({ authority }) => authority) : [];
      }
      const scores = new Map<Entry<Found>, number>();
      scoreWords(scores, among, words, false);
      const [first] = words;
      if (words.length > 1 && words.every(({ place }) => place === 'any')) {
        // One name with a space in it.
        const together = wordOf(words.map(({ toned }) => toned).join(''));
        scoreWords(scores, among, [together], false);
      } else if (first && first.plain.length >= 5) {
        scoreJoined(scores, among, first);
      }
      const right = [...scores.keys()].filter(isRight).length;
      if (right < fewEnough) scoreWords(scores, among, words, true);
      return [...scores]
        .map(([entry, score]) => ({
          entry,
          score: isRight(entry) ? score : score - otherKindLoss,
        }))
        .sort((a, b) => b.score - a.score || a.entry.at - b.entry.at)
        .map(({ entry }) => entry.authority);
    },
  };
}

function scoreOf(entry: Entry<Suggestable>, found: readonly Fits[]): number {
  let total = 0;
  let isWholeName = false;
  for (const fits of found) {
    const { place } = fits.word;
    let ofName = place === 'any' ? (fits.names[entry.name] ?? 0) : 0;
    if (entry.isNamesake && place !== 'district') {
      for (const at of entry.provinces) ofName = Math.max(ofName, fits.provinces[at] ?? 0);
    }
    const best = Math.max(ofName * worth.name, placeWorth(entry, fits, place));
    if (best === 0) return 0;
    if (ofName >= fit.same - 2) isWholeName = true;
    total += best;
  }
  return total / found.length + (isWholeName ? wholeNameBonus : 0);
}

function placeWorth(entry: Entry<Suggestable>, fits: Fits, place: Word['place']): number {
  let best = 0;
  if (place !== 'province') best = (fits.districts[entry.district] ?? 0) * worth.district;
  if (place !== 'district') {
    for (const at of entry.provinces) {
      best = Math.max(best, (fits.provinces[at] ?? 0) * worth.province);
    }
    if (fits.abbreviated === entry.authority.provinceCode) {
      best = Math.max(best, fit.same * worth.province);
    }
  }
  return best;
}

/** Whether a code begins like this; the older form of seven digits has no leading zero. */
function bearsCode(code: string | null, typed: string): boolean {
  if (code === null) return false;
  if (typed.length === 2 && code.slice(2, 4) === typed) return true;
  return code.startsWith(typed) || code.slice(1).startsWith(typed);
}

/** By own name as a dictionary has it, then the greater kind, then by province. */
function sorted<Found extends Suggestable>(
  authorities: readonly Found[],
  provinces: readonly Province[]
): Found[] {
  const provinceKeys = new Map(provinces.map(({ code, nameTh }) => [code, sortKey(nameTh)]));
  return authorities
    .map((authority) => ({
      authority,
      key: [
        sortKey(ownName(authority.kind, authority.name)),
        rankOf[authority.kind],
        provinceKeys.get(authority.provinceCode) ?? '',
        authority.code ?? '',
      ] as const,
    }))
    .sort((a, b) => {
      for (let at = 0; at < a.key.length; at += 1) {
        const [left, right] = [a.key[at] ?? '', b.key[at] ?? ''];
        if (left !== right) return left < right ? -1 : 1;
      }
      return 0;
    })
    .map(({ authority }) => authority);
}

const rankOf: Readonly<Record<AuthorityKind, number>> = {
  bangkok: 0,
  pattaya: 1,
  pao: 2,
  city: 3,
  town: 4,
  subdistrict: 5,
  sao: 6,
};
