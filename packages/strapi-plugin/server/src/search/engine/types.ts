import type {
  Audience,
  CitationParts,
  LawStatus,
  MarkedText,
  SearchCorrection,
  SearchService,
  TextRange,
} from '@km-laas/contract';
import type { SearchDocument, SearchFile } from '../../platform/search-source';

/** A page of a file as plain text; `page` is null for a file that has no pages. */
export interface PageText {
  file: SearchFile;
  page: number | null;
  text: string;
}

/** A document with the text of its files. */
export interface IndexedDocument extends SearchDocument {
  service: SearchService;
  pages: PageText[];
}

/** Names a document; ids are unique within their service only. */
export interface DocumentName {
  service: SearchService;
  id: string;
}

/** Words the tokenizer keeps whole and words that mean the same. */
export interface Vocabulary {
  /** Terms of the glossary, as written: ผู้อำนวยการกองคลัง. */
  terms: string[];
  /** Each a set of words and abbreviations that mean the same: อปท., องค์กรปกครองส่วนท้องถิ่น. */
  synonyms: string[][];
  /** Changes whenever the terms do; an index made with another one is made again. */
  version: string;
}

/** A menu of e-LAAS as suggestions name it. */
export interface TopicName {
  slug: string;
  titles: string[];
}

export interface EngineState {
  /** Whether there is an index that answers. */
  ready: boolean;
  /** Whether a new one is being made. */
  building: boolean;
  documents: number;
  passages: number;
  /** Position in the queue the index has reached; 0 for one without a document. */
  applied: number;
  /** Size of the file. */
  bytes: number;
  /** Why the file on disk is not used and a rebuild is needed; null where it is. */
  rebuildNeeded: RebuildReason | null;
}
export type RebuildReason = 'missing' | 'corrupt' | 'version';

export interface EngineFilters {
  in?: SearchService | undefined;
  /** Slugs of a menu and of everything beneath it; a document on any of them is kept. */
  topics?: string[] | undefined;
  /** Keeps what is written for this group or for everyone. */
  audience?: Audience | undefined;
  /** Buddhist-era year of the document's date. */
  year?: number | undefined;
}

export interface EngineQuery extends EngineFilters {
  /** As typed. Any string is a query; one without a letter or digit finds nothing. */
  q: string;
  /** From 1. */
  page: number;
  pageSize: number;
  /** ISO date that freshness is counted from. */
  today: string;
  /** Looks for what was typed and nothing else: no correction of spelling or keyboard. */
  verbatim?: boolean | undefined;
}

export type MatchKind = 'letterNumber' | 'errorMessage' | 'words';

/** A document that answers, at the passage that answers best. */
export interface EngineHit extends DocumentName {
  title: MarkedText;
  /** Heading of the section or name of the file the passage is in; null for the document itself. */
  section: string | null;
  /**
   * Path on the knowledge bank's own site with the section's `#anchor`; the file's own address, with
   * `#page=` for a PDF, where the passage is in a file.
   */
  url: string;
  snippet: MarkedText;
  file: { name: string; kind: string; url: string; page: number | null } | null;
  lawStatus: LawStatus | null;
  date: string | null;
  /** Slugs. */
  topics: string[];
  audience: Audience;
  match: MatchKind;
  sample: boolean;
}

export interface FacetCount<Value> {
  value: Value;
  count: number;
}

/** Counts of documents over everything that matches, each group without its own filter. */
export interface EngineFacets {
  service: FacetCount<SearchService>[];
  /** By slug; menus above are the caller's to add up. */
  topic: FacetCount<string>[];
  audience: FacetCount<Audience>[];
  year: FacetCount<number>[];
}

export interface EngineAnswer {
  hits: EngineHit[];
  /** Documents that match, the filters applied. */
  total: number;
  facets: EngineFacets;
  /** Set where other words than the typed ones were looked for. */
  correction: SearchCorrection | null;
  /** The letter number that was read in the query: only the parts that were given. */
  understood: Partial<CitationParts> | null;
  /** Time the query thread spent, in milliseconds. */
  took: number;
}

export interface SuggestRequest {
  q: string;
  in?: SearchService | undefined;
  limit: number;
}

export interface EngineSuggestion {
  kind: 'title' | 'letterNumber' | 'topic' | 'query';
  text: string;
  marks: TextRange[];
  /** Path of the document; null for a topic or a query. */
  url: string | null;
  service: SearchService | null;
  /** Slug of the topic; null for everything else. */
  topic: string | null;
}

export interface SuggestAnswer {
  suggestions: EngineSuggestion[];
  correction: SearchCorrection | null;
  took: number;
}

/** A question somebody is about to ask. */
export interface SimilarRequest {
  q: string;
  /** Services to look through; all where it is empty. */
  in: SearchService[];
  limit: number;
  today: string;
}

/** Why a hit stands where it stands: the parts its score is made of, the greatest first. */
export interface Reason {
  name: string;
  value: number;
}
export interface EngineExplanation extends EngineAnswer {
  /** What was looked for, in words an editor reads. */
  steps: string[];
  /** One for each hit. */
  reasons: { score: number; parts: Reason[] }[];
}

/** Changes of the index that are seen together or not at all. */
export interface IndexChange {
  put: IndexedDocument[];
  remove: DocumentName[];
  /** Position of the queue they bring the index to; kept in the file. */
  applied: number;
}

export interface SearchEngine {
  state(): EngineState;
  /** One transaction; after it every query sees the change. */
  apply(change: IndexChange): Promise<void>;
  /** Makes a new file beside the old one, which answers until the new one is complete. */
  rebuild(
    source: AsyncIterable<IndexedDocument[]>,
    applied: number,
    vocabulary: Vocabulary
  ): Promise<void>;
  /** Menus that suggestions name. Not kept in the file. */
  setTopics(topics: TopicName[]): Promise<void>;
  /** Queries to suggest, the most asked first, and documents that were opened. Not kept in the file. */
  setPopular(queries: string[], popularity: (DocumentName & { score: number })[]): Promise<void>;
  search(query: EngineQuery): Promise<EngineAnswer>;
  suggest(request: SuggestRequest): Promise<SuggestAnswer>;
  similar(request: SimilarRequest): Promise<EngineHit[]>;
  explain(query: EngineQuery): Promise<EngineExplanation>;
  close(): Promise<void>;
}

export interface EngineOptions {
  /** Path of the index file; its folder is made where it is missing. */
  file: string;
  vocabulary: Vocabulary;
  /** Gives the built file of a worker thread by its name. */
  workerFile: (name: string) => string;
}
