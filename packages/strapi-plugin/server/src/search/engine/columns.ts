import { audience, lawStatus, searchService } from '@km-laas/contract';
import type { Audience, LawStatus, SearchService } from '@km-laas/contract';
import type { Connection } from './schema';
import type { EngineFilters } from './types';

const SERVICES = searchService.options;
const AUDIENCES = audience.options;
const STATUSES = lawStatus.options;
const NONE = 255;

interface DocumentRow {
  doc: number;
  service: SearchService;
  audience: Audience;
  year: number | null;
  day: number | null;
  law_status: LawStatus | null;
  topics: string;
}

/**
 * What ranking and counting ask of every document, in memory.
 *
 * Numbers of documents and passages only grow, so that a change of the index is read by asking for
 * the newer ones; what was deleted stays here unused until the index is made again.
 */
export class Columns {
  docOf = new Int32Array(1024);
  #lastPassage = 0;
  #service = new Uint8Array(256);
  #audience = new Uint8Array(256);
  #year = new Uint16Array(256);
  #day = new Int32Array(256);
  #status = new Uint8Array(256);
  #firstPassage = new Int32Array(256);
  #topics: number[][] = [];
  #lastDoc = 0;
  readonly #topicNames: string[] = [];
  readonly #topicNumbers = new Map<string, number>();
  readonly #topicSets = new Map<string, number[]>();

  get passages(): number {
    return this.#lastPassage;
  }

  get documents(): number {
    return this.#lastDoc;
  }

  /** Reads what was added since the last time. */
  refresh(db: Connection): void {
    const known = this.#lastDoc;
    const documents = db.prepare(
      `SELECT doc, service, audience, year, CAST(julianday(date) AS INTEGER) AS day, law_status,
         topics
       FROM documents WHERE doc > ? ORDER BY doc`
    );
    for (const row of documents.iterate(known) as Iterable<DocumentRow>) {
      this.#addDocument(row);
    }
    // By the index alone: the table has all texts in it.
    const passages = db
      .prepare('SELECT passage, doc FROM passages WHERE doc > ? ORDER BY doc, passage')
      .raw();
    for (const [passage, doc] of passages.iterate(known) as Iterable<[number, number]>) {
      this.docOf = grown(this.docOf, passage);
      this.docOf[passage] = doc;
      if (!this.#firstPassage[doc]) this.#firstPassage[doc] = passage;
      this.#lastPassage = passage;
    }
  }

  #addDocument(row: DocumentRow): void {
    const { doc } = row;
    this.#service = grown(this.#service, doc);
    this.#audience = grown(this.#audience, doc);
    this.#year = grown(this.#year, doc);
    this.#day = grown(this.#day, doc);
    this.#status = grown(this.#status, doc);
    this.#firstPassage = grown(this.#firstPassage, doc);
    this.#service[doc] = SERVICES.indexOf(row.service);
    this.#audience[doc] = AUDIENCES.indexOf(row.audience);
    this.#year[doc] = row.year ?? 0;
    this.#day[doc] = row.day ?? 0;
    this.#status[doc] = row.law_status === null ? NONE : STATUSES.indexOf(row.law_status);
    this.#topics[doc] = this.#topicSet(row.topics);
    this.#lastDoc = doc;
  }

  #topicSet(json: string): number[] {
    let set = this.#topicSets.get(json);
    if (!set) {
      set = (JSON.parse(json) as string[]).map((slug) => this.#topicNumber(slug));
      this.#topicSets.set(json, set);
    }
    return set;
  }

  #topicNumber(slug: string): number {
    let number = this.#topicNumbers.get(slug);
    if (number === undefined) {
      number = this.#topicNames.push(slug) - 1;
      this.#topicNumbers.set(slug, number);
    }
    return number;
  }

  /** How many topics have a number. */
  get topics(): number {
    return this.#topicNames.length;
  }

  serviceNumberOf(doc: number): number {
    return this.#service[doc] as number;
  }

  serviceNamed(number: number): SearchService {
    return SERVICES[number] as SearchService;
  }

  serviceOf(doc: number): SearchService {
    return this.serviceNamed(this.serviceNumberOf(doc));
  }

  audienceNumberOf(doc: number): number {
    return this.#audience[doc] as number;
  }

  audienceNamed(number: number): Audience {
    return AUDIENCES[number] as Audience;
  }

  audienceOf(doc: number): Audience {
    return this.audienceNamed(this.audienceNumberOf(doc));
  }

  /** Buddhist-era year; 0 where the document has no date. */
  yearOf(doc: number): number {
    return this.#year[doc] ?? 0;
  }

  /** Julian day; 0 where the document has no date. */
  dayOf(doc: number): number {
    return this.#day[doc] ?? 0;
  }

  statusOf(doc: number): LawStatus | null {
    return STATUSES[this.#status[doc] ?? NONE] ?? null;
  }

  topicsOf(doc: number): string[] {
    return (this.#topics[doc] ?? []).map((number) => this.#topicNames[number] ?? '');
  }

  /** Numbers of its topics, for counting; `topicNamed` gives a number's slug. */
  topicNumbersOf(doc: number): readonly number[] {
    return this.#topics[doc] ?? [];
  }

  topicNamed(number: number): string {
    return this.#topicNames[number] ?? '';
  }

  firstPassageOf(doc: number): number {
    return this.#firstPassage[doc] ?? 0;
  }

  /** Says of which of the filters a document fails, as bits in the order of `FILTERS`. */
  failures(filters: EngineFilters): (doc: number) => number {
    const service = filters.in === undefined ? -1 : SERVICES.indexOf(filters.in);
    const asked = filters.topics;
    const topics = asked && new Set(asked.map((slug) => this.#topicNumbers.get(slug)));
    const group = filters.audience === undefined ? -1 : AUDIENCES.indexOf(filters.audience);
    const everyone = AUDIENCES.indexOf('everyone');
    const year = filters.year ?? -1;
    return (doc) =>
      (service !== -1 && this.#service[doc] !== service ? FILTERS.service : 0) |
      (topics && !this.#topics[doc]?.some((topic) => topics.has(topic)) ? FILTERS.topic : 0) |
      (group !== -1 && this.#audience[doc] !== group && this.#audience[doc] !== everyone
        ? FILTERS.audience
        : 0) |
      (year !== -1 && this.#year[doc] !== year ? FILTERS.year : 0);
  }
}

/** Bits of the filters a document can fail. */
export const FILTERS = { service: 1, topic: 2, audience: 4, year: 8 } as const;

type Column = Int32Array | Uint8Array | Uint16Array;

function grown<Of extends Column>(column: Of, index: number): Of {
  if (index < column.length) return column;
  const larger = new (column.constructor as new (length: number) => Of)(
    Math.max(index + 1, column.length * 2)
  );
  larger.set(column as never);
  return larger;
}
