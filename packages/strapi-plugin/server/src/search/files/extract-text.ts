import { Worker } from 'node:worker_threads';
import type { ExtractMessage, ExtractRequest } from './extract-text.worker';
import type { ReadText, TextError } from './file-texts';

/** A file that takes longer, or more memory, than the longest real ones. */
const longest = 60_000;
const memory = { maxOldGenerationSizeMb: 512, maxYoungGenerationSizeMb: 64, stackSizeMb: 4 };

/** What came of a file. */
export type Extracted = { read: ReadText } | { error: TextError };

/**
 * Reads the words of a file in a thread of its own, which is ended where it takes too long or too
 * much. Never throws for what is in the file.
 */
export async function extractText(
  request: ExtractRequest,
  { worker: file, limit = longest }: { worker: string; limit?: number }
): Promise<Extracted> {
  const worker = new Worker(file, {
    workerData: request,
    resourceLimits: memory,
    // Libraries write warnings about broken files, of which the log is told in one word.
    stdout: true,
    stderr: true,
    env: {},
  });
  const pages: ReadText['pages'] = [];
  let timer: NodeJS.Timeout | undefined;
  try {
    return await new Promise<Extracted>((resolve) => {
      timer = setTimeout(() => resolve({ error: 'tooSlow' }), limit);
      worker.on('message', (message: ExtractMessage) => {
        if ('pages' in message) pages.push(...message.pages);
        else if ('done' in message) resolve({ read: { pages, cut: message.done.cut } });
        else resolve({ error: message.error });
      });
      worker.on('error', (error: NodeJS.ErrnoException) =>
        resolve({ error: error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? 'hostile' : 'broken' })
      );
      worker.on('exit', () => resolve({ error: 'broken' }));
      worker.stdout.resume();
      worker.stderr.resume();
    });
  } finally {
    clearTimeout(timer);
    await worker.terminate();
  }
}
