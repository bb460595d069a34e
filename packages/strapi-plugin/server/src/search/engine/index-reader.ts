import Database from 'better-sqlite3';
import type { SearchCorrection } from '@km-laas/contract';
import { Columns } from './columns';
import { HitReader } from './hits';
import { IntentReader, LONGEST_RETYPED, type Intent } from './intent';
import { otherKeyboard } from './keyboard';
import type { TermCounts } from './plan';
import { before, type Ranked } from './ranked';
import { Ranker, type Ranking } from './ranker';
import { NO_COUNTS, readCounts, type Connection, type IndexCounts } from './schema';
import { Speller } from './speller';
import { Suggester } from './suggester';
import { Synonyms } from './synonyms';
import { Tokenizer } from './tokenizer';
import type {
  DocumentName,
  EngineAnswer,
  EngineExplanation,
  EngineHit,
  EngineQuery,
  SimilarRequest,
  SuggestAnswer,
  SuggestRequest,
  TopicName,
  Vocabulary,
} from './types';

// Share of a query's trigrams that say it was found as it is.
const FOUND_WHOLE = 0.95;

/** What was looked for and what was found. */
interface Outcome extends Intent, Ranking {}

/** Answers queries from an index file. */
export class IndexReader {
  readonly #db: Connection;
  readonly #columns = new Columns();
  readonly #statements: Statements;
  readonly #intents: IntentReader;
  readonly #ranker: Ranker;
  readonly #hits: HitReader;
  readonly #suggester: Suggester;
  #counts: IndexCounts = NO_COUNTS;
  #dataVersion = -1;
  #popularity = new Map<number, number>();

