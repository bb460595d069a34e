import type { Law, LawRef } from '@km-laas/contract';
import { html, nothing, type TemplateResult } from 'lit';
import { LocalizeController } from '../../controllers/localize-controller.js';
import { warningIcon } from '../../internal/icons.js';
import { addStyles } from '../../internal/item/add-styles.js';
import { CopyController } from '../../internal/item/copy-controller.js';
import type { ItemController } from '../../internal/item/item-controller.js';
import { ItemTools } from '../../internal/item/item-tools.js';
import { pageStyles } from '../../internal/item/page.styles.js';
import { renderFacts } from '../../internal/item/render-facts.js';
import type { KmElement } from '../../internal/km-element.js';
import { renderBlocks } from '../../internal/render-blocks.js';
import { renderFile } from '../../internal/render-file.js';
import { renderHeading } from '../../internal/render-heading.js';
import { renderStatus } from '../../internal/render-law-status.js';
import { renderSample } from '../../internal/render-states.js';
import type { LawTranslation } from './law-library.th.js';
import { lawPageStyles } from './law-page.styles.js';
import { th, type LawPageTranslation } from './law-page.th.js';
import { officialCitation } from './official-citation.js';
import { renderCitation, renderReference } from './render-law.js';

/** Relations in the order a reader needs them: first what others did to the law. */
const relations = [
  'repealedBy',
  'amendedBy',
  'clarifiedBy',
  'repeals',
  'amends',
  'clarifies',
] as const;

/** The page of one law; fetched when a reader opens the first. */
export class LawPage {
  readonly #host: KmElement;
  readonly #localize: LocalizeController<LawPageTranslation>;

  readonly #item: ItemController<Law>;
  readonly #tools: ItemTools;
  readonly #copy: CopyController;

  constructor(host: KmElement, item: ItemController<Law>) {
    this.#host = host;
    this.#item = item;
    this.#localize = new LocalizeController(host, {
      th,
      en: async () => (await import('./law-page.en.js')).en,
    });
    this.#tools = new ItemTools(host, item, this.#localize);
    this.#copy = new CopyController(host);
    addStyles(host, pageStyles, lawPageStyles);
  }

  /** The way back, and what can be done with all of the law. */
  renderTools(): TemplateResult {
    return this.#tools.render();
  }

  /** @param words - The list's words for kinds, statuses and urgencies. */
  render(law: Law, words: LawTranslation): TemplateResult {
    const { apiAddress: api } = this.#host;
    const level = this.#host.outlineLevel();
    const { text, language } = this.#localize;
    const { kinds, urgencies } = words;
    const date = (day: string | null) => day && this.#localize.date(day);
    const thai = (said: string) => said && html`<span lang="th">${said}</span>`;
    return html`<article class="item">
      <header class="head">
        <p class="chips">
          ${renderStatus(law.status, words)}
          <span class="chip">${kinds[law.kind]}</span>
          ${law.urgency ? html`<span class="chip">${urgencies[law.urgency]}</span>` : nothing}
          ${renderSample(law, this.#localize)}
        </p>
        <div data-item tabindex="-1" lang="th">${renderHeading(level, law.title)}</div>
        ${law.citation ? html`<p lang="th"><strong>${renderCitation(law.citation)}</strong></p>` : nothing}
        ${law.summary ? html`<p class="lead" lang="th">${law.summary}</p>` : nothing}
      </header>
      ${this.#renderNotice(law, words)} ${this.#renderCitation(law)}
      ${renderFacts([
        [text.kind, kinds[law.kind]],
        [text.issuer, thai(law.issuer)],
        [text.date, date(law.date)],
        [text.urgency, law.urgency && urgencies[law.urgency]],
        [text.effective, date(law.effectiveDate)],
        [text.gazette, law.gazette && thai(law.gazette.text)],
        [
          text.menus,
          law.topics
            .map((topic) => (language === 'en' && topic.titleEn) || topic.titleTh)
            .join(', '),
        ],
      ])}
      ${
        law.files.length
          ? html`<section class="part no-print">
              ${renderHeading(level + 1, text.files)}
              ${law.files.map((file) => renderFile(file, api, this.#localize))}
            </section>`
          : nothing
      }
      ${law.body.length ? renderBlocks(law.body, { api, level }) : nothing}
      ${this.#renderRelations(law, words, level + 1)}
    </article>`;
  }

  /** What a reader must know before relying on it. */
  #renderNotice(law: Law, words: LawTranslation): unknown {
    const { text } = this.#localize;
    switch (law.status) {
      case 'repealed':
        return this.#renderWarning(
          'bad',
          html`<strong>${text.repealedNotice}</strong>
            ${law.repealedBy.length ? text.useInstead : text.noInstead}`,
          law.repealedBy,
          words
        );
      case 'amended':
        return law.amendedBy.length
          ? this.#renderWarning('', text.amendedNotice, law.amendedBy, words)
          : nothing;
      case 'notYetInForce':
        return this.#renderWarning(
          'coming',
          text.notYetNotice(law.effectiveDate ? this.#localize.date(law.effectiveDate) : ''),
          [],
          words
        );
      default:
        return nothing;
    }
  }

  #renderWarning(
    tone: string,
    message: unknown,
    laws: readonly LawRef[],
    words: LawTranslation
  ): TemplateResult {
    return html`<div class="notice law ${tone}" part="notice" role="note">
      ${warningIcon}
      <div>
        <p>${message}</p>
        ${
          laws.length
            ? html`<ul role="list">
                ${laws.map(
                  (law) =>
                    html`<li>
                      ${renderReference(law, this.#hrefOf)}
                      ${law.citation ? html`<span lang="th">เรื่อง ${law.title}</span>` : nothing}
                      ${law.status === 'repealed' ? renderStatus(law.status, words) : nothing}
                    </li>`
                )}
              </ul>`
            : nothing
        }
      </div>
    </div>`;
  }

  #renderCitation(law: Law): TemplateResult {
    const { text } = this.#localize;
    const citation = officialCitation(law);
    return html`<div class="cite no-print" part="citation">
      <div>
        <p class="label">${text.citation}</p>
        <q lang="th">${renderCitation(citation)}</q>
      </div>
      ${this.#copy.render(
        citation,
        text.copyCitation,
        text.copyCitationFailed,
        'copy-citation',
        this.#localize
      )}
    </div>`;
  }

  #renderRelations(law: Law, words: LawTranslation, level: number): unknown {
    const { text } = this.#localize;
    const present = relations.filter((relation) => law[relation].length);
    if (!present.length) return nothing;
    return html`<section class="part">
      ${renderHeading(level, text.relations)}
      <dl class="relations" part="relations">
        ${present.map(
          (relation) =>
            html`<dt>${text[relation]}</dt>
              ${law[relation].map(
                (other) =>
                  html`<dd>
                    ${renderStatus(other.status, words)}
                    <a href=${this.#hrefOf(other.id)} lang="th">${other.title}</a>
                    ${
                      other.citation
                        ? html`<p class="quiet" lang="th">${renderCitation(other.citation)}</p>`
                        : nothing
                    }
                  </dd>`
              )}`
        )}
      </dl>
    </section>`;
  }

  readonly #hrefOf = (id: string) => this.#item.link.href(id);
}
