import { formatLetterNumber } from '@km-laas/thai';
import type { CitationParts, SearchService } from '@km-laas/contract';
import { gramText, gramsOf } from './gram-text';
import { GramSet, markText } from './highlight';
import { letterAskedFor } from './letters';
import { queryKey, weightOf, type TermCounts } from './plan';
import type { Connection } from './schema';
import type { EngineSuggestion, SuggestRequest, TopicName } from './types';

const TITLE_ROWS = 6_000;
const COMPARED_TITLES = 80;
const ENOUGH_SHARED = 0.55;
const MOST_DIGITS = 6;

/** A name that is offered, ready to be compared. */
interface Named {
  key: string;
  grams: string;
}
interface NamedTopic extends Named {
  title: string;
  slug: string;
}
interface NamedQuery extends Named {
  query: string;
  rank: number;
}

interface TitleRow {
  doc: number;
  title: string;
  title_key: string;
  names_key: string;
  url: string;
  service: SearchService;
}

interface Scored {
  score: number;
  suggestion: Omit<EngineSuggestion, 'marks'>;
}

/** Completes what somebody is typing. */
export class Suggester {
  readonly #statements: Statements;
  #topics: NamedTopic[] = [];
  #queries: NamedQuery[] = [];

  constructor(db: Connection) {
    this.#statements = statementsOf(db);
  }

  setTopics(topics: readonly TopicName[]): void {
    this.#topics = topics.flatMap(({ slug, titles }) =>
      titles.map((title) => ({ slug, title, ...named(title) }))
    );
  }

  setQueries(queries: readonly string[]): void {
    this.#queries = queries.map((query, rank) => ({ query, rank, ...named(query) }));
  }

  suggest(
    { q, in: service, limit }: SuggestRequest,
    counts: TermCounts,
    popularityOf: (doc: number) => number
  ): EngineSuggestion[] {
    const typed = named(q.slice(0, 200));
    if (typed.grams === '') return [];
    const scored: Scored[] = [
      ...this.#letters(typed.key, service),
      ...this.#titles(typed, service, counts, popularityOf),
    ];
    if (service === undefined) {
      for (const topic of this.#topics) {
        const score = likeness(topic, typed) * 1.05;
        if (score > 0) scored.push({ score, suggestion: topicSuggestion(topic) });
      }
      for (const popular of this.#queries) {
        const score = likeness(popular, typed) * (0.9 + 0.1 / (1 + popular.rank));
        if (score > 0 && popular.key !== typed.key) {
          scored.push({ score, suggestion: querySuggestion(popular) });
        }
      }
    }
    scored.sort((a, b) => b.score - a.score || a.suggestion.text.length - b.suggestion.text.length);
    const seen = new Set<string>();
    const suggestions: EngineSuggestion[] = [];
    const marks = { words: [typed.grams], grams: new GramSet(gramsOf(typed.grams)) };
    for (const { suggestion } of scored) {
      const same = `${suggestion.kind} ${suggestion.text}`;
      if (seen.has(same)) continue;
      seen.add(same);
      suggestions.push({ ...suggestion, marks: markText(suggestion.text, marks).marks });
      if (suggestions.length === limit) break;
    }
    return suggestions;
  }

  #titles(
    typed: Named,
    service: SearchService | undefined,
    counts: TermCounts,
    popularityOf: (doc: number) => number
  ): Scored[] {
    const docs = new Set<number>(
      this.#statements.begin.all(typed.key, `${typed.key}\u{10FFFF}`, 40) as number[]
    );
    const grams = gramsOf(typed.grams);
    if (grams.length === 0) {
      for (const row of this.#statements.word.all(`"${typed.grams}"`) as number[]) docs.add(-row);
    } else {
      for (const doc of this.#likeTitles(grams, counts)) docs.add(doc);
    }
    const rows = this.#statements.titles.all(JSON.stringify([...docs])) as TitleRow[];
    return rows.flatMap((row) => {
      if (service !== undefined && row.service !== service) return [];
      const title = likeness({ key: row.title_key, grams: gramText(row.title_key) }, typed);
      const names = likeness({ key: row.names_key, grams: gramText(row.names_key) }, typed) * 0.8;
      const score = Math.max(title, names) * (1 + 0.2 * popularityOf(row.doc));
      if (score === 0) return [];
      const { title: text, url } = row;
      return [
        { score, suggestion: { kind: 'title', text, url, service: row.service, topic: null } },
      ];
    });
  }

  /** Documents whose titles share the most with what was typed. */
  #likeTitles(grams: readonly string[], counts: TermCounts): number[] {
    const terms = grams
      .map((text) => ({ text, count: counts.gram(text) }))
      .filter(({ count }) => count > 0)
      .sort((a, b) => a.count - b.count);
    const scores = new Map<number, number>();
    let left = TITLE_ROWS;
    for (const { text, count } of terms) {
      if (left <= 0) break;
      const rows = this.#statements.gram.all(`"${text}"`, left) as number[];
      const weight = weightOf(count, counts.total);
      for (const row of rows) scores.set(row, (scores.get(row) ?? 0) + weight);
      left -= rows.length;
    }
    return [...scores]
      .sort((a, b) => b[1] - a[1] || a[0] - b[0])
      .slice(0, COMPARED_TITLES)
      .map(([row]) => -row);
  }

  /** Letters whose number begins with what was typed, in any spelling. */
  #letters(key: string, service: SearchService | undefined): Scored[] {
    const asked = letterAskedFor(key);
    if (!asked || (service !== undefined && service !== 'law')) return [];
    const { number, ...parts } = asked;
    const found: Scored[] = [];
    const digits = String(number).length;
    for (let more = 0; digits + more <= MOST_DIGITS && found.length < 8; more += 1) {
      const from = number * 10 ** more;
      const rows = this.#statements.letters.all(from, from + 10 ** more - 1) as LetterRow[];
      for (const row of rows) {
        const letter = { ...row, circular: row.circular === 1 };
        const agrees = Object.entries(parts).every(
          ([part, value]) => letter[part as keyof CitationParts] === value
        );
        if (!agrees) continue;
        const year = letter.year === null ? '' : `/${letter.year}`;
        found.push({
          score: 3 - more / 10 + (letter.year ?? 0) / 1e5,
          suggestion: {
            kind: 'letterNumber',
            text: `${formatLetterNumber(letter)}${year} ${row.title}`,
            url: row.url,
            service: row.service,
            topic: null,
          },
        });
      }
    }
    return found;
  }
}

