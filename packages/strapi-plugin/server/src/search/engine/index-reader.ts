import Database from 'better-sqlite3';
import type { CitationParts, SearchCorrection } from '@km-laas/contract';
import { CandidateFinder, WHOLE_SCORE } from './candidates';
import { Columns, FILTERS } from './columns';
import { gramText } from './gram-text';
import { GramSet, markText, snippetOf, type Highlights } from './highlight';
import { otherKeyboard } from './keyboard';
import { letterAskedFor } from './letters';
import { planQuery, queryKey, type Plan, type TermCounts } from './plan';
import { NO_COUNTS, PASSAGE_KIND, readCounts, type Connection, type IndexCounts } from './schema';
import { Scorer } from './scorer';
import { Speller, type Spelling } from './speller';
import { Suggester } from './suggester';
import { Synonyms } from './synonyms';
import { Tokenizer } from './tokenizer';
import type {
  DocumentName,
  EngineAnswer,
  EngineExplanation,
  EngineFacets,
  EngineHit,
  EngineQuery,
  FacetCount,
  MatchKind,
  Reason,
  SimilarRequest,
  SuggestAnswer,
  SuggestRequest,
  TopicName,
  Vocabulary,
} from './types';

const COMPARED = 200;
const COMPARED_OF_ONE = 3;
const MATCH_SHARE = 0.4;
const LETTER_TIER = 2;
const MESSAGE_TIER = 1;
const MESSAGE_LENGTH = 8;
// What share of a query the index knows decides whether another keyboard was meant: one that reads as
// Thai, or as English, is left alone.
const KNOWN_ENOUGH = 0.5;
const KNOWN_WELL = 0.6;
const KNOWN_BETTER = 0.3;
const LONGEST_RETYPED = 200;
// Letters and marks of a query that says something of a title that holds it.
const SHORTEST_IN_TITLE = 4;
const FOUND_WHOLE = 0.95;

interface PassageRow {
  passage: number;
  doc: number;
  kind: number;
  heading_key: string;
  key: string;
  title_key: string;
  names_key: string;
}

/** A passage with its score; `doc` is found by it. */
interface Ranked {
  doc: number;
  passage: number;
  score: number;
  tier: number;
  match: MatchKind;
  /** Share of the query's trigrams it has. */
  coverage: number;
  parts: Reason[];
}

interface ShownRow {
  heading: string | null;
  anchor: string | null;
  page: number | null;
  text: string;
  title: string;
  id: string;
  url: string;
  date: string | null;
  sample: number;
  file_name: string | null;
  file_kind: string | null;
  file_url: string | null;
}

/** The letter number read in a query and the documents that have it. */
interface Letters {
  asked: (Partial<CitationParts> & { number: number }) | null;
  docs: readonly number[];
}

interface Outcome {
  plan: Plan;
  /** Documents that pass every filter, the best first. */
  ranked: Ranked[];
  /** How many those are; the list may hold only the first of them. */
  total: number;
  facets: EngineFacets;
  understood: Partial<CitationParts> | null;
  correction: SearchCorrection | null;
  steps: string[];
}

/** Answers queries from an index file. */
export class IndexReader {
  readonly #db: Connection;
  readonly #tokenizer: Tokenizer;
  readonly #synonyms: Synonyms;
  readonly #columns = new Columns();
  readonly #finder: CandidateFinder;
  readonly #statements: Statements;
  readonly #suggester: Suggester;
  readonly #speller: Speller;
  #counts: IndexCounts = NO_COUNTS;
  #dataVersion = -1;
  #popularity = new Map<number, number>();

