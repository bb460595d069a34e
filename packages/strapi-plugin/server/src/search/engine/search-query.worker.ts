import { IndexReader } from './index-reader';
import { serve } from './rpc';
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

let reader: IndexReader | null = null;

function opened(): IndexReader {
  if (!reader) throw new Error('There is no index to search in.');
  return reader;
}

export const queryVerbs = {
  open(file: string, vocabulary: Vocabulary): void {
    queryVerbs.close();
    reader = new IndexReader(file, vocabulary);
  },
  close(): void {
    reader?.close();
    reader = null;
  },
  setTopics(topics: TopicName[]): void {
    opened().setTopics(topics);
  },
  setPopular(queries: string[], popularity: (DocumentName & { score: number })[]): void {
    opened().setPopular(queries, popularity);
  },
  search(query: EngineQuery): EngineAnswer {
    return opened().search(query);
  },
  suggest(request: SuggestRequest): SuggestAnswer {
    return opened().suggest(request);
  },
  similar(request: SimilarRequest): EngineHit[] {
    return opened().similar(request);
  },
  explain(query: EngineQuery): EngineExplanation {
    return opened().explain(query);
  },
};
export type QueryVerbs = typeof queryVerbs;

serve(queryVerbs);
