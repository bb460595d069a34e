import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * @typedef {{ id: string, title: string, text: string }} Passage
 * @typedef {{ id: string, q: string, rel: string[] }} Question
 */

/**
 * Reads a set: `passages.jsonl` of `{id,title,text}` and `queries.jsonl` of `{id,q,rel[]}`.
 *
 * @param {string} folder
 * @returns {{ passages: Passage[], questions: Question[] }}
 */
export function readSet(folder) {
  const linesOf = (/** @type {string} */ file) =>
    readFileSync(join(folder, file), 'utf8')
      .split('\n')
      .filter((line) => line.trim() !== '')
      .map((line) => JSON.parse(line));
  return { passages: linesOf('passages.jsonl'), questions: linesOf('queries.jsonl') };
}

/**
 * A passage as the plugin indexes a document.
 *
 * @param {Passage} passage
 */
export function documentOf({ id, title, text }) {
  return {
    service: 'manual',
    id,
    title,
    otherNames: [],
    errorMessages: [],
    letterKeys: [],
    passages: [{ heading: null, anchor: null, text }],
    files: [],
    pages: [],
    url: `/manuals/${id}`,
    date: null,
    audience: 'everyone',
    topics: [],
    lawStatus: null,
    sample: false,
  };
}

/**
 * Gives whole numbers from 0 to below a limit, in the same order for the same seed (mulberry32).
 *
 * @param {number} seed
 */
export function randomFrom(seed) {
  let state = seed;
  return (/** @type {number} */ limit) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296) * limit);
  };
}

const LETTERS = [...'กขคงจฉชซญดตถทธนบปผพฟมยรลวศสหอฮะาิีึืุูเแโใไำ็่้์'];

/**
 * Mistypes a text: each time a letter is lost, added, another one, or changes places with the next.
 *
 * @param {string} text
 * @param {number} times
 * @param {(limit: number) => number} random
 */
export function mistype(text, times, random) {
  const letters = [...text];
  for (let done = 0; done < times && letters.length > 1; done += 1) {
    const at = random(letters.length);
    const other = /** @type {string} */ (LETTERS[random(LETTERS.length)]);
    const way = random(4);
    if (way === 0) letters.splice(at, 1);
    else if (way === 1) letters.splice(at, 0, other);
    else if (way === 2) letters[at] = other;
    else
      letters.splice(
        Math.max(at - 1, 0),
        2,
        ...letters.slice(Math.max(at - 1, 0), at + 1).reverse()
      );
  }
  return letters.join('');
}

/**
 * Makes many passages out of the sentences of a few, each of sentences of one passage and some of
 * another, in the same way every time.
 *
 * @param {readonly Passage[]} passages
 * @param {number} count
 */
export function* recombined(passages, count) {
  const random = randomFrom(20_260_101);
  const pieces = passages.map(({ text }) => text.split(/\s+/).filter(Boolean));
  for (let number = 0; number < count; number += 1) {
    const words = [];
    const from = /** @type {string[]} */ (pieces[random(pieces.length)]);
    const other = /** @type {string[]} */ (pieces[random(pieces.length)]);
    for (const source of [from, other]) {
      const length = 4 + random(14);
      const start = random(Math.max(1, source.length - length));
      words.push(...source.slice(start, start + length));
    }
    const text = words.join(' ');
    yield { id: `s${number}`, title: text.slice(0, 40 + random(30)), text };
  }
}