  constructor(file: string, vocabulary: Pick<Vocabulary, 'terms' | 'synonyms'>) {
    this.#db = new Database(file, { readonly: true, fileMustExist: true });
    this.#db.pragma('busy_timeout = 2000');
    this.#db.pragma('cache_size = -32000');
    this.#db.pragma('mmap_size = 268435456');
    this.#tokenizer = Tokenizer.of(vocabulary);
    this.#synonyms = new Synonyms(vocabulary.synonyms);
    this.#statements = statementsOf(this.#db);
    this.#finder = new CandidateFinder(this.#db, this.#columns);
    this.#suggester = new Suggester(this.#db);
    this.#speller = new Speller(this.#db, this.#tokenizer, (word) => this.#termCounts().word(word));
    this.#consistently(() => undefined);
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
        steps: outcome.steps,
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
        this.#suggester.suggest({ ...request, q }, counts, (doc) => this.#popularity.get(doc) ?? 0);
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
        .flatMap(({ hit, plan }) => this.#hits([hit], plan));
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
    const counts = this.#termCounts();
    const typed = this.#plan(queryKey(query.q), counts);
    const letters = this.#letters(typed.key);
    if (query.verbatim !== true && letters.docs.length === 0) {
      const other = this.#otherKeyboard(query.q, typed, counts);
      if (other) return this.#rank(other.plan, query, other.letters, other.correction);
    }
    if (query.verbatim !== true && letters.docs.length === 0) {
      const spellings = this.#speller.spellings(typed.key, this.#counts.passages);
      if (spellings.length > 0) return this.#respelled(typed, spellings, query, letters, counts);
    }
    const { abbreviation } = typed;
    return this.#rank(
      typed,
      query,
      letters,
      abbreviation && {
        kind: 'abbreviation',
        typed: abbreviation.said,
        used: abbreviation.used,
      }
    );
  }