function topicSuggestion({ title, slug }: NamedTopic): Scored['suggestion'] {
  return { kind: 'topic', text: title, url: null, service: null, topic: slug };
}

function querySuggestion({ query }: NamedQuery): Scored['suggestion'] {
  return { kind: 'query', text: query, url: null, service: null, topic: null };
}

function named(text: string): Named {
  const key = queryKey(text);
  return { key, grams: gramText(key) };
}

/**
 * How well a name completes what was typed: at its beginning best, then at the beginning of one of
 * its words, then anywhere, then with letters wrong. 0 where it does not.
 */
function likeness(name: Named, typed: Named): number {
  if (name.grams === '') return 0;
  const shortness = Math.min(1, typed.grams.length / name.grams.length) * 0.2;
  const at = name.grams.indexOf(typed.grams);
  if (at === 0) return 1.6 + shortness;
  if (name.key.includes(` ${typed.key}`)) return 1.4 + shortness;
  if (at > 0) return (typed.grams.length < 3 ? 0.8 : 1.2) + shortness;
  const wanted = gramsOf(typed.grams);
  if (wanted.length < 2) return 0;
  let shared = 0;
  for (const gram of wanted) if (name.grams.includes(gram)) shared += 1;
  const share = shared / wanted.length;
  return share >= ENOUGH_SHARED ? share + shortness : 0;
}

interface LetterRow {
  org: string | null;
  suborg: string | null;
  unit: string | null;
  circular: number;
  number: number;
  year: number | null;
  title: string;
  url: string;
  service: SearchService;
}

type Statements = ReturnType<typeof statementsOf>;

function statementsOf(db: Connection) {
  return {
    begin: db
      .prepare('SELECT doc FROM documents WHERE title_key >= ? AND title_key < ? LIMIT ?')
      .pluck(),
    word: db.prepare('SELECT rowid FROM words WHERE words MATCH ? AND rowid < 0 LIMIT 200').pluck(),
    gram: db.prepare('SELECT rowid FROM grams WHERE grams MATCH ? AND rowid < 0 LIMIT ?').pluck(),
    titles: db.prepare(
      `SELECT doc, title, title_key, names_key, url, service
       FROM json_each(?) AS wanted JOIN documents ON doc = wanted.value`
    ),
    letters: db.prepare(
      `SELECT org, suborg, unit, circular, number, letters.year, title, url, service
       FROM letters JOIN documents USING (doc) WHERE number BETWEEN ? AND ? LIMIT 40`
    ),
  };
}
