import type { Core } from '@strapi/types';
import { workerFile } from '../../platform/worker-file';
import { documentsOfFiles } from '../feed/file-users';
import { extractText, type Extracted } from './extract-text';
import { reachFile } from './file-path';
import { claimNext, keepFailure, keepText, type WantedText } from './file-texts';

/** Milliseconds between two looks for files, besides being told of them. */
const lookEvery = 5000;

/** Reads the files whose words are wanted, one at a time, whichever instance wanted them. */
export interface FileReader {
  start(): void;
  wake(): void;
  stop(): Promise<void>;
}

export function createFileReader(strapi: Core.Strapi): FileReader {
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> | null = null;
  let again = false;
  let stopped = false;

  async function readAll(): Promise<void> {
    for (;;) {
      if (stopped) return;
      const file = await claimNext(strapi);
      if (!file) return;
      const outcome = await readOne(file);
      if (stopped) return;
      if ('error' in outcome) {
        strapi.log.warn(`km: search cannot read the file ${file.hash}: ${outcome.error}`);
        await keepFailure(strapi, file, outcome.error);
      } else {
        const documents = await documentsOfFiles(strapi, { hash: file.hash });
        await keepText(strapi, file, outcome.read, documents);
      }
    }
  }

  async function readOne(file: WantedText): Promise<Extracted> {
    const local = await reachFile(strapi, file.url);
    if ('error' in local) return local;
    try {
      return await extractText(
        { path: local.path, kind: file.kind },
        { worker: workerFile('extract-text') }
      );
    } finally {
      await local.release();
    }
  }

  function wake(): void {
    if (stopped) return;
    if (running) {
      again = true;
      return;
    }
    running = readAll()
      .catch((error: unknown) => {
        if (!stopped) strapi.log.warn(`km: files cannot be read for search: ${String(error)}`);
      })
      .finally(() => {
        running = null;
        if (!again) return;
        again = false;
        wake();
      });
  }

  return {
    start() {
      timer = setInterval(wake, lookEvery);
      timer.unref();
      wake();
    },
    wake,
    async stop() {
      stopped = true;
      clearInterval(timer);
      await running?.catch(() => undefined);
    },
  };
}