  /** Looks for the words that may have been meant beside those that were typed. */
  #respelled(
    typed: Plan,
    spellings: readonly Spelling[],
    query: EngineQuery,
    letters: Letters,
    counts: TermCounts
  ): Outcome {
    const { key } = typed;
    const plan = planQuery(key, this.#tokenizer, counts, this.#synonyms, spellings);
    let used = '';
    let end = 0;
    for (const { typed: wrong, meant, at } of spellings) {
      used += key.slice(end, at) + meant;
      end = at + wrong.length;
    }
    used += key.slice(end);
    const outcome = this.#rank(plan, query, letters, { kind: 'spelling', typed: query.q, used });
    const [best] = outcome.ranked;
    // Nothing was corrected where what was typed was found as it is.
    const whole = !best || best.tier > 0 || best.coverage >= FOUND_WHOLE;
    return whole ? { ...outcome, correction: null } : outcome;
  }

  #plan(key: string, counts: TermCounts): Plan {
    return planQuery(key, this.#tokenizer, counts, this.#synonyms);
  }

  /** The query as the other keyboard would have it, where that is what the index knows. */
  #otherKeyboard(q: string, typed: Plan, counts: TermCounts) {
    const known = knownShare(typed);
    let best: { plan: Plan; letters: Letters; text: string; known: number } | null = null;
    for (const text of otherKeyboard(q.slice(0, LONGEST_RETYPED))) {
      const plan = this.#plan(queryKey(text), counts);
      const letters = this.#letters(plan.key);
      // A number alone would be one whatever is typed around it.
      const isLetter = letters.docs.length > 0 && letters.asked?.circular === true;
      // What reads well as it is may still be a letter: `;5912` is `ว5912`.
      const share = isLetter ? 2 : known > KNOWN_ENOUGH ? 0 : knownShare(plan);
      if (share >= KNOWN_WELL && share > known + KNOWN_BETTER && share > (best?.known ?? 0)) {
        best = { plan, letters, text, known: share };
      }
    }
    return (
      best && {
        plan: best.plan,
        letters: best.letters,
        correction: { kind: 'keyboard' as const, typed: q, used: best.text },
      }
    );
  }

  #letters(key: string): Letters {
    const asked = letterAskedFor(key);
    return { asked, docs: asked ? this.#lettersLike(asked) : [] };
  }

  /** Documents whose letter number agrees with every part that was given. */
  #lettersLike(asked: Partial<CitationParts> & { number: number }): number[] {
    const rows = this.#statements.letters.all(asked.number) as (Omit<CitationParts, 'circular'> & {
      doc: number;
      circular: number;
    })[];
    const agrees = <Value>(given: Value | undefined, has: Value) =>
      given === undefined || given === has;
    return rows
      .filter(
        (letter) =>
          agrees(asked.org, letter.org) &&
          agrees(asked.suborg, letter.suborg) &&
          agrees(asked.unit, letter.unit) &&
          agrees(asked.circular, letter.circular === 1) &&
          agrees(asked.year, letter.year)
      )
      .map(({ doc }) => doc);
  }

  #rank(
    plan: Plan,
    query: EngineQuery,
    { asked: understood, docs: letters }: Letters,
    correction: SearchCorrection | null
  ): Outcome {
    const columns = this.#columns;
    const fails = columns.failures(query);
    const candidates = this.#finder.find(plan);
    const { passages } = candidates;

    const cut = Math.min(candidates.top, WHOLE_SCORE) * MATCH_SHARE;
    const facets = new FacetCounter(columns);
    const matching: number[] = [];
    const count = (doc: number) => {
      const failed = fails(doc);
      facets.count(doc, failed);
      if (failed === 0) matching.push(doc);
    };
    for (const doc of letters) count(doc);
    const lettersFound = new Set(letters);
    for (const doc of candidates.documents) {
      if (candidates.scoreOfDocument(doc) >= cut && !lettersFound.has(doc)) count(doc);
    }

    const chosen = this.#choose(
      passages,
      (passage) => fails(columns.docOf[passage] as number) === 0,
      candidates.scoreOf
    );
    for (const doc of letters) {
      const first = columns.firstPassageOf(doc);
      if (fails(doc) === 0 && !chosen.includes(first)) chosen.push(first);
    }
    const best = new Map<number, Ranked>();
    const scorer = new Scorer(plan.grams, this.#counts.units / Math.max(this.#counts.passages, 1));
    const rows = this.#statements.compared.iterate(JSON.stringify(chosen)) as Iterable<PassageRow>;
    for (const row of rows) {
      const ranked = this.#compare(
        row,
        scorer,
        candidates.wordsOf(row.passage),
        plan,
        lettersFound,
        query.today
      );
      const other = best.get(row.doc);
      if (!other || before(ranked, other) < 0) best.set(row.doc, ranked);
    }
    const compared = [...best.values()]
      .filter(({ doc, tier }) => tier > 0 || candidates.scoreOfDocument(doc) >= cut)
      .sort(before);
    const rest = () =>
      matching
        .filter((doc) => !best.has(doc))
        .map((doc): Ranked => ({
          doc,
          passage: columns.firstPassageOf(doc),
          score: candidates.scoreOfDocument(doc),
          tier: 0,
          match: 'words',
          coverage: 0,
          parts: [],
        }))
        .sort(before);
    const whole = query.page * query.pageSize <= compared.length;
    return {
      plan,
      ranked: whole ? compared : [...compared, ...rest()],
      total: Math.max(matching.length, compared.length),
      facets: facets.answer(),
      understood,
      correction,
      steps: [
        ...(correction ? [`${correction.kind}: ${correction.typed} → ${correction.used}`] : []),
        ...(understood ? [`letter number ${JSON.stringify(understood)}: ${letters.length}`] : []),
        `words ${plan.words.map(({ text, count }) => `${text} (${count})`).join(', ')}`,
        `${plan.grams.length} trigrams, ${passages.length} candidates, ${chosen.length} compared`,
      ],
    };
  }

  /** The passages whose texts are read: the best by the rough score, few of each document. */
  #choose(
    passages: readonly number[],
    isWanted: (passage: number) => boolean,
    scoreOf: (passage: number) => number
  ): number[] {
    const { docOf } = this.#columns;
    const heap = new BestOf(COMPARED * 2);
    for (const passage of passages) {
      const score = scoreOf(passage);
      if (heap.takes(score) && isWanted(passage)) heap.offer(passage, score);
    }
    const taken = new Map<number, number>();
    const chosen: number[] = [];
    for (const passage of heap.sorted()) {
      const doc = docOf[passage] as number;
      const times = taken.get(doc) ?? 0;
      if (times >= COMPARED_OF_ONE) continue;
      taken.set(doc, times + 1);
      chosen.push(passage);
      if (chosen.length === COMPARED) break;
    }
    return chosen;
  }

  #compare(
    row: PassageRow,
    scorer: Scorer,
    words: number,
    plan: Plan,
    letters: ReadonlySet<number>,
    today: string
  ): Ranked {
    const { doc, passage } = row;
    const like = scorer.compare(row.title_key, row.names_key, row.heading_key, row.key);
    const parts: Reason[] = [
      { name: 'trigrams', value: like.overall },
      { name: 'nearness', value: 0.5 * like.nearness },
      { name: 'words', value: 0.4 * words },
    ];
    let score = parts.reduce((sum, { value }) => sum + value, 0);
    const add = (name: string, value: number) => {
      if (value === 0) return;
      parts.push({ name, value });
      score += value;
    };
    if (row.title_key === plan.key) add('title', 0.5);
    else if (plan.key.length >= SHORTEST_IN_TITLE && row.title_key.includes(plan.key)) {
      add('title', 0.3);
    }
    let tier = 0;
    let match: MatchKind = 'words';
    if (row.kind === PASSAGE_KIND.message) {
      const said = gramText(row.key);
      const asked = gramText(plan.key);
      const long = Math.min(said.length, asked.length) >= MESSAGE_LENGTH;
      if (long && (asked.includes(said) || (said.includes(asked) && like.coverage > 0.9))) {
        tier = MESSAGE_TIER;
        match = 'errorMessage';
      } else if (like.coverage > 0.8 && long) add('message', 0.3 * like.coverage);
    }
    if (letters.has(doc)) {
      tier = LETTER_TIER;
      match = 'letterNumber';
      add('letter number', 1);
    }
    const factor = this.#factorOf(doc, today);
    add('standing', score * (factor - 1));
    return { doc, passage, score, tier, match, coverage: like.coverage, parts };
  }

  /** What a document's standing, age and readers make of its score. */
  #factorOf(doc: number, today: string): number {
    const status = this.#columns.statusOf(doc);
    const day = this.#columns.dayOf(doc);
    const age = day === 0 ? null : Math.max(0, julianDay(today) - day) / 365;
    return (
      (status === 'repealed' ? 0.6 : 1) *
      (1 + (age === null ? 0 : 0.05 * Math.exp(-age / 2))) *
      (1 + 0.08 * (this.#popularity.get(doc) ?? 0))
    );
  }

  #answer(query: EngineQuery, { plan, ranked, total, facets, understood, correction }: Outcome) {
    return {
      hits: this.#hits(pageOf(ranked, query), plan),
      total,
      facets,
      correction,
      understood,
    };
  }

  #hits(ranked: readonly Ranked[], plan: Plan): EngineHit[] {
    const highlights = highlightsOf(plan);
    return ranked.flatMap(({ doc, passage, match }) => {
      const row = this.#statements.shown.get(passage) as ShownRow | undefined;
      if (!row) return [];
      const columns = this.#columns;
      const file =
        row.file_url === null
          ? null
          : {
              name: row.file_name ?? '',
              kind: row.file_kind ?? '',
              url: row.file_url,
              page: row.page,
            };
      return {
        service: columns.serviceOf(doc),
        id: row.id,
        title: markText(row.title, highlights),
        section: file ? file.name : row.heading,
        url: urlOf(row),
        snippet: snippetOf(row.text, highlights),
        file,
        lawStatus: columns.statusOf(doc),
        date: row.date,
        topics: columns.topicsOf(doc),
        audience: columns.audienceOf(doc),
        match,
        sample: row.sample === 1,
      };
    });
  }
}

