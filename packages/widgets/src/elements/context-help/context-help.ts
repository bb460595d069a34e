import { html, nothing, type TemplateResult } from 'lit';
import { property, query } from 'lit/decorators.js';
import type { Dated, Page } from '../../client/read.js';
import {
  listManualTitles,
  listQuestions,
  listReleaseTitles,
  type HelpEntry,
} from '../../client/services/help.js';
import { LocalizeController } from '../../controllers/localize-controller.js';
import { ResourceController } from '../../controllers/resource-controller.js';
import { KmElement } from '../../internal/km-element.js';
import { renderHeading } from '../../internal/render-heading.js';
import { renderSample, renderStates } from '../../internal/render-states.js';
import { contextHelpStyles } from './context-help.styles.js';
import { th } from './context-help.th.js';

/** Entries of a group where the page does not say otherwise. */
const fewest = 5;
const groupNames = ['manuals', 'faqs', 'updates'] as const;

type Help = Dated & Record<(typeof groupNames)[number], Page<HelpEntry>>;

/**
 * A button for a screen of e-LAAS itself: it opens a panel with the manuals, questions and latest
 * changes of the screen's menu, which stays beside what the officer is doing.
 *
 * Whatever is opened opens in a tab of its own, so that nothing typed is lost. `limit` counts for
 * each group; `item`, `item-href` and `authority` have no effect here.
 *
 * @element km-context-help
 * @since 0.1.0
 *
 * @slot - Fallback markup, shown in the panel until the answers arrive; a link where no script runs.
 * @slot empty - Shown when nothing is known of the menu.
 * @csspart base - The box around what the panel tells.
 * @csspart opener - The button that opens and closes the panel.
 * @csspart panel - The panel.
 * @csspart close - The button that closes it.
 * @csspart item - A link to a manual, a question or a change.
 * @csspart more - A link to all of a kind.
 * @csspart empty - What is shown when nothing is known of the menu.
 * @csspart error - What is shown when nothing can be read.
 * @csspart offline - What is shown above saved answers.
 * @csspart checking - When what is shown was read, while the newest is asked for.
 *
 * @example
 * <km-context-help api="https://km.example.go.th" topic="budget"></km-context-help>
 */
export class ContextHelpElement extends KmElement {
  static override styles = [KmElement.styles, contextHelpStyles];

  override limit = fewest;

  /** Whether the panel is open; a page may set it. */
  @property({ type: Boolean }) open = false;

  @query('.opener') private opener!: HTMLElement | null;
  @query('.head [tabindex]') private heading!: HTMLElement | null;

  readonly #localize = new LocalizeController(this, {
    th,
    en: async () => (await import('./context-help.en.js')).en,
  });
  readonly #help = new ResourceController(this, {
    args: () => (this.open ? ([this.apiAddress, this.topic, this.pageSize] as const) : null),
    load: async ([api, topic, pageSize], { signal, reload }): Promise<Help> => {
      const asked = { ...(topic && { topic }), pageSize };
      const options = { api, signal, reload };
      const [manuals, faqs, updates] = await Promise.all([
        listManualTitles(asked, options),
        listQuestions(asked, options),
        listReleaseTitles(asked, options),
      ]);
      return {
        asOf: [manuals, faqs, updates].map(({ asOf }) => asOf).sort()[0]!,
        saved: manuals.saved || faqs.saved || updates.saved,
        manuals,
        faqs,
        updates,
      };
    },
  });

  async #show(): Promise<void> {
    this.open = true;
    await this.updateComplete;
    this.heading?.focus();
  }

  readonly #hide = (): void => {
    this.open = false;
    this.opener?.focus();
  };

  #steer(event: KeyboardEvent): void {
    if (event.key !== 'Escape') return;
    // Only the panel closes, not a dialog of the page around it.
    event.stopPropagation();
    this.#hide();
  }

  override render(): TemplateResult {
    const { text, language } = this.#localize;
    return html`<div class="root help" lang=${language}>
      <button
        class="button opener"
        part="opener"
        type="button"
        aria-expanded=${this.open}
        @click=${() => (this.open ? this.#hide() : void this.#show())}
      >
        ${text.open}
      </button>
      ${
        this.open
          ? html`<div
              class="panel"
              part="panel"
              role="dialog"
              aria-label=${text.label}
              @keydown=${this.#steer}
            >
              <div class="head">
                <div tabindex="-1">${renderHeading(this.outlineLevel(), text.label)}</div>
                <button class="button" part="close" type="button" @click=${this.#hide}>
                  ${text.close}
                </button>
              </div>
              ${this.#renderHelp()} ${this.#renderWays()}
            </div>`
          : nothing
      }
    </div>`;
  }

  #renderHelp(): TemplateResult {
    const { text } = this.#localize;
    return renderStates({
      host: this,
      localize: this.#localize,
      resource: this.#help,
      label: text.label,
      rows: 5,
      isEmpty: (help) => groupNames.every((name) => !help[name].items.length),
      empty: html`<p><strong>${text.empty}</strong></p>
        <p class="quiet">${text.emptyHint}</p>`,
      loaded: (help) => groupNames.map((name) => this.#renderGroup(name, help[name])),
    });
  }

  #renderGroup(name: (typeof groupNames)[number], { items, total }: Help['faqs']): unknown {
    const { text } = this.#localize;
    return items.length
      ? html`<div class="group">
          ${renderHeading(this.outlineLevel(1), text[name])}
          <ul role="list">
            ${items.map(
              (entry) =>
                html`<li>
                  ${this.#renderLink(`/${name}/${encodeURIComponent(entry.id)}`, 'item', entry.title)}
                  ${renderSample(entry, this.#localize)}
                </li>`
            )}
          </ul>
          ${
            total > items.length
              ? html`<div class="all">
                  ${this.#renderLink(this.#listPath(name), 'more', text.all(text[name]))}
                </div>`
              : nothing
          }
        </div>`
      : nothing;
  }

  #renderWays(): TemplateResult {
    const { text } = this.#localize;
    return html`<p class="ways">
      ${this.#renderLink('/search', '', text.search, 'button')}
      ${this.#renderLink('/threads', '', text.ask, 'button')}
    </p>`;
  }

  #renderLink(path: string, part: string, words: string, look = ''): TemplateResult {
    const { text } = this.#localize;
    return html`<a
      class=${look}
      part=${part || nothing}
      href=${this.apiAddress + path}
      target="_blank"
      rel="noopener"
      lang=${part === 'item' ? 'th' : nothing}
      >${words}<span class="visually-hidden" lang=${this.#localize.language}>
        (${text.newTab})</span
      ></a
    >`;
  }

  #listPath(name: string): string {
    return `/${name}${this.topic ? `?topic=${encodeURIComponent(this.topic)}` : ''}`;
  }
}
