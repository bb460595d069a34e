import { ThreadError, Thread } from './rpc';
import type { IndexReport, IndexVerbs } from './search-index.worker';
import type { QueryVerbs } from './search-query.worker';
import type {
  DocumentName,
  EngineAnswer,
  EngineExplanation,
  EngineHit,
  EngineOptions,
  EngineQuery,
  EngineState,
  IndexChange,
  IndexedDocument,
  SearchEngine,
  SimilarRequest,
  SuggestAnswer,
  SuggestRequest,
  TopicName,
  Vocabulary,
} from './types';

/** Nothing can be asked or changed until the index has been made (again). */
export class IndexNotReadyError extends Error {
  override name = 'IndexNotReadyError';

  constructor() {
    super('The search index is not ready: it has to be made again.');
  }
}

// Copying a message between threads takes the main thread about a millisecond a megabyte.
const MOST_CHARACTERS = 1_000_000;
const CORRUPT = /^SQLITE_(CORRUPT|NOTADB|IOERR)/;

type Popular = Parameters<SearchEngine['setPopular']>;

/** Opens the index of a file, or gets ready to make it: `state().rebuildNeeded` tells. */
export async function openSearchEngine(options: EngineOptions): Promise<SearchEngine> {
  const engine = new ThreadedEngine(options);
  await engine.open();
  return engine;
}

class ThreadedEngine implements SearchEngine {
  readonly #file: string;
  #vocabulary: Vocabulary;
  readonly #index: Thread<IndexVerbs>;
  readonly #query: Thread<QueryVerbs>;
  #report: IndexReport | null = null;
  #building = false;
  #topics: TopicName[] = [];
  #popular: Popular = [[], []];
  /** The last change; the next one begins when it has ended. */
  #changes: Promise<unknown> = Promise.resolve();
  /** Settles when queries may be asked: while files change places they wait. */
  #open: Promise<unknown> = Promise.resolve();

  constructor({ file, vocabulary, workerFile }: EngineOptions) {
    this.#file = file;
    this.#vocabulary = vocabulary;
    this.#index = new Thread<IndexVerbs>(workerFile('search-index'), async (thread) => {
      this.#report = await thread.callNow('open', this.#file, this.#vocabulary);
    });
    this.#query = new Thread<QueryVerbs>(workerFile('search-query'), async (thread) => {
      if (!this.#report?.readable) return;
      await thread.callNow('open', this.#file, this.#vocabulary);
      await thread.callNow('setTopics', this.#topics);
      await thread.callNow('setPopular', ...this.#popular);
    });
  }

  async open(): Promise<void> {
    // Any call starts the thread, which opens the file.
    await this.#index.call('rollback');
    if (this.#report?.readable) await this.#query.call('setTopics', this.#topics);
  }

  state(): EngineState {
    const report = this.#report;
    return {
      ready: report?.readable ?? false,
      building: this.#building,
      documents: report?.documents ?? 0,
      passages: report?.passages ?? 0,
      applied: report?.applied ?? 0,
      bytes: report?.bytes ?? 0,
      rebuildNeeded: report ? report.rebuild : 'missing',
    };
  }

  apply({ put, remove, applied }: IndexChange): Promise<void> {
    return this.#change(async () => {
      if (!this.#report || this.#report.rebuild !== null) throw new IndexNotReadyError();
      try {
        await this.#index.call('begin');
        await this.#index.call('change', [], remove);
        for (const documents of portionsOf(put)) await this.#index.call('change', documents, []);
        this.#report = await this.#index.call('commit', applied);
      } catch (error) {
        this.#note(error);
        await this.#index.call('rollback').catch(() => undefined);
        throw error;
      }
    });
  }

  async rebuild(
    source: AsyncIterable<IndexedDocument[]>,
    applied: number,
    vocabulary: Vocabulary
  ): Promise<void> {
    if (this.#building) throw new Error('The search index is being made already.');
    this.#building = true;
    try {
      await this.#index.call('beginBuild', vocabulary);
      for await (const documents of source) {
        for (const portion of portionsOf(documents)) await this.#index.call('build', portion);
      }
      await this.#index.call('finishBuild', applied);
      await this.#change(() => this.#swap(vocabulary));
    } catch (error) {
      await this.#index.call('abandonBuild').catch(() => undefined);
      throw error;
    } finally {
      this.#building = false;
    }
  }

  async #swap(vocabulary: Vocabulary): Promise<void> {
    const swapped = (async () => {
      await this.#query.call('close');
      this.#report = await this.#index.call('swap', vocabulary);
      this.#vocabulary = vocabulary;
      await this.#query.call('open', this.#file, vocabulary);
      await this.#query.call('setTopics', this.#topics);
      await this.#query.call('setPopular', ...this.#popular);
    })();
    this.#open = swapped.catch(() => undefined);
    await swapped;
  }

  async setTopics(topics: TopicName[]): Promise<void> {
    this.#topics = topics;
    if (this.#report?.readable) await this.#ask('setTopics', topics);
  }

  async setPopular(
    queries: string[],
    popularity: (DocumentName & { score: number })[]
  ): Promise<void> {
    this.#popular = [queries, popularity];
    if (this.#report?.readable) await this.#ask('setPopular', queries, popularity);
  }

  search(query: EngineQuery): Promise<EngineAnswer> {
    return this.#ask('search', query);
  }

  suggest(request: SuggestRequest): Promise<SuggestAnswer> {
    return this.#ask('suggest', request);
  }

  similar(request: SimilarRequest): Promise<EngineHit[]> {
    return this.#ask('similar', request);
  }

  explain(query: EngineQuery): Promise<EngineExplanation> {
    return this.#ask('explain', query);
  }

  async close(): Promise<void> {
    await this.#changes.catch(() => undefined);
    await this.#query.call('close').catch(() => undefined);
    await this.#index.call('close').catch(() => undefined);
    await Promise.all([this.#query.close(), this.#index.close()]);
  }

  async #ask<Verb extends keyof QueryVerbs>(
    verb: Verb,
    ...given: Parameters<QueryVerbs[Verb]>
  ): Promise<ReturnType<QueryVerbs[Verb]>> {
    await this.#open;
    if (!this.#report?.readable) throw new IndexNotReadyError();
    try {
      return await this.#query.call(verb, ...given);
    } catch (error) {
      this.#note(error);
      throw error;
    }
  }

  #change<Result>(work: () => Promise<Result>): Promise<Result> {
    const done = this.#changes.then(work, work);
    this.#changes = done.catch(() => undefined);
    return done;
  }

  /** A file that turns out broken has to be made again. */
  #note(error: unknown): void {
    if (this.#report && error instanceof ThreadError && CORRUPT.test(error.code ?? '')) {
      this.#report = { ...this.#report, rebuild: 'corrupt' };
    }
  }
}

/** Parts of a list of documents small enough to be sent at once; a large document goes alone. */
function* portionsOf(documents: readonly IndexedDocument[]): Generator<IndexedDocument[]> {
  let portion: IndexedDocument[] = [];
  let characters = 0;
  for (const document of documents) {
    portion.push(document);
    for (const { text } of document.passages) characters += text.length;
    for (const { text } of document.pages) characters += text.length;
    if (characters < MOST_CHARACTERS) continue;
    yield portion;
    portion = [];
    characters = 0;
  }
  if (portion.length > 0) yield portion;
}