/** How much of a query the index knows, by its words of some length and its trigrams; from 0 to 1. */
function knownShare({ words, grams }: Plan): number {
  const length = words.reduce((sum, { text }) => sum + text.length, 0);
  const known = words.reduce(
    (sum, { text, count }) => sum + (count > 0 && text.length > 1 ? text.length : 0),
    0
  );
  if (length === 0) return 0;
  if (grams.length === 0) return known / length;
  return (known / length + grams.filter(({ count }) => count > 0).length / grams.length) / 2;
}

function urlOf({ url, anchor, file_url, file_kind, page }: ShownRow): string {
  if (file_url !== null) return file_kind === 'PDF' && page ? `${file_url}#page=${page}` : file_url;
  return anchor ? `${url}#${anchor}` : url;
}

function highlightsOf({ words, grams }: Plan): Highlights {
  const texts = words
    .filter(({ count }) => count > 0)
    .map(({ text }) => gramText(text))
    .filter((text) => text.length > 1);
  return { words: [...new Set(texts)], grams: new GramSet(grams.map(({ text }) => text)) };
}

function before(a: Ranked, b: Ranked): number {
  return b.tier - a.tier || b.score - a.score || a.doc - b.doc;
}

function pageOf(ranked: readonly Ranked[], { page, pageSize }: EngineQuery): Ranked[] {
  return ranked.slice((page - 1) * pageSize, page * pageSize);
}

function julianDay(date: string): number {
  return Math.floor(Date.parse(date) / 86_400_000 + 2_440_587.5);
}

/** Counts documents by what they are; in each group those that fail its own filter only count too. */
class FacetCounter {
  readonly #columns: Columns;
  readonly #service = new Int32Array(256);
  readonly #audience = new Int32Array(256);
  readonly #topic: Int32Array;
  readonly #year = new Int32Array(65_536);

  constructor(columns: Columns) {
    this.#columns = columns;
    this.#topic = new Int32Array(columns.topics);
  }

