import type { ReactiveController } from 'lit';
import { readSuggestions, type Suggestions } from '../../client/suggestions.js';
import { debounce } from '../../internal/debounce.js';
import type { KmElement } from '../../internal/km-element.js';

const none: Suggestions = { items: [], correction: undefined };

/** Longer texts are no beginnings of anything. */
const longest = 100;

/**
 * Suggestions for what is being typed.
 *
 * Asked for when the reader draws breath; only the answer to what stands in the field now is ever
 * shown, and what has been answered once is not asked again.
 */
export class SuggestionController implements ReactiveController {
  /** What to show now. */
  shown = none;

  readonly #host: KmElement & { in: string };
  readonly #kept = new Map<string, Suggestions>();
  #flight: AbortController | undefined;

  constructor(host: KmElement & { in: string }) {
    (this.#host = host).addController(this);
  }

  /** Looks for suggestions; an empty text takes them away. */
  ask(text: string): void {
    this.#flight?.abort();
    this.#flight = undefined;
    const kept = text && text.length <= longest ? this.#kept.get(text) : none;
    if (kept) {
      this.#show(kept);
    } else {
      this.#flight = new AbortController();
      this.#read(text, this.#flight);
    }
  }

  hostDisconnected(): void {
    this.#flight?.abort();
  }

  // Short enough that answer and wait together seem instant.
  readonly #read = debounce(async (text: string, flight: AbortController) => {
    if (flight.signal.aborted) return;
    try {
      const query = { q: text, in: this.#host.in };
      const found = await readSuggestions(this.#host.apiAddress, query, flight.signal);
      if (flight !== this.#flight) return;
      this.#kept.set(text, found);
      this.#show(found);
    } catch {
      // Without suggestions one can search all the same, and is then told what is wrong.
      if (flight === this.#flight) this.#show(none);
    }
  }, 60);

  #show(found: Suggestions): void {
    this.shown = found;
    this.#host.requestUpdate();
  }
}
