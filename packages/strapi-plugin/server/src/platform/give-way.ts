import { setPriority } from 'node:os';
import { isMainThread } from 'node:worker_threads';

/** As `nice -n 10`: a third of the time of what is not. */
const inTheBackground = 10;

/**
 * Puts the thread that calls it behind those that answer readers, wherever they want the same
 * processor. Linux has a priority for each thread; elsewhere it would be the whole process's.
 */
export function giveWay(): void {
  if (isMainThread || process.platform !== 'linux') return;
  try {
    setPriority(inTheBackground);
  } catch {
    // A container may forbid it; the work is done all the same.
  }
}