  count(doc: number, failed: number): void {
    const columns = this.#columns;
    const failsOnly = (filter: number) => (failed & ~filter) === 0;
    if (failsOnly(FILTERS.service)) raise(this.#service, columns.serviceNumberOf(doc));
    if (failsOnly(FILTERS.audience)) raise(this.#audience, columns.audienceNumberOf(doc));
    if (failsOnly(FILTERS.year)) raise(this.#year, columns.yearOf(doc));
    if (failsOnly(FILTERS.topic)) {
      for (const topic of columns.topicNumbersOf(doc)) raise(this.#topic, topic);
    }
  }

  answer(): EngineFacets {
    const columns = this.#columns;
    return {
      service: listed(this.#service, (number) => columns.serviceNamed(number)),
      topic: listed(this.#topic, (number) => columns.topicNamed(number)),
      audience: listed(this.#audience, (number) => columns.audienceNamed(number)),
      year: listed(this.#year, (year) => year)
        .filter(({ value }) => value !== 0)
        .sort((a, b) => b.value - a.value),
    };
  }
}

function raise(counts: Int32Array, number: number): void {
  counts[number] = (counts[number] as number) + 1;
}

function listed<Value>(counts: Int32Array, named: (number: number) => Value): FacetCount<Value>[] {
  const facets: FacetCount<Value>[] = [];
  counts.forEach((count, number) => {
    if (count > 0) facets.push({ value: named(number), count });
  });
  return facets.sort((a, b) => b.count - a.count);
}

/** Keeps the best few of many numbers: a heap with the worst of them on top. */
class BestOf {
  readonly #size: number;
  readonly #items: number[] = [];
  readonly #scores: number[] = [];

  constructor(size: number) {
    this.#size = size;
  }

  /** Whether something of that score would be kept. */
  takes(score: number): boolean {
    return this.#items.length < this.#size || score > (this.#scores[0] as number);
  }

  offer(item: number, score: number): void {
    const items = this.#items;
    const scores = this.#scores;
    if (items.length < this.#size) {
      items.push(item);
      scores.push(score);
      this.#rise(items.length - 1);
    } else if (score > (scores[0] as number)) {
      items[0] = item;
      scores[0] = score;
      this.#sink();
    }
  }

  sorted(): number[] {
    return this.#items
      .map((item, at) => ({ item, score: this.#scores[at] as number }))
      .sort((a, b) => b.score - a.score || a.item - b.item)
      .map(({ item }) => item);
  }

  #rise(from: number): void {
    for (let at = from; at > 0;) {
      const parent = (at - 1) >> 1;
      if ((this.#scores[parent] as number) <= (this.#scores[at] as number)) return;
      this.#swap(at, parent);
      at = parent;
    }
  }

  #sink(): void {
    for (let at = 0; ;) {
      let least = at;
      for (const child of [2 * at + 1, 2 * at + 2]) {
        if (
          child < this.#scores.length &&
          (this.#scores[child] as number) < (this.#scores[least] as number)
        ) {
          least = child;
        }
      }
      if (least === at) return;
      this.#swap(at, least);
      at = least;
    }
  }

  #swap(a: number, b: number): void {
    const items = this.#items;
    const scores = this.#scores;
    [items[a], items[b]] = [items[b] as number, items[a] as number];
    [scores[a], scores[b]] = [scores[b] as number, scores[a] as number];
  }
}

type Statements = ReturnType<typeof statementsOf>;

function statementsOf(db: Connection) {
  return {
    first: db.prepare('SELECT 1 FROM meta LIMIT 1'),
    doc: db.prepare('SELECT doc FROM documents WHERE service = ? AND id = ?').pluck(),
    wordCount: db.prepare('SELECT count FROM word_counts WHERE term = ?').pluck(),
    gramCount: db.prepare('SELECT count FROM gram_counts WHERE term = ?').pluck(),
    letters: db.prepare('SELECT * FROM letters WHERE number = ?'),
    compared: db.prepare(
      `SELECT passage, p.doc, p.kind, heading_key, coalesce(p.key, p.text) AS key, title_key, names_key
       FROM json_each(?) AS chosen
       JOIN passages AS p ON p.passage = chosen.value
       JOIN documents AS d ON d.doc = p.doc`
    ),
    shown: db.prepare(
      `SELECT heading, anchor, page, text, title, id, d.url, date, sample,
         f.name AS file_name, f.kind AS file_kind, f.url AS file_url
       FROM passages AS p
       JOIN documents AS d ON d.doc = p.doc
       LEFT JOIN files AS f ON f.file = p.file
       WHERE passage = ?`
    ),
  };
}
