import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { DrawnFile } from './sample-files';

/** What the drawing thread says, a file at a time, in the order of the sample content. */
export interface DrawnMessage extends DrawnFile {
  key: string;
}

/** Files of the sample content that are being drawn in a thread of their own. */
export interface Drawing {
  /** A file, once it is drawn. */
  take(key: string): Promise<DrawnFile>;
  end(): Promise<unknown>;
}

/** Begins to draw all sample files: setting Thai pages takes as long as loading Strapi does. */
export function startDrawing(): Drawing {
  const worker = new Worker(join(__dirname, 'drawing.worker.js'));
  const drawn = new Map<string, DrawnFile>();
  let failure: Error | undefined;
  let tell = () => {};
  let next = news();
  function news(): Promise<void> {
    return new Promise((resolve) => (tell = resolve));
  }
  function told(): void {
    tell();
    next = news();
  }
  worker.on('message', ({ key, bytes, pages }: DrawnMessage) => {
    // A buffer arrives as the array of bytes it is made of.
    drawn.set(key, { bytes: Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length), pages });
    told();
  });
  worker.on('error', (error: Error) => {
    failure = error;
    told();
  });
  worker.on('exit', () => {
    failure ??= new Error('The thread that draws the sample files ended before it drew them all.');
    told();
  });
  return {
    async take(key) {
      for (;;) {
        const file = drawn.get(key);
        if (file) {
          drawn.delete(key);
          return file;
        }
        if (failure) throw failure;
        await next;
      }
    },
    end: () => worker.terminate(),
  };
}
