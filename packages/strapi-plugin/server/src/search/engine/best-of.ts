/** Keeps the best few of many numbers: a heap with the worst of them on top. */
export class BestOf {
  readonly #size: number;
  readonly #items: number[] = [];
  readonly #scores: number[] = [];

  constructor(size: number) {
    this.#size = size;
  }

  /** Whether something of that score would be kept. */
  takes(score: number): boolean {
    return this.#items.length < this.#size || score > (this.#scores[0] as number);
  }

  offer(item: number, score: number): void {
    const items = this.#items;
    const scores = this.#scores;
    if (items.length < this.#size) {
      items.push(item);
      scores.push(score);
      this.#rise(items.length - 1);
    } else if (score > (scores[0] as number)) {
      items[0] = item;
      scores[0] = score;
      this.#sink();
    }
  }

  sorted(): number[] {
    return this.#items
      .map((item, at) => ({ item, score: this.#scores[at] as number }))
      .sort((a, b) => b.score - a.score || a.item - b.item)
      .map(({ item }) => item);
  }

  #rise(from: number): void {
    for (let at = from; at > 0;) {
      const parent = (at - 1) >> 1;
      if ((this.#scores[parent] as number) <= (this.#scores[at] as number)) return;
      this.#swap(at, parent);
      at = parent;
    }
  }

  #sink(): void {
    for (let at = 0; ;) {
      let least = at;
      for (const child of [2 * at + 1, 2 * at + 2]) {
        if (
          child < this.#scores.length &&
          (this.#scores[child] as number) < (this.#scores[least] as number)
        ) {
          least = child;
        }
      }
      if (least === at) return;
      this.#swap(at, least);
      at = least;
    }
  }

  #swap(a: number, b: number): void {
    const items = this.#items;
    const scores = this.#scores;
    [items[a], items[b]] = [items[b] as number, items[a] as number];
    [scores[a], scores[b]] = [scores[b] as number, scores[a] as number];
  }
}
