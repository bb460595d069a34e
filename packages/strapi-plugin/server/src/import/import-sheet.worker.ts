import { parentPort, workerData, type MessagePort } from 'node:worker_threads';
import { giveWay } from '../platform/give-way';
import { sheets } from './data-sets';
import { ImportRefusal } from './data-set';
import { readSheet } from './reading/read-sheet';
import type { SheetTask, SheetMessage } from './sheet-task';

/** Chunks under way before reading waits for the database. */
const mostUnderWay = 3;
const progressEvery = 250;

giveWay();
void run(parentPort as MessagePort, workerData as SheetTask);

async function run(port: MessagePort, task: SheetTask): Promise<void> {
  const send = (message: SheetMessage) => port.postMessage(message);
  let underWay = 0;
  let goOn: (() => void) | undefined;
  let told = 0;
  port.on('message', () => {
    underWay -= 1;
    goOn?.();
  });
  try {
    const sheet = sheets[task.dataSet];
    if (!sheet) throw new Error(`No sheet is called ${task.dataSet}.`);
    const outcome = await readSheet(task.file, sheet, task.context, task.options, {
      chunk(chunk) {
        // What the database has already is read again only to count and judge it.
        if (chunk.number < task.skip) return;
        underWay += 1;
        send({ type: 'chunk', chunk });
      },
      faults: (faults) => send({ type: 'faults', faults }),
      async pause(progress) {
        if (Date.now() - told >= progressEvery) {
          told = Date.now();
          send({ type: 'progress', ...progress });
        }
        while (underWay >= mostUnderWay) await new Promise<void>((resolve) => (goOn = resolve));
      },
    });
    send({ type: 'end', outcome });
  } catch (error) {
    if (!(error instanceof ImportRefusal)) throw error;
    send({ type: 'refused', sentence: error.sentence });
  }
  port.close();
}
