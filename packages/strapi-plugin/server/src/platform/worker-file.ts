import { join } from 'node:path';

/**
 * The built file of a worker thread, made from `<name>.worker.ts` by `scripts/build-workers.mjs`.
 * It stands beside the built server, so that heavy work finds it wherever the plugin is installed.
 */
export function workerFile(name: string): string {
  return join(__dirname, '..', 'workers', `${name}.js`);
}
