/** How long a number may be missing before it is taken for one that was never committed. */
const patience = 5 * 60_000;
/** Numbers waited for at once; a database that lost more than these has lost its queue. */
const mostGaps = 5000;

/**
 * How far a reader of the queue has come.
 *
 * PostgreSQL hands out numbers before their transactions commit, so that number 11 may be seen
 * while 10 is still to come, or was taken back and never will. Missing numbers are asked for again
 * until patience ends; the floor, which an index remembers, stays below them.
 */
export class QueuePositions {
  #top: number;
  readonly #gaps = new Map<number, number>();

  constructor(floor: number) {
    this.#top = floor;
  }

  /** The highest number seen. */
  get top(): number {
    return this.#top;
  }

  /** The highest number below which nothing is missing. */
  get floor(): number {
    const [lowest] = this.#gaps.keys();
    return lowest === undefined ? this.#top : lowest - 1;
  }

  /** Numbers that may still turn up, lowest first. */
  get missing(): number[] {
    return [...this.#gaps.keys()];
  }

  /** Takes note of numbers that have been dealt with. */
  see(numbers: readonly number[], now: number): void {
    for (const number of [...numbers].sort((a, b) => a - b)) {
      if (number <= this.#top) {
        this.#gaps.delete(number);
        continue;
      }
      const from = Math.max(this.#top + 1, number - (mostGaps - this.#gaps.size));
      for (let gap = from; gap < number; gap += 1) this.#gaps.set(gap, now);
      this.#top = number;
    }
  }

  /** Gives up on numbers that have been missing for too long. */
  forget(now: number): void {
    for (const [gap, since] of this.#gaps) if (now - since > patience) this.#gaps.delete(gap);
  }
}
