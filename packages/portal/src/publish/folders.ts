import { fileURLToPath } from 'node:url';

/** Folders of the package; this file runs from `build/publish/`. */
export const folders = {
  source: fileURLToPath(new URL('../../src/', import.meta.url)),
  compiled: fileURLToPath(new URL('../', import.meta.url)),
  cards: fileURLToPath(new URL('../../cards/', import.meta.url)),
  pictures: fileURLToPath(new URL('../../pictures/', import.meta.url)),
  site: fileURLToPath(new URL('../../dist/', import.meta.url)),
};
