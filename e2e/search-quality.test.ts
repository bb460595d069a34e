import type { SearchAnswer, SearchHit } from '@km-laas/contract';
import { beforeAll, describe, expect, inject, it } from 'vitest';
import { documents, type DocumentName } from './search-quality/documents.js';
import { typedInEnglish, typedInThai } from './search-quality/keyboard.js';
import {
  keyboardQueries,
  labelled,
  letterSpellings,
  paraphrases,
  thaiKeyboardQueries,
  type Labelled,
} from './search-quality/queries.js';

/** Milliseconds the first index may take, files and all. */
const patience = 120_000;

beforeAll(async () => {
  const end = Date.now() + patience;
  while (!(await indexIsComplete())) {
    if (Date.now() > end) throw new Error('The search index was not complete in time.');
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
}, patience + 10_000);

async function indexIsComplete(): Promise<boolean> {
  const { data } = await (await fetch(`${inject('km')}/api/km/v1/health`)).json();
  return data.search.status === 'ok' && data.search.lagSeconds === 0;
}

async function ask(path: string, q: string): Promise<SearchAnswer> {
  const query = new URLSearchParams({ q });
  const response = await fetch(`${inject('km')}/api/km/v1/${path}?${query}`);
  expect(response.status, q).toBe(200);
  return (await response.json()) as SearchAnswer;
}

const isOf = (hit: SearchHit, name: DocumentName) =>
  hit.service === documents[name][0] && hit.title.text.includes(documents[name][1]);

/** Place of the first hit that is one of the documents, from 1; Infinity where none is. */
function rankOf(hits: readonly SearchHit[], names: readonly DocumentName[]): number {
  const at = hits.findIndex((hit) => names.some((name) => isOf(hit, name)));
  return at < 0 ? Infinity : at + 1;
}

/** The queries that missed, as a reader of the failure wants to see them. */
async function misses(
  queries: readonly Labelled[],
  places: number,
  type: (q: string) => string = (q) => q
): Promise<string[]> {
  const missed: string[] = [];
  for (const [query, answers, also = []] of queries) {
    const { data } = await ask('search', type(query));
    const rank = rankOf(data, [...answers, ...also]);
    if (rank > places) {
      const found = data.slice(0, 3).map(({ title }) => title.text.slice(0, 40));
      missed.push(`${type(query)} → ${rank === Infinity ? '–' : rank}: ${found.join(' | ')}`);
    }
  }
  return missed;
}

const share = (missed: readonly unknown[], all: readonly unknown[]) =>
  1 - missed.length / all.length;

describe('search over the sample content', () => {
  it('is measured by enough queries', () => {
    const all = Object.values(labelled).flat();
    const spellings = letterSpellings.flatMap(([, list]) => list);
    expect(all.length + spellings.length + keyboardQueries.length).toBeGreaterThanOrEqual(250);
    expect(spellings.length).toBeGreaterThanOrEqual(80);
    expect(paraphrases.length).toBeGreaterThanOrEqual(60);
  });

  it('puts an answer among the first five for 97 of 100 queries', async () => {
    const all = Object.values(labelled).flat();
    const missed = await misses(all, 5);
    expect(share(missed, all), missed.join('\n')).toBeGreaterThanOrEqual(0.97);
  });

  it('puts a letter first by every spelling of its number', async () => {
    const spelled = letterSpellings.flatMap(([letter, spellings]) =>
      spellings.map((spelling): Labelled => [spelling, [letter]])
    );
    expect(await misses(spelled, 1)).toEqual([]);
  });

  it('puts an answer first for 95 of 100 queries typed with the wrong keyboard', async () => {
    const missed = [
      ...(await misses(keyboardQueries, 1, typedInEnglish)),
      ...(await misses(thaiKeyboardQueries, 1, typedInThai)),
    ];
    const all = [...keyboardQueries, ...thaiKeyboardQueries];
    expect(share(missed, all), missed.join('\n')).toBeGreaterThanOrEqual(0.95);
  });

  it('says which words it used instead of those typed with the wrong keyboard', async () => {
    const { meta } = await ask('search', typedInEnglish('ค่าเสื่อมราคา'));
    expect(meta.correction).toMatchObject({ kind: 'keyboard', used: 'ค่าเสื่อมราคา' });
  });

  it('finds the original of 80 of 100 questions that are asked anew, among the first three', async () => {
    const missed: string[] = [];
    for (const [asked, original] of paraphrases) {
      const { data } = await ask('search/similar', asked);
      if (rankOf(data, [original]) > 3) missed.push(asked);
    }
    expect(share(missed, paraphrases), missed.join('\n')).toBeGreaterThanOrEqual(0.8);
  });
});
