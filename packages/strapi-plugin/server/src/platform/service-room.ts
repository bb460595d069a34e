import type { Core } from '@strapi/types';
import type { PublicRoute } from './public-route';
import type { SearchSource } from './search-source';

/**
 * Every service that owns a revision. `feedback` changes nothing a reader's list shows; `search` is
 * raised by its vocabulary, and by each instance for itself when its own index has changed.
 */
export const serviceNames = [
  'topic',
  'manual',
  'law',
  'faq',
  'news',
  'update',
  'form',
  'feedback',
  'authority',
  'fiscal',
  'subsidy',
  'search',
  'member',
  'thread',
  'status',
] as const;
export type ServiceName = (typeof serviceNames)[number];

/** A line of the list a page shows where no script runs. */
export interface PageLink {
  id: string;
  title: string;
  summary: string;
  /** Whether it is invented, which every reader is told. */
  sample: boolean;
}

/** What the page of one document says where no script runs, and to search engines. */
export interface PageText {
  title: string;
  /** One or two sentences; cut to fit by the page. */
  description: string;
  /** The document's words as plain text; a line break starts a paragraph. */
  text: string;
  /** Whether it is invented, which every reader is told. */
  sample: boolean;
  /** The document as markup that is safe already, instead of `text`. */
  html?: string;
  /** Pages its markup goes on for; one if absent. */
  pages?: number;
  /** False keeps search engines from listing it. */
  isListed?: boolean;
  /** Day or instant it was published or, for a law, given. */
  published?: string | null;
  /** Instant of its last change. */
  modified?: string;
  /** The number or code it is known by. */
  identifier?: string | null;
}

/** What the knowledge bank's own site needs of a service. All of it is of published rows only. */
export interface ServicePages {
  /** Everything that is shown now, in the order readers see it, or one page of it. */
  list(strapi: Core.Strapi, page?: number): Promise<PageLink[]>;
  /** How many pages the list goes on for; one if absent. */
  pages?(strapi: Core.Strapi): Promise<number>;
  /**
   * One document, or null where it is unknown, unpublished or not shown now.
   *
   * @param origin - The address readers know the site by.
   * @param page - Of what hangs on it, where that is long.
   */
  item(strapi: Core.Strapi, id: string, origin?: string, page?: number): Promise<PageText | null>;
}

/** A service of the knowledge bank: one folder, one object. */
export interface ServiceRoom {
  name: ServiceName;
  /** The schema Strapi keeps its rows by; absent where the service keeps its own table. */
  contentType?: { schema: object };
  /** Schemas of what editors keep for it besides, by their names. */
  moreContentTypes?: Record<string, { schema: object }>;
  routes: PublicRoute[];
  /** What search finds of it; absent where there is nothing to find. */
  search?: SearchSource;
  /** Its pages on the knowledge bank's own site, where it has any. */
  page?: ServicePages;
  /** Runs before the database is there. */
  register?(strapi: Core.Strapi): void | Promise<void>;
  /** Runs when the tables are there and before the first request. */
  bootstrap?(strapi: Core.Strapi): void | Promise<void>;
}
