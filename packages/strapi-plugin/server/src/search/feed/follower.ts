import type { Core } from '@strapi/types';
import { loadTopicTree } from '../../content/topics';
import { breathe } from '../../platform/breathe';
import { revisionsOf } from '../../platform/revisions';
import type { SearchSource } from '../../platform/search-source';
import type { SearchEngine, Vocabulary } from '../engine/types';
import { allDocuments, loadDocuments, portion } from './documents';
import { QueuePositions } from './positions';
import { lastWish, readQueue, reaches, settledPosition, type QueueRow } from './queue';

/** Milliseconds between two looks at the queue, with time to spare to the promised two seconds. */
const pollEvery = 400;
/** Milliseconds the vocabulary must have rested before an index is made with it. */
const vocabularyRest = 2000;
/** Failures in a row after which the index is taken for broken and made anew. */
const mostFailures = 5;

/** Services that are few, and change without a word in the queue. */
const alwaysSeenTo: readonly string[] = ['news', 'page'];
const topicServices: readonly string[] = ['manual', 'law', 'faq', 'update', 'form'];

export interface FollowerOptions {
  strapi: Core.Strapi;
  engine: SearchEngine;
  sources: readonly SearchSource[];
  /** The vocabulary as it now is. */
  vocabulary(): Promise<Vocabulary>;
  /** Version of the vocabulary the index was opened with. */
  vocabularyVersion: string;
  /** Called whenever readers may see something else than before. */
  changed(): void;
  /** Called when documents were read whose files nobody has read yet. */
  filesWanted(): void;
}

/** How an index is kept up with what is published. */
export interface Follower {
  /** Begins to follow; makes the index first where there is none that is of use. */
  start(): Promise<void>;
  /** Looks at the queue now. */
  wake(): void;
  /** Makes the index anew, beside the one that answers. */
  rebuild(): Promise<void>;
  /** When the oldest change that is known and not yet in the index was queued; null if none is. */
  behindSince(): Date | null;
  stop(): Promise<void>;
}

