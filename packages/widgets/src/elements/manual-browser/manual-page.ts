import type { Manual } from '@km-laas/contract';
import { html, nothing, type TemplateResult } from 'lit';
import { LocalizeController } from '../../controllers/localize-controller.js';
import { FeedbackController } from '../../internal/feedback/feedback-controller.js';
import { feedbackStyles } from '../../internal/feedback/feedback.styles.js';
import { addStyles } from '../../internal/item/add-styles.js';
import { goToHeading } from '../../internal/item/go-to-heading.js';
import type { ItemController } from '../../internal/item/item-controller.js';
import { ItemTools } from '../../internal/item/item-tools.js';
import { pageStyles } from '../../internal/item/page.styles.js';
import { renderFacts } from '../../internal/item/render-facts.js';
import type { KmElement } from '../../internal/km-element.js';
import { renderBlocks } from '../../internal/render-blocks.js';
import { renderFile } from '../../internal/render-file.js';
import { renderHeading } from '../../internal/render-heading.js';
import { renderSample } from '../../internal/render-states.js';
import { manualPageStyles } from './manual-page.styles.js';
import { th, type ManualPageTranslation } from './manual-page.th.js';

/** The page of one manual; fetched when a reader opens the first. */
export class ManualPage {
  readonly #host: KmElement;
  readonly #localize: LocalizeController<ManualPageTranslation>;
  readonly #feedback: FeedbackController;
  readonly #item: ItemController<Manual>;
  readonly #tools: ItemTools;

  constructor(host: KmElement, item: ItemController<Manual>) {
    this.#host = host;
    this.#item = item;
    this.#localize = new LocalizeController(host, {
      th,
      en: async () => (await import('./manual-page.en.js')).en,
    });
    this.#feedback = new FeedbackController(host, 'manuals');
    this.#tools = new ItemTools(host, item, this.#localize);
    addStyles(host, pageStyles, feedbackStyles, manualPageStyles);
  }

  /** The way back, and what can be done with all of the manual. */
  renderTools(): TemplateResult {
    return this.#tools.render();
  }

  render(manual: Manual): TemplateResult {
    const { apiAddress: api } = this.#host;
    const level = this.#host.outlineLevel();
    const { text, language } = this.#localize;
    const date = (day: string | null) => day && this.#localize.date(day);
    return html`<article class="item manual">
      <header class="head">
        <div data-item tabindex="-1" lang="th">${renderHeading(level, manual.title)}</div>
        ${manual.summary ? html`<p class="lead" lang="th">${manual.summary}</p>` : nothing}
        <p class="chips">
          ${manual.topics.map(
            (topic) =>
              html`<span class="chip accent"
                >${(language === 'en' && topic.titleEn) || topic.titleTh}</span
              >`
          )}
          ${renderSample(manual, this.#localize)}
        </p>
      </header>
      ${renderFacts([
        [text.version, manual.version],
        [text.effective, date(manual.effectiveDate)],
        [text.forWhom, text.audience[manual.audience]],
        [text.system, text.appliesTo[manual.appliesTo]],
        [text.updated, date(manual.updatedAt)],
        [text.reviewBy, date(manual.reviewBy)],
      ])}
      ${this.#renderFiles(manual, level + 1)}
      ${manual.contents.length > 1 ? this.#renderContents(manual, level + 1) : nothing}
      ${renderBlocks(manual.body, { api, level })} ${this.#renderEarlier(manual, level + 1)}
      ${this.#feedback.render(manual.id)}
    </article>`;
  }

  #renderFiles({ files }: Manual, level: number): unknown {
    if (!files.length) return nothing;
    return html`<section class="part no-print">
      ${renderHeading(level, this.#localize.text.files)}
      ${files.map((file) => renderFile(file, this.#host.apiAddress, this.#localize))}
    </section>`;
  }

  #renderContents({ id: manualId, contents }: Manual, level: number): TemplateResult {
    const { text } = this.#localize;
    const href = this.#item.link.href(manualId);
    const top = Math.min(...contents.map((heading) => heading.level));
    return html`<nav class="part contents no-print" part="contents" aria-label=${text.contents}>
      ${renderHeading(level, text.contents)}
      <ol role="list" lang="th">
        ${contents.map(
          ({ id, level: depth, text: title }) =>
            html`<li data-depth=${Math.min(depth - top, 2)}>
              <a href=${href} @click=${(event: MouseEvent) => this.#leap(event, id)}>${title}</a>
            </li>`
        )}
      </ol>
    </nav>`;
  }

  /** Goes to a heading; a hash of its own would name nothing, for the page ends at our shadow. */
  #leap(event: MouseEvent, anchor: string): void {
    // With a modifier the manual opens in another tab, as any link does.
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    goToHeading(this.#host, anchor);
  }

  #renderEarlier({ earlierVersions }: Manual, level: number): unknown {
    const { text } = this.#localize;
    if (!earlierVersions.length) return nothing;
    return html`<section class="part earlier no-print">
      ${renderHeading(level, text.earlier)}
      <ul role="list">
        ${earlierVersions.map(
          ({ version, effectiveDate, note, file }) =>
            html`<li>
              <p>
                <strong>${text.edition(version)}</strong>
                ${
                  effectiveDate
                    ? html`<span class="quiet"
                        >${text.since(this.#localize.date(effectiveDate))}</span
                      >`
                    : nothing
                }
              </p>
              ${note ? html`<p lang="th">${note}</p>` : nothing}
              ${file ? renderFile(file, this.#host.apiAddress, this.#localize) : nothing}
            </li>`
        )}
      </ul>
    </section>`;
  }
}
