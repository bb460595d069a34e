import type {
  SearchHit,
  SearchMeta,
  SearchQuery,
  SearchService,
  SearchSuggestion,
} from '@km-laas/contract';
import type { Core } from '@strapi/types';
import type { TopicTree } from '../content/topic-tree';
import { loadTopicTree, topicIdsAsked } from '../content/topics';
import { bangkokToday } from '../editorial/day';
import { revisionsOf } from '../platform/revisions';
import { adaptFacets, adaptHit, adaptSuggestion } from './adapt';
import type { EngineExplanation, EngineQuery } from './engine/types';
import { searchOf } from './search';

const mostSuggestions = 8;
const mostSimilar = 5;
/** Where what somebody is about to ask may have been answered. */
const answering: SearchService[] = ['thread', 'faq', 'manual', 'law', 'update'];

type FoundMeta = Pick<SearchMeta, 'facets' | 'correction' | 'understood'> & { building?: true };

/**
 * Everything that answers a query, the best first.
 *
 * @param options.isCounted - False where the reader's own script asks the same again.
 */
export async function findAll(
  strapi: Core.Strapi,
  query: SearchQuery,
  { isCounted = true } = {}
): Promise<{ data: SearchHit[]; total: number; meta: FoundMeta; validUntil: Date }> {
  const search = searchOf(strapi);
  const tree = await topicTree(strapi);
  const asked = engineQuery(query, tree);
  const answer = await search.ask((engine) => engine.search(asked));
  const isPlain = !query.in && !query.topic && !query.audience && !query.year;
  if (isCounted && isPlain && query.page === 1) search.recorder.asked(query.q, answer.total);
  return {
    data: answer.hits.map((hit) => adaptHit(hit, tree)),
    total: answer.total,
    meta: {
      facets: adaptFacets(answer.facets, tree),
      correction: answer.correction,
      understood: answer.understood,
      ...(search.state().building && { building: true as const }),
    },
    // What is new today is a day older tomorrow.
    validUntil: tomorrow(),
  };
}

/** What a reader may mean while typing. */
export async function suggest(
  strapi: Core.Strapi,
  query: { q: string; in?: SearchService | undefined }
) {
  const { suggestions, correction } = await searchOf(strapi).ask((engine) =>
    engine.suggest({ ...query, limit: mostSuggestions })
  );
  const data: SearchSuggestion[] = suggestions.map(adaptSuggestion);
  return { data, meta: { correction } };
}

/** What was asked and answered before. */
export async function findSimilar(
  strapi: Core.Strapi,
  { q, in: service }: { q: string; in?: SearchService | undefined }
): Promise<{ data: SearchHit[]; validUntil: Date }> {
  const tree = await topicTree(strapi);
  const within = service ? [service] : answering;
  const hits = await searchOf(strapi).ask((engine) =>
    engine.similar({ q, in: within, limit: mostSimilar, today: bangkokToday() })
  );
  return { data: hits.map((hit) => adaptHit(hit, tree)), validUntil: tomorrow() };
}

/** Why hits stand where they stand, for editors. */
export async function explain(strapi: Core.Strapi, query: SearchQuery): Promise<EngineExplanation> {
  const tree = await topicTree(strapi);
  return searchOf(strapi).ask((engine) => engine.explain(engineQuery(query, tree)));
}

function engineQuery(query: SearchQuery, tree: TopicTree): EngineQuery {
  const { q, topic, audience, year, page, pageSize, verbatim } = query;
  // Refuses a menu nobody has; documents are indexed under all menus above their own.
  if (topic !== undefined) topicIdsAsked(tree, topic);
  const slug = topic === undefined ? undefined : tree.refOfSlug(topic)?.slug;
  return {
    q,
    page,
    pageSize,
    in: query.in,
    topics: slug === undefined ? undefined : [slug],
    audience,
    year,
    verbatim: verbatim === 'true',
    today: bangkokToday(),
  };
}

function tomorrow(): Date {
  return new Date(Date.parse(`${bangkokToday()}T00:00:00+07:00`) + 24 * 3_600_000);
}

const trees = new WeakMap<Core.Strapi, { revision: number; tree: Promise<TopicTree> }>();

/** The menus, read again only after one of them has changed. */
function topicTree(strapi: Core.Strapi): Promise<TopicTree> {
  const revision = revisionsOf(strapi).snapshot().topic ?? 0;
  const known = trees.get(strapi);
  if (known?.revision === revision) return known.tree;
  const tree = loadTopicTree(strapi);
  trees.set(strapi, { revision, tree });
  tree.catch(() => trees.delete(strapi));
  return tree;
}