  constructor(file: string, vocabulary: Pick<Vocabulary, 'terms' | 'synonyms'>) {
    this.#db = new Database(file, { readonly: true, fileMustExist: true });
    this.#db.pragma('busy_timeout = 2000');
    this.#db.pragma('cache_size = -32000');
    this.#db.pragma('mmap_size = 2147418112');
    this.#statements = statementsOf(this.#db);
    const tokenizer = Tokenizer.of(vocabulary);
    const speller = new Speller(this.#db, tokenizer, (word) => this.#termCounts().word(word));
    const synonyms = new Synonyms(vocabulary.synonyms);
    this.#intents = new IntentReader(this.#db, tokenizer, synonyms, speller);
    this.#ranker = new Ranker(this.#db, this.#columns);
    this.#hits = new HitReader(this.#db, this.#columns);
    this.#suggester = new Suggester(this.#db);
    // Now, and not while the first reader waits.
    this.#consistently(() => speller.read(this.#counts.passages));
  }

  get counts(): IndexCounts {
    return this.#counts;
  }

  close(): void {
    this.#db.close();
  }

  setTopics(topics: readonly TopicName[]): void {
    this.#suggester.setTopics(topics);
  }

  setPopular(
    queries: readonly string[],
    popularity: readonly (DocumentName & { score: number })[]
  ): void {
    this.#suggester.setQueries(queries);
    this.#popularity = this.#consistently(() => {
      const most = popularity.reduce((max, { score }) => Math.max(max, score), 1);
      const scores = new Map<number, number>();
      for (const { service, id, score } of popularity) {
        const doc = this.#statements.doc.get(service, id) as number | undefined;
        if (doc !== undefined) scores.set(doc, Math.log1p(score) / Math.log1p(most));
      }
      return scores;
    });
  }

  search(query: EngineQuery): EngineAnswer {
    const begun = performance.now();
    return this.#consistently(() => {
      const outcome = this.#run(query);
      return { ...this.#answer(query, outcome), took: performance.now() - begun };
    });
  }

  explain(query: EngineQuery): EngineExplanation {
    const begun = performance.now();
    return this.#consistently(() => {
      const outcome = this.#run(query);
      const shown = pageOf(outcome.ranked, query);
      return {
        ...this.#answer(query, outcome),
        steps: stepsOf(outcome),
        reasons: shown.map(({ score, parts }) => ({
          score,
          parts: [...parts].sort((a, b) => Math.abs(b.value) - Math.abs(a.value)),
        })),
        took: performance.now() - begun,
      };
    });
  }

  suggest(request: SuggestRequest): SuggestAnswer {
    const begun = performance.now();
    return this.#consistently(() => {
      const counts = this.#termCounts();
      const suggest = (q: string) =>
        this.#suggester.suggest({ ...request, q }, counts, this.#popularityOf);
      let suggestions = suggest(request.q);
      let correction: SearchCorrection | null = null;
      if (suggestions.length === 0) {
        for (const used of otherKeyboard(request.q.slice(0, LONGEST_RETYPED))) {
          suggestions = suggest(used);
          if (suggestions.length === 0) continue;
          correction = { kind: 'keyboard', typed: request.q, used };
          break;
        }
      }
      return { suggestions, correction, took: performance.now() - begun };
    });
  }

  similar(request: SimilarRequest): EngineHit[] {
    return this.#consistently(() => {
      const { q, today, limit } = request;
      // One by one, so that a service with few documents is not crowded out before it is compared.
      const services = request.in.length === 0 ? [undefined] : request.in;
      const outcomes = services.map((service) =>
        this.#run({ q, today, in: service, page: 1, pageSize: limit })
      );
      return outcomes
        .flatMap(({ ranked, plan }) => ranked.slice(0, limit).map((hit) => ({ hit, plan })))
        .sort((a, b) => before(a.hit, b.hit))
        .slice(0, limit)
        .flatMap(({ hit, plan }) => this.#hits.hits([hit], plan));
    });
  }

  /** Runs against one state of the file, with what is in memory brought up to it. */
  #consistently<Result>(work: () => Result): Result {
    return this.#db.transaction(() => {
      // The first read fixes the state all later ones see.
      this.#statements.first.get();
      const version = Number(this.#db.pragma('data_version', { simple: true }));
      if (version !== this.#dataVersion) {
        this.#columns.refresh(this.#db);
        this.#counts = readCounts(this.#db);
        this.#dataVersion = version;
      }
      return work();
    })();
  }

  #termCounts(): TermCounts {
    const { passages } = this.#counts;
    const { wordCount, gramCount } = this.#statements;
    return {
      word: (term) => (wordCount.get(term) as number | undefined) ?? 0,
      gram: (term) => (gramCount.get(term) as number | undefined) ?? 0,
      total: passages,
    };
  }

  #run(query: EngineQuery): Outcome {
    const intent = this.#intents.read(query, this.#termCounts());
    const { plan, letters } = intent;
    const ranking = this.#ranker.rank(plan, query, letters, this.#counts, this.#popularityOf);
    const [best] = ranking.ranked;
    // Nothing was misspelt where what was typed was found as it is.
    const isRight = !best || best.tier > 0 || best.coverage >= FOUND_WHOLE;
    const isCorrected = intent.correction?.kind !== 'spelling' || !isRight;
    return { ...intent, ...ranking, correction: isCorrected ? intent.correction : null };
  }

  readonly #popularityOf = (doc: number) => this.#popularity.get(doc) ?? 0;

  #answer(query: EngineQuery, outcome: Outcome) {
    const { plan, ranked, total, facets, correction, letters } = outcome;
    return {
      hits: this.#hits.hits(pageOf(ranked, query), plan),
      total,
      facets,
      correction,
      understood: letters.asked,
    };
  }
}

/** What was looked for, in words an editor reads. */
function stepsOf({ plan, letters, correction, candidates, compared }: Outcome): string[] {
  const { asked, docs } = letters;
  return [
    ...(correction ? [`${correction.kind}: ${correction.typed} → ${correction.used}`] : []),
    ...(asked ? [`letter number ${JSON.stringify(asked)}: ${docs.length}`] : []),
    `words ${plan.words.map(({ text, count }) => `${text} (${count})`).join(', ')}`,
    `${plan.grams.length} trigrams, ${candidates} candidates, ${compared} compared`,
  ];
}

function pageOf(ranked: readonly Ranked[], { page, pageSize }: EngineQuery): Ranked[] {
  return ranked.slice((page - 1) * pageSize, page * pageSize);
}

type Statements = ReturnType<typeof statementsOf>;

function statementsOf(db: Connection) {
  return {
    first: db.prepare('SELECT 1 FROM meta LIMIT 1'),
    doc: db.prepare('SELECT doc FROM documents WHERE service = ? AND id = ?').pluck(),
    wordCount: db.prepare('SELECT count FROM word_counts WHERE term = ?').pluck(),
    gramCount: db.prepare('SELECT count FROM gram_counts WHERE term = ?').pluck(),
  };
}
