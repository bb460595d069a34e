import type { SearchHit, SearchMeta, SearchSuggestion } from '@km-laas/contract';
import type { TopicTree } from '../content/topic-tree';
import type { EngineFacets, EngineHit, EngineSuggestion } from './engine/types';

const mostTopics = 40;

/** A hit as readers get it: menus by name, and of those above one another the lowest. */
export function adaptHit(hit: EngineHit, tree: TopicTree): SearchHit {
  const { service, id, title, section, url, snippet, file, lawStatus, date, match, sample } = hit;
  return {
    service,
    id,
    title,
    section,
    url,
    snippet,
    file,
    lawStatus,
    date,
    topics: tree.deepest(hit.topics),
    match,
    sample,
  };
}

export function adaptFacets(facets: EngineFacets, tree: TopicTree): SearchMeta['facets'] {
  const topic = facets.topic
    .flatMap(({ value, count }) => {
      const ref = tree.refOfSlug(value);
      return ref ? [{ topic: ref, count }] : [];
    })
    .slice(0, mostTopics);
  return { ...facets, topic };
}

/** A menu opens what hangs on it; everything else says by itself what it opens. */
export function adaptSuggestion(suggestion: EngineSuggestion): SearchSuggestion {
  const { kind, text, marks, url, service, topic } = suggestion;
  return { kind, text, marks, url: topic ? `/manuals?topic=${topic}` : url, service };
}
