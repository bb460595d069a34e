import { serviceNames, type ServiceName } from '../service-room';
import type { Snapshot } from '../revisions';

/** What an answer was read at: places of {@link Marks} and the revisions they bore, in turns. */
export type ReadAt = readonly number[];

/**
 * Revisions as numbers in memory that threads share: who looks at them sees a change at once, and
 * not when a message about it arrives. The first place says whether nobody can vouch for them.
 */
export class Marks {
  readonly memory: SharedArrayBuffer;
  readonly #places: Int32Array;

  constructor(memory = new SharedArrayBuffer(4 * (serviceNames.length + 1))) {
    this.memory = memory;
    this.#places = new Int32Array(memory);
  }

  /** @param isLost - Whether the database does not answer, so that all of them may be out of date. */
  set(snapshot: Snapshot, isLost: boolean): void {
    for (const [at, name] of serviceNames.entries()) {
      Atomics.store(this.#places, at + 1, snapshot[name] ?? 0);
    }
    Atomics.store(this.#places, 0, isLost ? 1 : 0);
  }

  /** Whether nothing moved since, as far as this instance knows. */
  holds(readAt: ReadAt): boolean {
    const places = this.#places;
    if (Atomics.load(places, 0) !== 0) return false;
    for (let at = 0; at < readAt.length; at += 2) {
      if (Atomics.load(places, readAt[at] as number) !== readAt[at + 1]) return false;
    }
    return true;
  }
}

/** What {@link Marks} have to bear for an answer to hold. */
export function readAtOf(services: readonly ServiceName[], snapshot: Snapshot): ReadAt {
  return services.flatMap((name) => [serviceNames.indexOf(name) + 1, snapshot[name] ?? 0]);
}
