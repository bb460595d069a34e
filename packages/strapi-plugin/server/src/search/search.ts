import type { Core } from '@strapi/types';
import { ProblemError } from '../platform/problem';
import { onQueued, queueForSearch } from '../platform/search-queue';
import type { SearchSource } from '../platform/search-source';
import { workerFile } from '../platform/worker-file';
import { IndexNotReadyError, openSearchEngine } from './engine';
import type { EngineState, SearchEngine } from './engine/types';
import { createFollower, type Follower } from './feed/follower';
import { indexPath, takeIndexFile, type IndexFile } from './feed/index-file';
import { trimQueue } from './feed/queue';
import { forgetLostTexts } from './files/file-texts';
import { createFileReader, type FileReader } from './files/reader';
import { createQueryRecorder, purgeQueries, type QueryRecorder } from './queries/record';
import { popularDocuments, popularQueries } from './queries/report';
import { loadVocabulary } from './vocabulary/load';

const hour = 3_600_000;
const retryEvery = 30_000;

const notReady = {
  th: 'ระบบกำลังเตรียมข้อมูลสำหรับค้นหา โปรดลองใหม่ในอีกสักครู่',
  en: 'The search index is being made. Try again in a moment.',
};

/** Search of one instance: its index, what keeps it up, and what is learnt from queries. */
export interface Search {
  /** Says what is searched. Call it once the tables are there. */
  prepare(sources: readonly SearchSource[]): void;
  /** Opens the index and follows what changes, beside whatever else the server does. */
  start(): void;
  stop(): Promise<void>;
  /**
   * Asks the engine.
   *
   * @throws {ProblemError} 503 while there is no index at all.
   */
  ask<Answer>(question: (engine: SearchEngine) => Promise<Answer>): Promise<Answer>;
  /** A number that grows whenever this instance's index shows something else than before. */
  generation(): number;
  /** Calls when it has grown. */
  onGrown(listener: () => void): void;
  state(): EngineState & { behindSince: Date | null };
  recorder: QueryRecorder;
  /** Has every running instance make its index anew. */
  rebuildEverywhere(): Promise<void>;
  /** Has files read that are put down to be read. */
  readFiles(): void;
}

/** The search of a running Strapi. */
export function searchOf(strapi: Core.Strapi): Search {
  return strapi.plugin('km').service('search') as Search;
}

export function createSearch({ strapi }: { strapi: Core.Strapi }): Search {
  const recorder = createQueryRecorder(strapi);
  let sources: readonly SearchSource[] = [];
  let engine: SearchEngine | null = null;
  let follower: Follower | null = null;
  let reader: FileReader | null = null;
  let file: IndexFile | null = null;
  let starting: Promise<void> = Promise.resolve();
  let housekeeping: NodeJS.Timeout | undefined;
  let retry: NodeJS.Timeout | undefined;
  const listeners: (() => void)[] = [];
  let generation = 0;
  let started = false;
  let stopped = false;

  function grow(): void {
    generation += 1;
    for (const listener of listeners) listener();
  }

  async function open(): Promise<void> {
    const vocabulary = await loadVocabulary(strapi);
    if (stopped) return;
    file ??= takeIndexFile(indexPath(strapi));
    engine = await openSearchEngine({ file: file.path, vocabulary, workerFile });
    grow();
    reader = createFileReader(strapi);
    follower = createFollower({
      strapi,
      engine,
      sources,
      vocabulary: () => loadVocabulary(strapi),
      vocabularyVersion: vocabulary.version,
      changed: grow,
      filesWanted: () => reader?.wake(),
    });
    onQueued(strapi, () => follower?.wake());
    reader.start();
    await follower.start();
    await keepHouse();
    housekeeping = setInterval(() => void keepHouse(), hour);
    housekeeping.unref();
  }

  function begin(): void {
    if (stopped) return;
    starting = open().catch((error: unknown) => {
      strapi.log.error(`km: search cannot start, it is tried again: ${String(error)}`);
      retry = setTimeout(begin, retryEvery);
      retry.unref();
    });
  }

  async function keepHouse(): Promise<void> {
    try {
      await trimQueue(strapi);
      await purgeQueries(strapi);
      await forgetLostTexts(strapi);
      await engine?.setPopular(await popularQueries(strapi), await popularDocuments(strapi));
    } catch (error) {
      if (!stopped) strapi.log.warn(`km: search cannot tidy up: ${String(error)}`);
    }
  }

  return {
    recorder,
    prepare(given) {
      sources = given;
    },
    start() {
      if (started) return;
      started = true;
      recorder.start();
      begin();
    },
    async stop() {
      if (!started || stopped) return;
      stopped = true;
      onQueued(strapi, null);
      clearInterval(housekeeping);
      clearTimeout(retry);
      await starting;
      await recorder.stop();
      await follower?.stop();
      await reader?.stop();
      await engine?.close();
      file?.release();
    },
    async ask(question) {
      if (!engine?.state().ready || stopped) throw new ProblemError(503, notReady);
      try {
        return await question(engine);
      } catch (error) {
        throw error instanceof IndexNotReadyError ? new ProblemError(503, notReady) : error;
      }
    },
    generation: () => generation,
    onGrown: (listener) => void listeners.push(listener),
    state() {
      const none = { ready: false, building: false, documents: 0, passages: 0, applied: 0 };
      const state = engine?.state() ?? { ...none, bytes: 0, rebuildNeeded: 'missing' as const };
      return { ...state, behindSince: follower?.behindSince() ?? null };
    },
    rebuildEverywhere: () => queueForSearch(strapi, [{ service: '*' }]),
    readFiles: () => reader?.wake(),
  };
}
