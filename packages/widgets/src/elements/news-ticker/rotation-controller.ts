import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** How long each stays, in milliseconds: a headline of two lines can be read twice. */
const stay = 7000;
const still = matchMedia('(prefers-reduced-motion: reduce)');

/**
 * Which of several things is on show, changing by itself until the reader wants it still.
 *
 * It waits while the pointer or the focus is on it and while the tab is hidden; a reader who wants
 * less motion gets none unless they start it.
 */
export class RotationController implements ReactiveController {
  /** Whether it changes by itself. */
  playing = !still.matches;
  /** The one on show, from 0. */
  index = 0;

  readonly #host: ReactiveControllerHost & Element;
  readonly #count: () => number;
  readonly #holds = new Set<string>();
  #timer = 0;

  /** @param count - How many there are; with fewer than two nothing moves. */
  constructor(host: ReactiveControllerHost & Element, count: () => number) {
    (this.#host = host).addController(this);
    this.#count = count;
  }

  /** Shows the next one, or with -1 the one before. */
  step(by: 1 | -1): void {
    const count = this.#count();
    this.index = count ? (this.index + by + count) % count : 0;
    this.#restart();
    this.#host.requestUpdate();
  }

  /** Starts or stops it. */
  toggle(): void {
    this.playing = !this.playing;
    this.#restart();
    this.#host.requestUpdate();
  }

  /** Keeps it still for a reason, until {@link release}. */
  hold(reason: 'pointer' | 'focus'): void {
    this.#holds.add(reason);
  }

  release(reason: 'pointer' | 'focus'): void {
    this.#holds.delete(reason);
    this.#restart();
  }

  hostConnected(): void {
    still.addEventListener('change', this.#obey);
    this.#restart();
  }

  hostDisconnected(): void {
    still.removeEventListener('change', this.#obey);
    clearTimeout(this.#timer);
  }

  readonly #obey = () => {
    if (still.matches && this.playing) this.toggle();
  };

  #restart(): void {
    clearTimeout(this.#timer);
    this.#timer = window.setTimeout(() => {
      if (this.playing && !this.#holds.size && !document.hidden && this.#count() > 1) {
        this.step(1);
      } else {
        this.#restart();
      }
    }, stay);
  }
}
