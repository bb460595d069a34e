import type { Audience, LawStatus, SearchService } from '@km-laas/contract';
import type { Core } from '@strapi/types';
import type { Knex } from 'knex';

/** A section of a document: found by itself and opened where it stands. */
export interface SearchPassage {
  /** Heading above it; null for what stands before the first one. */
  heading: string | null;
  /** Fragment of the document's page that shows it, without `#`. */
  anchor: string | null;
  /** Plain text as written; never HTML. */
  text: string;
}

/** A file whose text is searched page by page. */
export interface SearchFile {
  name: string;
  /** Upper-case kind: `PDF`, `DOCX`, `XLSX`. */
  kind: string;
  url: string;
  /** Strapi's hash of the file: the name its text is kept by. */
  hash: string;
}

/** A published document as search keeps it. */
export interface SearchDocument {
  id: string;
  title: string;
  /** Words it is known by that readers do not see: keywords, earlier names, short titles. */
  otherNames: string[];
  /** Messages on the screen it answers, as e-LAAS prints them. */
  errorMessages: string[];
  /** Keys of its letter number as `canonicalLetterKey` of `@km-laas/thai` makes them. */
  letterKeys: string[];
  passages: SearchPassage[];
  files: SearchFile[];
  /** Path on the knowledge bank's own site. */
  url: string;
  /** The document's own day, `2026-11-22`; null where it has none. */
  date: string | null;
  /** Groups it is written for; everyone where it does not say. */
  audience: Audience;
  /** Slugs of the menus it hangs on. */
  topics: string[];
  lawStatus: LawStatus | null;
  sample: boolean;
}

/** A table as reached from inside the transaction that is changing it. */
export type TablesWithin = (name: string) => Knex.QueryBuilder;

/** What search asks of a service. Only what readers are shown now is ever given. */
export interface SearchSource {
  service: SearchService;
  /** Attribute of its rows that names a document; `documentId` if absent or empty. */
  key?: string;
  /** Ids of everything that is shown. */
  ids(strapi: Core.Strapi): Promise<string[]>;
  /** Those of the given documents that are shown; what is missing is taken out of the index. */
  documents(strapi: Core.Strapi, ids: readonly string[]): Promise<SearchDocument[]>;
  /** Ids of everything that may be in the index although it is not shown now; as `ids` if absent. */
  candidates?(strapi: Core.Strapi): Promise<string[]>;
  /** The instant at which something comes or goes by the clock alone; null where nothing will. */
  nextChange?(strapi: Core.Strapi): Promise<Date | null>;
  /** Other documents that a write to these rows changes, asked within the write's transaction. */
  affectedBy?(
    strapi: Core.Strapi,
    tables: TablesWithin,
    rowIds: readonly number[]
  ): Promise<string[]>;
}
