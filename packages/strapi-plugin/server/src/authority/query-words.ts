import type { AuthorityKind } from '@km-laas/contract';
import { searchKey } from '@km-laas/thai';
import { kindFacts, kindNames } from './kinds';
import { plainKey, tonedKey, typosBetween } from './spelling';

/** A word to look for, and where the designation before it says it belongs. */
export interface Word {
  plain: string;
  toned: string;
  place: 'any' | 'province' | 'district';
}

/** What somebody typed, taken apart. */
export interface AskedFor {
  /** Kinds the query names; null where it names none. */
  kinds: ReadonlySet<AuthorityKind> | null;
  /** Beginnings of codes, or a province's two digits. */
  codes: string[];
  words: Word[];
}

const municipalities: readonly AuthorityKind[] = ['city', 'town', 'subdistrict'];

/** How kinds are written, the longest first; each at the beginning of a word. */
const spellings: readonly (readonly [RegExp, readonly AuthorityKind[]])[] = [
  [/อง[คก]?์?(?:์ก|ก)?[าร]{1,2}ร?\s*บริหาร\s*ส่?วน\s*ตำบล/, ['sao']],
  [/อง[คก]?์?(?:์ก|ก)?[าร]{1,2}ร?\s*บริหาร\s*ส่?วน\s*จังหวัด/, ['pao']],
  [/เทศบาล\s*นคร/, ['city']],
  [/เทศบาล\s*เมือง/, ['town']],
  [/เทศบาล\s*(?:ตำบล|ต\.)/, ['subdistrict']],
  [/เทศบาล/, municipalities],
  [/อ\.?\s?บ\.?\s?ต(?![\u0E31\u0E34-\u0E3A\u0E47-\u0E4E])\.?/, ['sao']],
  [/อ\.?\s?บ\.?\s?จ(?![\u0E31\u0E34-\u0E3A\u0E47-\u0E4E])\.?/, ['pao']],
  [/ท\.?\s?น(?![\u0E30-\u0E3A\u0E47-\u0E4E])\.?/, ['city']],
  [/ท\.?\s?ม(?![\u0E30-\u0E3A\u0E47-\u0E4E])\.?/, ['town']],
  [/ท\.?\s?ต(?![\u0E30-\u0E3A\u0E47-\u0E4E])\.?/, ['subdistrict']],
  [/(?:sao|tao)\b/, ['sao']],
  [/pao\b/, ['pao']],
];
const atWordStart = spellings.map(
  ([pattern, kinds]) => [new RegExp(`(?<![\\p{L}\\p{M}])${pattern.source}`, 'u'), kinds] as const
);

/** Words that kinds are written out in, for those who misspell them. */
const writtenOut: readonly (readonly [string, readonly AuthorityKind[]])[] = [
  ...kindNames
    .filter((kind) => kindFacts[kind].digit !== null)
    .map((kind) => [plainKey(kindFacts[kind].nameTh), [kind]] as const),
  ['เทศบาล', municipalities],
];

const designations: readonly (readonly [RegExp, Word['place']])[] = [
  [/^(?:จังหวัด|จ\.)/, 'province'],
  [/^(?:อำเภอ|อ\.)/, 'district'],
  [/^(?:ตำบล|ต\.)/, 'any'],
];

/** Takes a query apart. What cannot be anything else is a word of a name or a place. */
export function readQuery(q: string): AskedFor {
  const { kinds, rest } = takeKinds(searchKey(q));
  const asked: AskedFor = { kinds, codes: [], words: [] };
  let designated: Word['place'] = 'any';
  for (const token of tokensOf(rest)) {
    if (/^\d{2,8}$/.test(token)) {
      asked.codes.push(token);
      continue;
    }
    const found = designations.find(([opening]) => opening.test(token));
    const bare = found ? token.replace(found[0], '') : token;
    const place: Word['place'] = found ? found[1] : designated;
    const word = wordOf(bare, place);
    if (word.plain !== '') asked.words.push(word);
    // A designation that stands alone speaks of the next word.
    designated = found && word.plain === '' ? place : 'any';
  }
  return asked;
}

export function wordOf(text: string, place: Word['place'] = 'any'): Word {
  return { plain: plainKey(text), toned: tonedKey(text), place };
}

function tokensOf(text: string): string[] {
  return text
    .replace(/(?<=\d)[-.](?=\d)/g, '')
    .replace(/(?<=[\p{L}\p{M}])(?=(?:[ตอจ]\.|ตำบล|อำเภอ|จังหวัด))/gu, ' ')
    .split(/[\s,/()"'“”]+/)
    .filter((token) => token !== '');
}

function takeKinds(text: string): { kinds: ReadonlySet<AuthorityKind> | null; rest: string } {
  for (const [pattern, kinds] of atWordStart) {
    const found = pattern.exec(text);
    if (!found) continue;
    const rest = `${text.slice(0, found.index)} ${text.slice(found.index + found[0].length)}`;
    return { kinds: new Set(kinds), rest };
  }
  return takeMisspeltKind(text) ?? { kinds: null, rest: text };
}

/** A kind written out with a typo or two at the beginning: `เทศบานตำบล`, `องค์กานบริหารส่วนตำบล`. */
function takeMisspeltKind(text: string) {
  const plain = text.replace(/[\u0E47-\u0E4E]/g, '');
  let best: { edits: number; end: number; kinds: readonly AuthorityKind[] } | undefined;
  for (const [written, kinds] of writtenOut) {
    const most = written.length > 8 ? 2 : 1;
    for (let end = written.length - most; end <= written.length + most; end += 1) {
      if (end > plain.length) break;
      const edits = typosBetween(plain.slice(0, end), written, most).whole;
      if (edits > most || (best && (edits > best.edits || written.length < 8))) continue;
      best = { edits, end, kinds };
    }
  }
  return best && { kinds: new Set(best.kinds), rest: plain.slice(best.end) };
}
