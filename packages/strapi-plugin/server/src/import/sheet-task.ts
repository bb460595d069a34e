import { Worker } from 'node:worker_threads';
import { workerFile } from '../platform/worker-file';
import type { ImportFault } from './admin-api';
import { ImportRefusal, type DataSetName, type ImportOptions } from './data-set';
import type { ReadChunk, RowCounts, SheetFile, SheetOutcome } from './reading/read-sheet';

/** What the worker thread is told. */
export interface SheetTask {
  file: SheetFile;
  dataSet: DataSetName;
  context: unknown;
  options: ImportOptions;
  /** Chunks the database has already. */
  skip: number;
}

/** What it answers; each chunk is answered with an empty message once it is stored. */
export type SheetMessage =
  | { type: 'chunk'; chunk: ReadChunk }
  | { type: 'faults'; faults: ImportFault[] }
  | { type: 'progress'; done: number; total: number; counts: RowCounts }
  | { type: 'end'; outcome: SheetOutcome }
  | { type: 'refused'; sentence: string };

export interface SheetListener {
  chunk(chunk: ReadChunk): Promise<void>;
  faults(faults: ImportFault[]): Promise<void>;
  progress(progress: { done: number; total: number; counts: RowCounts }): void;
  /** Throws when the reading is to end before its time. */
  check(): void;
}

/** Megabytes of heap a file may make the worker take; a hostile one ends there. */
const mostHeap = 320;

const outOfMemory = 'ไฟล์นี้ใช้หน่วยความจำเกินกว่าที่กำหนด แบ่งเป็นหลายไฟล์ หรือบันทึกเป็น CSV UTF-8';

/**
 * Reads and judges a file in a thread of its own; what it hands out is taken in order, and the
 * thread waits when the database is slower.
 *
 * @throws {ImportRefusal} if the file as a whole cannot be used.
 */
export async function runSheetTask(
  task: SheetTask,
  listener: SheetListener
): Promise<SheetOutcome> {
  const worker = new Worker(workerFile('import-sheet'), {
    workerData: task,
    resourceLimits: { maxOldGenerationSizeMb: mostHeap },
  });
  let queue: Promise<unknown> = Promise.resolve();
  try {
    return await new Promise<SheetOutcome>((resolve, reject) => {
      const inTurn = (work: () => unknown) => {
        queue = queue
          .then(() => {
            listener.check();
            return work();
          })
          .catch(reject);
      };
      worker.on('message', (message: SheetMessage) => {
        switch (message.type) {
          case 'chunk':
            return inTurn(async () => {
              await listener.chunk(message.chunk);
              worker.postMessage(null);
            });
          case 'faults':
            return inTurn(() => listener.faults(message.faults));
          case 'progress':
            return inTurn(() => listener.progress(message));
          case 'refused':
            return inTurn(() => reject(new ImportRefusal(message.sentence)));
          case 'end':
            return inTurn(() => resolve(message.outcome));
        }
      });
      worker.once('error', (error: NodeJS.ErrnoException) => {
        const isFull = error.code === 'ERR_WORKER_OUT_OF_MEMORY';
        reject(isFull ? new ImportRefusal(outOfMemory) : error);
      });
      worker.once('exit', () =>
        inTurn(() => reject(new Error('The thread that read the file ended before the file did.')))
      );
    });
  } finally {
    await worker.terminate();
    // What was under way in the database ends before anyone else works on the job.
    await queue;
  }
}
