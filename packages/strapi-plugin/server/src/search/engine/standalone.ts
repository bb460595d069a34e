import { workerFile } from '../../platform/worker-file';
import { openSearchEngine } from './engine';
import type { EngineOptions, SearchEngine } from './types';

export { IndexNotReadyError } from './engine';
export { Tokenizer } from './tokenizer';

/** Opens the search engine without a Strapi around it: for benchmarks and for trying things out. */
export function openEngine(options: Omit<EngineOptions, 'workerFile'>): Promise<SearchEngine> {
  return openSearchEngine({ ...options, workerFile });
}
