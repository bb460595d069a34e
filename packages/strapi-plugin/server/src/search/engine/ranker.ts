import { BestOf } from './best-of';
import { CandidateFinder, WHOLE_SCORE, type Candidates } from './candidates';
import { lookCloser, type Contender } from './closer-look';
import type { Columns } from './columns';
import { FacetCounter } from './facet-counter';
import { gramText } from './gram-text';
import type { Letters } from './intent';
import type { Plan } from './plan';
import { before, type Ranked } from './ranked';
import { PASSAGE_KIND, type Connection, type IndexCounts } from './schema';
import { Scorer, type Likeness } from './scorer';
import type { EngineFacets, EngineQuery } from './types';

const COMPARED = 120;
const COMPARED_OF_ONE = 3;
const LOOKED_AT_CLOSELY = 40;
const MATCH_SHARE = 0.4;
const LETTER_TIER = 2;
const MESSAGE_TIER = 1;
const MESSAGE_LENGTH = 8;
// Letters and marks of a query that says something of a title that holds it.
const SHORTEST_IN_TITLE = 4;
/** What each part of a score counts. */
const WORTH = {
  trigrams: 0.45,
  runs: 0.225,
  nearness: 0.53,
  words: 0.4,
  number: 0.06,
  frequency: 0.4,
  distinction: 0.465,
};

interface PassageRow {
  passage: number;
  doc: number;
  kind: number;
  heading_key: string;
  key: string;
  title_key: string;
  names_key: string;
}

/** Documents in their order, with what is told of all that match. */
export interface Ranking {
  /** Documents that pass every filter, the best first. */
  ranked: Ranked[];
  /** How many those are; the list may hold only the first of them. */
  total: number;
  facets: EngineFacets;
  candidates: number;
  compared: number;
}

/** A document's best passage, before it has been compared with the others. */
interface Compared extends Contender {
  ranked: Ranked;
  /** What its standing, age and readers make of its score. */
  factor: number;
}

/** Puts what may answer a query in order. */
export class Ranker {
  readonly #columns: Columns;
  readonly #finder: CandidateFinder;
  readonly #passages: ReturnType<Connection['prepare']>;

  constructor(db: Connection, columns: Columns) {
    this.#columns = columns;
    this.#finder = new CandidateFinder(db, columns);
    this.#passages = db.prepare(
      `SELECT passage, p.doc, p.kind, heading_key, coalesce(p.key, p.text) AS key, title_key, names_key
       FROM json_each(?) AS chosen
       JOIN passages AS p ON p.passage = chosen.value
       JOIN documents AS d ON d.doc = p.doc`
    );
  }

  rank(
    plan: Plan,
    query: EngineQuery,
    { docs: letters }: Letters,
    counts: IndexCounts,
    popularityOf: (doc: number) => number
  ): Ranking {
    const columns = this.#columns;
    const fails = columns.failures(query);
    const candidates = this.#finder.find(plan);
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
    const chosen = this.#choose(candidates, (doc) => fails(doc) === 0);
    for (const doc of letters) {
      const first = columns.firstPassageOf(doc);
      if (fails(doc) === 0 && !chosen.includes(first)) chosen.push(first);
    }
    const averageLength = counts.units / Math.max(counts.passages, 1);
    const best = this.#compare(chosen, candidates, plan, lettersFound, averageLength, (doc) =>
      this.#factorOf(doc, query.today, popularityOf(doc))
    );
    const compared = [...best.values()]
      .filter(({ ranked: { doc, tier } }) => tier > 0 || candidates.scoreOfDocument(doc) >= cut)
      .sort((a, b) => before(a.ranked, b.ranked));
    sortContenders(compared.slice(0, LOOKED_AT_CLOSELY), plan, averageLength);
    const ranked = compared.map((one) => one.ranked).sort(before);
    const whole = query.page * query.pageSize <= ranked.length;
    return {
      ranked: whole ? ranked : [...ranked, ...this.#rest(matching, best, candidates)],
      total: Math.max(matching.length, ranked.length),
      facets: facets.answer(),
      candidates: candidates.passages.length,
      compared: chosen.length,
    };
  }

  /** The passages whose texts are read: the best by the rough score, few of each document. */
  #choose({ passages, scoreOf }: Candidates, isWanted: (doc: number) => boolean): number[] {
    const { docOf } = this.#columns;
    const heap = new BestOf(COMPARED * 2);
    for (const passage of passages) {
      const score = scoreOf(passage);
      if (heap.takes(score) && isWanted(docOf[passage] as number)) heap.offer(passage, score);
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

  /** Reads passages and gives the best one of each document. */
  #compare(
    chosen: readonly number[],
    candidates: Candidates,
    plan: Plan,
    letters: ReadonlySet<number>,
    averageLength: number,
    factorOf: (doc: number) => number
  ): Map<number, Compared> {
    const best = new Map<number, Compared>();
    const scorer = new Scorer(plan.grams, gramText(plan.key), averageLength);
    const rows = this.#passages.iterate(JSON.stringify(chosen)) as Iterable<PassageRow>;
    for (const row of rows) {
      const like = scorer.compare(row.title_key, row.names_key, row.heading_key, row.key);
      const factor = factorOf(row.doc);
      const ranked = judge(row, like, candidates.wordsOf(row.passage), plan, letters, factor);
      const other = best.get(row.doc);
      if (other && before(ranked, other.ranked) >= 0) continue;
      best.set(row.doc, {
        ranked,
        factor,
        titleKey: row.title_key,
        namesKey: row.names_key,
        headingKey: row.heading_key,
        key: row.key,
        found: scorer.found(),
      });
    }
    return best;
  }

  /** What matches and was not read, by its rough score. */
  #rest(
    matching: readonly number[],
    best: ReadonlyMap<number, Compared>,
    candidates: Candidates
  ): Ranked[] {
    return matching
      .filter((doc) => !best.has(doc))
      .map((doc): Ranked => ({
        doc,
        passage: this.#columns.firstPassageOf(doc),
        score: candidates.scoreOfDocument(doc),
        tier: 0,
        match: 'words',
        coverage: 0,
        parts: [],
      }))
      .sort(before);
  }

  /** What a document's standing, age and readers make of its score. */
  #factorOf(doc: number, today: string, popularity: number): number {
    const status = this.#columns.statusOf(doc);
    const day = this.#columns.dayOf(doc);
    const age = day === 0 ? null : Math.max(0, julianDay(today) - day) / 365;
    return (
      (status === 'repealed' ? 0.6 : 1) *
      (1 + (age === null ? 0 : 0.05 * Math.exp(-age / 2))) *
      (1 + 0.08 * popularity)
    );
  }
}

