import { z } from 'zod';
import {
  audience,
  documentId,
  isoDate,
  listMeta,
  itemMeta,
  sample,
  slug,
  topicRef,
} from './common.js';
import { citationParts, lawStatus } from './law.js';

/** Services that search looks through. `page` is a page of the portal itself. */
export const searchService = z.enum([
  'manual',
  'law',
  'faq',
  'news',
  'update',
  'form',
  'thread',
  'authority',
  'page',
]);
export type SearchService = z.infer<typeof searchService>;

/** Part of a text as two UTF-16 offsets, the second one after its end. */
export const textRange = z.tuple([z.int().nonnegative(), z.int().positive()]);
export type TextRange = z.infer<typeof textRange>;

/** Plain text and the parts of it that answer the query. Never HTML. */
export const markedText = z.object({ text: z.string(), marks: z.array(textRange) });
export type MarkedText = z.infer<typeof markedText>;

export const searchHit = z
  .object({
    service: searchService,
    /** Of the document; an authority's code, a page's name. */
    id: z.string(),
    title: markedText,
    /** Heading of the section, or name of the file, the hit is in; null for the document itself. */
    section: z.string().nullable(),
    /** Path on the knowledge bank's own site; with `#page=` where it is inside a PDF. */
    url: z.string(),
    snippet: markedText,
    /** Where the words are in a file of the document. */
    file: z
      .object({
        name: z.string(),
        kind: z.string(),
        url: z.string(),
        page: z.int().positive().nullable(),
      })
      .nullable(),
    /** How a law stands; null for everything else. */
    lawStatus: lawStatus.nullable(),
    date: isoDate.nullable(),
    topics: z.array(topicRef),
    /** Why it stands where it stands: its number was asked for, its message, or its words. */
    match: z.enum(['letterNumber', 'errorMessage', 'words']),
    sample,
  })
  .meta({ id: 'SearchHit' });
export type SearchHit = z.infer<typeof searchHit>;

/** Why other words than the typed ones were looked for. */
export const searchCorrection = z.object({
  /** Wrong keyboard layout, spelling, or an abbreviation's full form. */
  kind: z.enum(['keyboard', 'spelling', 'abbreviation']),
  typed: z.string(),
  used: z.string(),
});
export type SearchCorrection = z.infer<typeof searchCorrection>;

const facet = <Value extends z.ZodType>(value: Value) =>
  z.array(z.object({ value, count: z.int().positive() }));

/** What a reader asks: words, a letter's number or a whole error message. */
const searchText = z.string().trim().min(1).max(1000);

/** `GET /search`; `in` is a service, `year` the Buddhist-era year of the document's date. */
export const searchQuery = z.strictObject({
  q: searchText,
  in: searchService.optional(),
  topic: slug.optional(),
  audience: audience.optional(),
  year: z.coerce.number().int().min(2400).max(2700).optional(),
  /** `true` looks for the words as typed: no keyboard, spelling or abbreviation is corrected. */
  verbatim: z.enum(['true', 'false']).default('false'),
  page: z.coerce.number().int().min(1).max(100).default(1),
  pageSize: z.coerce.number().int().min(1).max(50).default(10),
});
export type SearchQuery = z.infer<typeof searchQuery>;

export const searchMeta = listMeta.extend({
  /** Counts over everything that matches, each group without its own filter. */
  facets: z.object({
    service: facet(searchService),
    topic: z.array(z.object({ topic: topicRef, count: z.int().positive() })),
    audience: facet(audience),
    year: facet(z.int()),
  }),
  correction: searchCorrection.nullable(),
  /** The letter number that was read in the query. */
  understood: citationParts.partial().nullable(),
  /** Present while the index is made anew: what has just been published may still be missing. */
  building: z.literal(true).optional(),
});
export type SearchMeta = z.infer<typeof searchMeta>;
export const searchAnswer = z.object({ data: z.array(searchHit), meta: searchMeta });
export type SearchAnswer = z.infer<typeof searchAnswer>;

/** `GET /search/suggest`: at most eight while the reader types. */
export const suggestQuery = z.strictObject({
  q: z.string().trim().min(1).max(200),
  in: searchService.optional(),
});
export const searchSuggestion = z
  .object({
    kind: z.enum(['title', 'letterNumber', 'topic', 'query']),
    text: z.string(),
    marks: z.array(textRange),
    /** What it opens; null where choosing it searches for the text. */
    url: z.string().nullable(),
    service: searchService.nullable(),
  })
  .meta({ id: 'SearchSuggestion' });
export type SearchSuggestion = z.infer<typeof searchSuggestion>;
export const suggestAnswer = z.object({
  data: z.array(searchSuggestion).max(8),
  meta: itemMeta.extend({ correction: searchCorrection.nullable() }),
});

/** `GET /search/similar`: what was asked and answered before, for one who is about to ask. */
export const similarQuery = z.strictObject({ q: searchText, in: searchService.optional() });
export const similarAnswer = z.object({
  data: z.array(searchHit).max(5),
  meta: itemMeta,
});

/** `POST /search/clicks`: a hit was opened. Nothing about the reader is kept. */
export const searchClickBody = z.strictObject({
  q: searchText,
  service: searchService,
  id: z.union([documentId, z.string().regex(/^[a-z0-9-]{1,80}$/)]),
  /** Place in the whole list, from 1. */
  rank: z.int().min(1).max(5000),
});
export type SearchClick = z.infer<typeof searchClickBody>;
export const searchClickAnswer = z.object({
  data: z.object({ recorded: z.literal(true) }),
  meta: z.object({}),
});
