import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { groupThousands, inBangkok, writeThaiDay } from '../internal/write-thai.js';

/** Languages of the controls; the content is Thai. */
export type Language = 'th' | 'en';

/**
 * An element's own words: Thai at hand, English fetched when a page asks for it, for nearly all
 * pages are Thai and many lines are slow.
 */
export interface Strings<Words> {
  th: Words;
  en: () => Promise<Words>;
}

/**
 * An element's own words in its reader's language.
 *
 * That is the element's own `lang`, else the nearest one around it, also outside a shadow root;
 * Thai when there is none or it is a third language. A change shows at once.
 */
export class LanguageController<Words extends object> implements ReactiveController {
  text: Words;
  language: Language = 'th';

  readonly #host: ReactiveControllerHost & Element;
  readonly #strings: Strings<Words>;
  #wanted: Language = 'th';
  readonly #observer = new MutationObserver(() => this.#choose());

  constructor(host: ReactiveControllerHost & Element, strings: Strings<Words>) {
    this.#host = host;
    this.#strings = strings;
    this.text = strings.th;
    // Last, for a host that stands in the page already is told of at once.
    host.addController(this);
  }

  hostConnected(): void {
    this.#choose();
    // The page as a whole, and the element itself, which may stand in another's shadow.
    const options = { attributeFilter: ['lang'], subtree: true };
    this.#observer.observe(document, options);
    this.#observer.observe(this.#host, options);
  }

  hostDisconnected(): void {
    this.#observer.disconnect();
  }

  /** A number as it is written, e.g. `7,850`, with three decimals at most. */
  number(value: number): string {
    return groupThousands(`${+value.toFixed(3)}`);
  }

  /** A day of the Buddhist era: `22 พฤศจิกายน 2569`, shorter `22 พ.ย. 2569`, or with its weekday. */
  date(iso: string, dateStyle: 'full' | 'long' | 'medium' = 'long'): string {
    const at = inBangkok(iso);
    if (!at) return '';
    if (this.language === 'en') {
      return new Intl.DateTimeFormat('en-GB-u-ca-buddhist', { timeZone: 'UTC', dateStyle }).format(
        at
      );
    }
    return writeThaiDay(at, dateStyle);
  }

  /** A day and the time of day in Bangkok. */
  protected time(iso: string): string {
    return inBangkok(iso)?.toISOString().slice(11, 16) ?? '';
  }

  #choose(): void {
    const language = nearestLanguage(this.#host).startsWith('en') ? 'en' : 'th';
    if (language !== this.#wanted) {
      this.#wanted = language;
      void this.#adopt(language);
    }
  }

  async #adopt(language: Language): Promise<void> {
    let text = this.#strings.th;
    if (language === 'en') {
      try {
        text = await this.#strings.en();
      } catch {
        // The words cannot be fetched: Thai ones are better than none.
        return;
      }
      // The page may have changed its mind meanwhile.
      if (this.#wanted !== language) return;
    }
    this.text = text;
    this.language = language;
    this.#host.requestUpdate();
  }
}

function nearestLanguage(element: Element): string {
  for (let from: Element | undefined = element; from;) {
    const marked: Element | null = from.closest('[lang]');
    if (marked) return marked.getAttribute('lang')!.toLowerCase();
    const root: Node = from.getRootNode();
    from = root instanceof ShadowRoot ? root.host : undefined;
  }
  return '';
}
