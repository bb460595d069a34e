import type { HeldReason } from '@km-laas/contract';
import { searchKey } from '@km-laas/thai';
import type { PersonalDataPolicies } from './personal-data';

/** What officers have decided for the board. */
export interface BoardSettings {
  /** Posts of a new member a moderator looks at before readers see them; 0 holds none. */
  firstPosts: number;
  /** Different reports after which a post waits for a moderator; 0 never. */
  reportsToHold: number;
  /** Links out in one post above which a peer's post waits; 0 never. */
  linksToHold: number;
  /** Words that make a post wait. */
  words: string[];
  personalData: PersonalDataPolicies;
}

export const usualSettings: BoardSettings = {
  firstPosts: 1,
  reportsToHold: 3,
  linksToHold: 5,
  words: [
    ...['บาคาร่า', 'สล็อต', 'เว็บพนัน', 'แทงบอล', 'หวยออนไลน์', 'คาสิโน', 'เงินกู้นอกระบบ'],
    ...['เงินด่วน', 'ปลดหนี้', 'ไอ้เหี้ย', 'ไอ้สัตว์', 'อีดอก', 'ควย', 'เย็ด'],
  ],
  personalData: { citizenId: 'block', phone: 'warn', bankAccount: 'block', email: 'warn' },
};

/** Whoever posts, as far as holding a post depends on it. */
export interface Poster {
  /** Writes for the department or the province, or moderates: never held. */
  isTrusted: boolean;
  /** Posts of theirs readers have seen. */
  approvedPosts: number;
}

export interface PostToJudge {
  /** Everything a reader would read of it. */
  text: string;
  links: number;
}

/** Why a post waits for a moderator; null where readers see it at once. */
export function reasonToHold(
  post: PostToJudge,
  { isTrusted, approvedPosts }: Poster,
  { firstPosts, linksToHold, words }: BoardSettings
): HeldReason | null {
  if (isTrusted) return null;
  if (hasWord(post.text, words)) return 'words';
  if (linksToHold > 0 && post.links > linksToHold) return 'links';
  return approvedPosts < firstPosts ? 'newMember' : null;
}

/** Whether readers have said so often that something is wrong that a moderator must look first. */
export function isHeldByReports(reports: number, { reportsToHold }: BoardSettings): boolean {
  return reportsToHold > 0 && reports >= reportsToHold;
}

// Letters of other scripts that look like Latin ones, as far as they are used to hide words.
const lookAlikes: Record<string, string> = {
  ...{ а: 'a', е: 'e', о: 'o', р: 'p', с: 'c', у: 'y', х: 'x', і: 'i', ѕ: 's', ԁ: 'd' },
  ...{
    α: 'a',
    ο: 'o',
    ρ: 'p',
    υ: 'u',
    ν: 'v',
    ι: 'i',
    κ: 'k',
    '0': 'o',
    '1': 'l',
    $: 's',
    '@': 'a',
  },
};

/**
 * One spelling for a word that is written to pass by a list: without spaces, dots and dashes between
 * its letters, without repeated letters, with look-alike letters as what they look like.
 */
export function wordKey(text: string): string {
  return [...searchKey(text.normalize('NFKC'))]
    .map((letter) => lookAlikes[letter] ?? letter)
    .filter((letter) => /[\p{L}\p{N}\p{M}]/u.test(letter))
    .join('')
    .replace(/(.)\1+/gu, '$1');
}

/** Whether a text holds one of the words, however it is spaced out. */
export function hasWord(text: string, words: readonly string[]): boolean {
  const key = wordKey(text);
  return words.some((word) => {
    const wanted = wordKey(word);
    if (wanted === '') return false;
    for (let at = key.indexOf(wanted); at >= 0; at = key.indexOf(wanted, at + 1)) {
      // A mark after the last letter makes it another syllable: กู is not in กู้.
      if (!/^\p{M}/u.test(key.slice(at + wanted.length))) return true;
    }
    return false;
  });
}