export function createFollower(options: FollowerOptions): Follower {
  const { strapi, engine, sources, changed, filesWanted } = options;
  const byService = new Map<string, SearchSource>(
    sources.map((source) => [source.service, source])
  );
  let positions = new QueuePositions(engine.state().applied);
  let timer: NodeJS.Timeout | undefined;
  let vocabularyTimer: NodeJS.Timeout | undefined;
  let running: Promise<void> | null = null;
  let again = false;
  let rebuilding: Promise<void> | null = null;
  let rebuildAgain = false;
  /** The last wish for a new index that one was made for: it may be read again after that. */
  let granted = 0;
  let failures = 0;
  let behind: Date | null = null;
  let stopped = false;
  let version = options.vocabularyVersion;
  /** When each service next changes by the clock. */
  const nextChanges = new Map<string, Date | null>();

  async function put(source: SearchSource, ids: readonly string[]): Promise<void> {
    for (let from = 0; from < ids.length; from += portion) {
      if (stopped) return;
      const change = await loadDocuments(strapi, source, ids.slice(from, from + portion));
      const applied = positions.floor;
      try {
        await engine.apply({ ...change, applied });
      } catch (error) {
        if (change.put.length + change.remove.length <= 1) throw error;
        // One document the index cannot take must not keep the others out.
        await putSingly(change.put, change.remove, error);
      }
      changed();
      if (change.put.some(({ files }) => files.length > 0)) filesWanted();
      await breathe();
    }
  }

  async function putSingly(
    documents: Parameters<SearchEngine['apply']>[0]['put'],
    names: Parameters<SearchEngine['apply']>[0]['remove'],
    cause: unknown
  ): Promise<void> {
    const applied = positions.floor;
    await engine.apply({ put: [], remove: names, applied });
    let taken = 0;
    for (const document of documents) {
      try {
        await engine.apply({ put: [document], remove: [], applied });
        taken += 1;
      } catch (error) {
        strapi.log.error(
          `km: search cannot take ${document.service} ${document.id}: ${String(error)}`
        );
      }
    }
    if (taken === 0 && documents.length > 1) throw cause;
  }

  async function refresh(source: SearchSource): Promise<void> {
    const ids = await (source.candidates ?? source.ids)(strapi);
    await put(source, ids);
    await noteNextChange(source);
  }

  async function noteNextChange(source: SearchSource): Promise<void> {
    if (source.nextChange) nextChanges.set(source.service, await source.nextChange(strapi));
  }

  async function nameTopics(): Promise<void> {
    await engine.setTopics((await loadTopicTree(strapi)).names());
  }

  async function follow(rows: readonly QueueRow[]): Promise<void> {
    const named = new Map<string, Set<string>>();
    const whole = new Set<string>();
    for (const { seq, service, id } of rows) {
      if (service === '*') {
        if (seq > granted) void rebuild().catch(report);
      } else if (service === 'vocabulary') checkVocabularySoon();
      else if (service === 'topic') for (const name of topicServices) whole.add(name);
      else if (id === null) whole.add(service);
      else named.set(service, (named.get(service) ?? new Set()).add(id));
    }
    if (rows.some(({ service }) => service === 'topic')) await nameTopics();
    // What somebody has just published goes first; a whole service takes its time.
    for (const [service, ids] of named) {
      const source = byService.get(service);
      if (!source || whole.has(service)) continue;
      await put(source, [...ids]);
      await noteNextChange(source);
    }
    for (const service of whole) {
      const source = byService.get(service);
      if (source) await refresh(source);
    }
  }

  async function followClock(): Promise<void> {
    const now = Date.now();
    for (const [service, at] of nextChanges) {
      const source = byService.get(service);
      if (source && at && at.getTime() <= now) await refresh(source);
    }
  }

  async function tick(): Promise<void> {
    const { ready, rebuildNeeded } = engine.state();
    // One that has to be made again takes no changes; what is queued is read when the new one stands.
    if (rebuildNeeded !== null && !rebuilding) void rebuild().catch(report);
    if (!ready || rebuildNeeded !== null) return;
    for (;;) {
      if (stopped) return;
      const now = Date.now();
      positions.forget(now);
      // A new index begins where it was begun: what was told to the old one is told to it again.
      const known = positions;
      const rows = await readQueue(strapi, known);
      if (rows.length === 0) break;
      behind ??= new Date(rows[0]?.at ?? now);
      // What is kept in memory by its revision must not be older than what the queue tells of.
      await revisionsOf(strapi).refresh();
      await follow(rows);
      known.see(
        rows.map(({ seq }) => seq),
        now
      );
    }
    if (positions.floor > engine.state().applied) {
      await engine.apply({ put: [], remove: [], applied: positions.floor });
    }
    behind = null;
    await followClock();
  }

  function wake(): void {
    if (stopped) return;
    if (running) {
      again = true;
      return;
    }
    running = tick()
      .then(
        () => {
          failures = 0;
        },
        (error: unknown) => {
          failures += 1;
          if (failures === 1 && !stopped) report(error);
          if (failures >= mostFailures && engine.state().ready) {
            failures = 0;
            void rebuild().catch(report);
          }
        }
      )
      .finally(() => {
        running = null;
        if (!again) return;
        again = false;
        wake();
      });
  }

  function rebuild(): Promise<void> {
    if (rebuilding) {
      rebuildAgain = true;
      return rebuilding;
    }
    rebuilding = make().finally(() => {
      rebuilding = null;
      if (!rebuildAgain || stopped) return;
      rebuildAgain = false;
      void rebuild().catch(report);
    });
    return rebuilding;
  }

  async function make(): Promise<void> {
    granted = Math.max(granted, await lastWish(strapi));
    const from = await settledPosition(strapi);
    const vocabulary = await options.vocabulary();
    const begun = Date.now();
    await engine.rebuild(watched(allDocuments(strapi, sources)), from, vocabulary);
    version = vocabulary.version;
    // What came into the old index meanwhile is read once more, into this one.
    positions = new QueuePositions(from);
    for (const source of sources) await noteNextChange(source);
    await nameTopics();
    changed();
    filesWanted();
    const { documents, passages, bytes } = engine.state();
    strapi.log.info(
      `km: search index made in ${Date.now() - begun} ms: ${documents} documents, ${passages} passages, ${Math.round(bytes / 1024)} KB`
    );
    wake();
  }

  async function* watched<Portion>(source: AsyncIterable<Portion>): AsyncGenerator<Portion> {
    for await (const part of source) {
      // An index that lacks the rest must never take the place of the one that stands.
      if (stopped) throw new Error('The server stops.');
      yield part;
    }
  }

  function checkVocabularySoon(): void {
    clearTimeout(vocabularyTimer);
    vocabularyTimer = setTimeout(() => {
      void options
        .vocabulary()
        .then((now) => (now.version === version || stopped ? undefined : rebuild()))
        .catch(report);
    }, vocabularyRest);
    vocabularyTimer.unref();
  }

  function report(error: unknown): void {
    if (!stopped) strapi.log.warn(`km: search cannot follow: ${String(error)}`);
  }

  return {
    async start() {
      const { ready, rebuildNeeded, applied } = engine.state();
      const isUsable = ready && rebuildNeeded === null && (await reaches(strapi, applied));
      if (isUsable) {
        positions = new QueuePositions(applied);
        await nameTopics();
        // What came and went by the clock while nothing ran is in no queue, and neither is a page
        // that a release of the portal changed.
        for (const source of sources) {
          if (alwaysSeenTo.includes(source.service)) await refresh(source);
          else await noteNextChange(source);
        }
        filesWanted();
      } else {
        void rebuild().catch(report);
      }
      timer = setInterval(wake, pollEvery);
      timer.unref();
      wake();
    },
    wake,
    rebuild,
    behindSince: () => behind,
    async stop() {
      stopped = true;
      clearInterval(timer);
      clearTimeout(vocabularyTimer);
      await running?.catch(() => undefined);
    },
  };
}
