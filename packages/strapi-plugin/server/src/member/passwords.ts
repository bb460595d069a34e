import type { Sentence } from '../platform/problem';

/** bcrypt reads so many bytes and passes over the rest; a Thai letter has three. */
const mostBytes = 72;
const fewestCharacters = 10;

/** What people in Thai offices choose, also as the keys of a Thai word give it. */
const ownWords = [
  'รหัสผ่าน',
  'isylzjko',
  'สวัสดี',
  'l;ylfu',
  'ประเทศไทย',
  'thailand',
  'bangkok',
  'elaas',
  'e-laas',
  'laas',
  'kmelaas',
  'tessaban',
  'เทศบาล',
  'municipality',
  'dla',
  'moi',
  'password',
  'admin',
];

type Check = (password: string, words: string[]) => { score: number };
let check: Promise<Check> | undefined;

/** The dictionaries are large, and most servers start more often than somebody registers. */
async function loadCheck(): Promise<Check> {
  const [{ ZxcvbnFactory }, common] = await Promise.all([
    import('@zxcvbn-ts/core'),
    import('@zxcvbn-ts/language-common'),
  ]);
  const factory = new ZxcvbnFactory({
    dictionary: { ...common.dictionary, km: ownWords },
    graphs: common.adjacencyGraphs,
    maxLength: 128,
  });
  return (password, words) => factory.check(password, words);
}

/**
 * What is wrong with a new password, if anything.
 *
 * @param personal - What others know of the member: e-mail address, names.
 */
export async function passwordFault(
  password: string,
  personal: readonly string[]
): Promise<Sentence | null> {
  if ([...password].length < fewestCharacters) {
    return {
      th: `รหัสผ่านต้องยาวอย่างน้อย ${fewestCharacters} ตัวอักษร`,
      en: `A password has at least ${fewestCharacters} characters.`,
    };
  }
  if (Buffer.byteLength(password) > mostBytes) {
    return {
      th: `รหัสผ่านยาวเกินไป ใช้อักษรอังกฤษได้ไม่เกิน ${mostBytes} ตัว หรืออักษรไทยไม่เกิน ${mostBytes / 3} ตัว`,
      en: `A password has at most ${mostBytes} English or ${mostBytes / 3} Thai letters.`,
    };
  }
  check ??= loadCheck();
  const words = personal
    .flatMap((text) => [text, ...text.split(/[@.\s_-]+/)])
    .filter((word) => word.length > 2)
    .map((word) => word.toLowerCase());
  const { score } = (await check)(password, words);
  return score >= 3 && hasMoreThan(password.toLowerCase(), words)
    ? null
    : {
        th: 'รหัสผ่านนี้เดาได้ง่าย หรือเป็นรหัสที่มีผู้ใช้กันมาก โปรดใช้วลีที่ยาวขึ้น เช่น คำหลายคำที่ไม่เกี่ยวกัน',
        en: 'This password is easy to guess or widely used. Take a longer phrase of unrelated words.',
      };
}

/** Whether enough is left of a password without what others know of the member. */
function hasMoreThan(password: string, words: readonly string[]): boolean {
  const known = [...words].sort((one, other) => other.length - one.length);
  const left = known.reduce((text, word) => text.replaceAll(word, ''), password);
  return [...left.replace(/[^\p{L}\p{M}\p{N}]/gu, '')].length >= 6 || left === password;
}