/** Scores a passage by itself. */
function judge(
  row: PassageRow,
  like: Likeness,
  words: number,
  { key, asksNumber }: Plan,
  letters: ReadonlySet<number>,
  factor: number
): Ranked {
  const ranked: Ranked = {
    doc: row.doc,
    passage: row.passage,
    score: 0,
    tier: 0,
    match: 'words',
    coverage: like.coverage,
    parts: [],
  };
  add(ranked, 'trigrams', WORTH.trigrams * like.overall, factor);
  add(ranked, 'runs', WORTH.runs * like.runs, factor);
  add(ranked, 'nearness', WORTH.nearness * like.nearness, factor);
  add(ranked, 'words', WORTH.words * words, factor);
  if (asksNumber && like.hasNumber) add(ranked, 'number', WORTH.number, factor);
  if (row.title_key === key) add(ranked, 'title', 0.5, factor);
  else if (key.length >= SHORTEST_IN_TITLE && row.title_key.includes(key)) {
    add(ranked, 'title', 0.3, factor);
  }
  if (row.kind === PASSAGE_KIND.message) {
    const said = gramText(row.key);
    const asked = gramText(key);
    const long = Math.min(said.length, asked.length) >= MESSAGE_LENGTH;
    if (long && (asked.includes(said) || (said.includes(asked) && like.coverage > 0.9))) {
      ranked.tier = MESSAGE_TIER;
      ranked.match = 'errorMessage';
    } else if (like.coverage > 0.8 && long) add(ranked, 'message', 0.3 * like.coverage, factor);
  }
  if (letters.has(row.doc)) {
    ranked.tier = LETTER_TIER;
    ranked.match = 'letterNumber';
    add(ranked, 'letter number', 1, factor);
  }
  return ranked;
}

/** Scores those that may come first by what sets them apart. */
function sortContenders(contenders: readonly Compared[], plan: Plan, averageLength: number): void {
  const closeness = lookCloser(contenders, plan, averageLength);
  closeness.forEach(({ frequency, distinction }, at) => {
    const { ranked, factor } = contenders[at] as Compared;
    add(ranked, 'frequency', WORTH.frequency * frequency, factor);
    add(ranked, 'distinction', WORTH.distinction * distinction, factor);
  });
}

function add(ranked: Ranked, name: string, value: number, factor: number): void {
  if (value === 0) return;
  ranked.parts.push({ name, value: value * factor });
  ranked.score += value * factor;
}

function julianDay(date: string): number {
  return Math.floor(Date.parse(date) / 86_400_000 + 2_440_587.5);
}
