import type { ThreadKind, ThreadSort, ThreadState } from '@km-laas/contract';
import { html, type TemplateResult } from 'lit';
import type { Query } from '../../client/operation-url.js';
import type { LocalizeController } from '../../controllers/localize-controller.js';
import type { TopicController } from '../../controllers/topic-controller.js';
import { debounce } from '../../internal/debounce.js';
import type { KmElement } from '../../internal/km-element.js';
import { renderSelect } from '../../internal/render-select.js';
import { renderSearchField } from '../../internal/render-search-field.js';
import type { WebboardTranslation } from './webboard.th.js';

/** The slug the API takes for threads about no menu. */
const general = 'general';
const states: readonly ThreadState[] = ['open', 'answered', 'closed'];
const kinds: readonly ThreadKind[] = ['question', 'discussion'];
const sorts: readonly ThreadSort[] = ['active', 'latest', 'unanswered', 'helpful'];

/** What a reader narrows the list of threads down by. */
export class ListFilters {
  readonly #host: KmElement;
  readonly #topics: TopicController;
  readonly #localize: LocalizeController<WebboardTranslation>;
  #search = '';
  #state: ThreadState | '' = '';
  #kind: ThreadKind | '' = '';
  #sort: ThreadSort = 'active';

  constructor(
    host: KmElement,
    topics: TopicController,
    localize: LocalizeController<WebboardTranslation>
  ) {
    this.#host = host;
    this.#topics = topics;
    this.#localize = localize;
  }

  /** What the API is asked for, besides the menu. */
  get query(): Query {
    return {
      state: this.#state,
      kind: this.#kind,
      sort: this.#sort === 'active' ? '' : this.#sort,
      q: this.#search.trim(),
    };
  }

  /** Whether there might be more with less chosen. */
  get isNarrow(): boolean {
    return !!(this.#search || this.#state || this.#kind || this.#topics.chosen);
  }

  get #input(): HTMLInputElement | null {
    return this.#host.shadowRoot!.querySelector('[part=search]');
  }

  /** Shows everything again. */
  readonly clear = (): void => {
    this.#change(() => (this.#search = this.#state = this.#kind = ''));
    this.#topics.choose('');
    if (this.#input) {
      this.#input.value = '';
      // The button that did it is about to go.
      this.#input.focus();
    }
  };

  readonly #typed = debounce(() => this.#change(() => (this.#search = this.#input?.value ?? '')));

  #change(change: () => void): void {
    change();
    this.#host.requestUpdate();
  }

  /** @param beside - What stands at the end of the first line. */
  render(beside: unknown): TemplateResult {
    const { text, language } = this.#localize;
    const topics = this.#topics.choices.map(({ topic, depth }): [string, string] => [
      topic.slug,
      // Browsers take ordinary spaces away from the start of an option.
      '\u2003'.repeat(depth) + ((language === 'en' && topic.titleEn) || topic.titleTh),
    ]);
    return html`<div class="toolbar">
        ${renderSearchField(text, this.#search, this.#typed)} ${beside}
      </div>
      <div class="toolbar filters">
        ${renderSelect(
          text.menu,
          this.#topics.chosen,
          [
            ['', text.allMenus],
            ...(this.#host.topic ? [] : [[general, text.general] as [string, string]]),
            ...topics,
          ],
          (slug) => this.#topics.choose(slug)
        )}
        ${renderSelect<ThreadState | ''>(
          text.state,
          this.#state,
          [['', text.allStates], ...states.map((name) => [name, text.states[name]] as const)],
          (chosen) => this.#change(() => (this.#state = chosen))
        )}
        ${renderSelect<ThreadKind | ''>(
          text.kind,
          this.#kind,
          [['', text.allKinds], ...kinds.map((name) => [name, text.kinds[name]] as const)],
          (chosen) => this.#change(() => (this.#kind = chosen))
        )}
        ${renderSelect<ThreadSort>(
          text.sort,
          this.#sort,
          sorts.map((name) => [name, text.sorts[name]] as const),
          (chosen) => this.#change(() => (this.#sort = chosen))
        )}
      </div>`;
  }
}
