import { LRUCache } from 'lru-cache';

/** Share of the room that is for what was asked for once. */
const newcomersShare = 1 / 3;

export interface KeptAnswersOptions<Entry> {
  /** Bytes everything may take together. */
  maxBytes: number;
  sizeOf(entry: Entry, key: string): number;
  /** An entry is gone, or another took its place. */
  onGone(entry: Entry): void;
}

/**
 * What is kept by its key, within a bound of bytes, in two parts: what is asked for a second time
 * moves to the larger one. A flood of addresses that are asked for once each, whoever makes them
 * up, only ever pushes out its own kind.
 */
export class KeptAnswers<Entry extends object> {
  readonly #newcomers: LRUCache<string, Entry>;
  readonly #regulars: LRUCache<string, Entry>;
  readonly #onGone: (entry: Entry) => void;

  constructor({ maxBytes, sizeOf, onGone }: KeptAnswersOptions<Entry>) {
    const newcomers = Math.max(1, Math.floor(maxBytes * newcomersShare));
    this.#onGone = onGone;
    this.#newcomers = new LRUCache({
      maxSize: newcomers,
      sizeCalculation: sizeOf,
      dispose: (entry, key, reason) => {
        // Moved to the other part, it is not gone.
        if (reason !== 'delete' || this.#regulars.peek(key) !== entry) onGone(entry);
      },
    });
    this.#regulars = new LRUCache({
      maxSize: Math.max(1, maxBytes - newcomers),
      // One great table must not push out what everybody reads.
      maxEntrySize: newcomers,
      sizeCalculation: sizeOf,
      // Pushed out here, it may still show that it is wanted.
      dispose: (entry, key, reason) => {
        if (reason === 'evict') this.#demoted.push([key, entry]);
        else onGone(entry);
      },
    });
  }

  readonly #demoted: [string, Entry][] = [];

  /** Bytes everything takes. */
  get bytes(): number {
    return this.#newcomers.calculatedSize + this.#regulars.calculatedSize;
  }

  get count(): number {
    return this.#newcomers.size + this.#regulars.size;
  }

  peek(key: string): Entry | undefined {
    return this.#regulars.peek(key) ?? this.#newcomers.peek(key);
  }

  /** As {@link peek}, and it counts as asked for. */
  get(key: string): Entry | undefined {
    const regular = this.#regulars.get(key);
    if (regular) return regular;
    const newcomer = this.#newcomers.peek(key);
    if (newcomer) this.#promote(key, newcomer);
    return newcomer;
  }

  set(key: string, entry: Entry): void {
    if (this.#regulars.has(key)) this.#regulars.set(key, entry);
    else this.#newcomers.set(key, entry);
    this.#settle();
  }

  *values(): Generator<Entry> {
    yield* this.#regulars.values();
    yield* this.#newcomers.values();
  }

  clear(): void {
    this.#newcomers.clear();
    this.#regulars.clear();
  }

  #promote(key: string, entry: Entry): void {
    this.#regulars.set(key, entry);
    if (this.#regulars.peek(key) === entry) this.#newcomers.delete(key);
    this.#settle();
  }

  /** Puts what the regulars pushed out among the newcomers, once they have done so. */
  #settle(): void {
    for (const [key, entry] of this.#demoted.splice(0)) {
      this.#newcomers.set(key, entry);
      if (this.#newcomers.peek(key) !== entry) this.#onGone(entry);
    }
  }
}
