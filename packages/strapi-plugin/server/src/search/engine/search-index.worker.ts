import { existsSync, renameSync, rmSync, statSync } from 'node:fs';
import { giveWay } from '../../platform/give-way';
import { IndexWriter } from './index-writer';
import { serve } from './rpc';
import {
  conditionOf,
  createIndex,
  indexVersion,
  NO_COUNTS,
  openIndex,
  sealIndex,
  type Connection,
  type IndexCondition,
  type IndexCounts,
} from './schema';
import { Tokenizer } from './tokenizer';
import type { DocumentName, IndexedDocument, Vocabulary } from './types';

export interface IndexReport extends IndexCounts, IndexCondition {
  bytes: number;
}

let file = '';
let index: { db: Connection; writer: IndexWriter } | null = null;
let building: { db: Connection; writer: IndexWriter } | null = null;
let condition: IndexCondition = { rebuild: 'missing', readable: false };

const sidecars = (path: string) => [`${path}-wal`, `${path}-shm`, `${path}-journal`];
const buildingFile = () => `${file}.building`;

function versionOf(vocabulary: Vocabulary): string {
  return indexVersion(Tokenizer.version(vocabulary.version));
}

function discard(path: string): void {
  for (const each of [path, ...sidecars(path)]) rmSync(each, { force: true });
}

function report(): IndexReport {
  const bytes = [file, `${file}-wal`].reduce(
    (sum, path) => sum + (existsSync(path) ? statSync(path).size : 0),
    0
  );
  return { ...NO_COUNTS, ...index?.writer.counts, ...condition, bytes };
}

function openedWriter(): IndexWriter {
  if (!index || condition.rebuild !== null) {
    throw new Error('The index must be made again before it can be changed.');
  }
  return index.writer;
}

function open(vocabulary: Vocabulary): void {
  condition = conditionOf(file, versionOf(vocabulary));
  if (!condition.readable) return;
  const db = openIndex(file);
  index = { db, writer: new IndexWriter(db, Tokenizer.of(vocabulary)) };
}

function closeIndex(): void {
  index?.db.close();
  index = null;
}

export const indexVerbs = {
  open(path: string, vocabulary: Vocabulary): IndexReport {
    file = path;
    discard(buildingFile());
    open(vocabulary);
    return report();
  },

  begin(): void {
    openedWriter().begin();
  },
  change(put: IndexedDocument[], remove: DocumentName[]): void {
    const writer = openedWriter();
    for (const name of remove) writer.remove(name);
    for (const document of put) writer.put(document);
  },
  commit(applied: number): IndexReport {
    openedWriter().commit(applied);
    return report();
  },
  rollback(): void {
    index?.writer.rollback();
  },

  beginBuild(vocabulary: Vocabulary): void {
    indexVerbs.abandonBuild();
    const db = createIndex(buildingFile(), versionOf(vocabulary));
    building = {
      db,
      writer: new IndexWriter(db, Tokenizer.of(vocabulary), { bulk: true }),
    };
  },
  build(put: IndexedDocument[]): void {
    if (!building) throw new Error('No index is being made.');
    building.writer.begin();
    for (const document of put) building.writer.put(document);
    building.writer.commit();
  },
  finishBuild(applied: number): void {
    if (!building) throw new Error('No index is being made.');
    building.writer.finish(applied);
    sealIndex(building.db);
    building.db.close();
    building = null;
  },
  abandonBuild(): void {
    building?.db.close();
    building = null;
    discard(buildingFile());
  },
  /** Puts the finished file in the place of the old one, which nobody may have open. */
  swap(vocabulary: Vocabulary): IndexReport {
    closeIndex();
    for (const path of sidecars(file)) rmSync(path, { force: true });
    renameSync(buildingFile(), file);
    open(vocabulary);
    return report();
  },
  close(): void {
    indexVerbs.abandonBuild();
    closeIndex();
  },
};
export type IndexVerbs = typeof indexVerbs;

giveWay();
serve(indexVerbs);
