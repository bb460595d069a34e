import { FILTERS, type Columns } from './columns';
import type { EngineFacets, FacetCount } from './types';

/** Counts documents by what they are; in each group those that fail its own filter only count too. */
export class FacetCounter {
  readonly #columns: Columns;
  readonly #service = new Int32Array(256);
  readonly #audience = new Int32Array(256);
  readonly #topic: Int32Array;
  readonly #year = new Int32Array(65_536);

  constructor(columns: Columns) {
    this.#columns = columns;
    this.#topic = new Int32Array(columns.topics);
  }

  count(doc: number, failed: number): void {
    const columns = this.#columns;
    const failsOnly = (filter: number) => (failed & ~filter) === 0;
    if (failsOnly(FILTERS.service)) raise(this.#service, columns.serviceNumberOf(doc));
    if (failsOnly(FILTERS.audience)) raise(this.#audience, columns.audienceNumberOf(doc));
    if (failsOnly(FILTERS.year)) raise(this.#year, columns.yearOf(doc));
    if (failsOnly(FILTERS.topic)) {
      for (const topic of columns.topicNumbersOf(doc)) raise(this.#topic, topic);
    }
  }

  answer(): EngineFacets {
    const columns = this.#columns;
    return {
      service: listed(this.#service, (number) => columns.serviceNamed(number)),
      topic: listed(this.#topic, (number) => columns.topicNamed(number)),
      audience: listed(this.#audience, (number) => columns.audienceNamed(number)),
      year: listed(this.#year, (year) => year)
        .filter(({ value }) => value !== 0)
        .sort((a, b) => b.value - a.value),
    };
  }
}

function raise(counts: Int32Array, number: number): void {
  counts[number] = (counts[number] as number) + 1;
}

function listed<Value>(counts: Int32Array, named: (number: number) => Value): FacetCount<Value>[] {
  const facets: FacetCount<Value>[] = [];
  counts.forEach((count, number) => {
    if (count > 0) facets.push({ value: named(number), count });
  });
  return facets.sort((a, b) => b.count - a.count);
}
