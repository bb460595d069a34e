import type { Law, LawRef } from '@km-laas/contract';
import { html, nothing, type TemplateResult } from 'lit';
import { LocalizeController } from '../../controllers/localize-controller.js';
import { warningIcon } from '../../internal/icons.js';
import { addStyles } from '../../internal/item/add-styles.js';
import type { CopyController } from '../../internal/item/copy-controller.js';
import { pageStyles } from '../../internal/item/page.styles.js';
import { renderFacts } from '../../internal/item/render-facts.js';
import type { KmElement } from '../../internal/km-element.js';
import { renderBlocks } from '../../internal/render-blocks.js';
import { renderFile } from '../../internal/render-file.js';
import { renderHeading } from '../../internal/render-heading.js';
import { renderSample } from '../../internal/render-states.js';
import type { LawTranslation } from './law-library.th.js';
import { lawPageStyles } from './law-page.styles.js';
import { th, type LawPageTranslation } from './law-page.th.js';
import { officialCitation } from './official-citation.js';
import { renderReference, renderStatus } from './render-law.js';

/** What the page has from its element. */
export interface LawPlace {
  copy: CopyController;
  hrefOf: (id: string) => string;
  /** The list's words for kinds, statuses and urgencies. */
  words: LawTranslation;
}

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

  constructor(host: KmElement) {
    this.#host = host;
    this.#localize = new LocalizeController(host, {
      th,
      en: async () => (await import('./law-page.en.js')).en,
    });
    addStyles(host, pageStyles, lawPageStyles);
  }

  render(law: Law, place: LawPlace): TemplateResult {
    const { apiAddress: api } = this.#host;
    const level = this.#host.outlineLevel();
    const { text, language } = this.#localize;
    const { kinds, urgencies } = place.words;
    const date = (day: string | null) => day && this.#localize.date(day);
    const thai = (words: string) => words && html`<span lang="th">${words}</span>`;
    return html`<article class="item">
      <header class="head">
        <p class="chips">
          ${renderStatus(law.status, place.words)}
          <span class="chip">${kinds[law.kind]}</span>
          ${law.urgency ? html`<span class="chip">${urgencies[law.urgency]}</span>` : nothing}
          ${renderSample(law, this.#localize)}
        </p>
        <div data-item tabindex="-1" lang="th">${renderHeading(level, law.title)}</div>
        ${law.citation ? html`<p lang="th"><strong>${law.citation}</strong></p>` : nothing}
        ${law.summary ? html`<p class="lead" lang="th">${law.summary}</p>` : nothing}
      </header>
      ${this.#renderNotice(law, place)} ${this.#renderCitation(law, place)}
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
      ${this.#renderRelations(law, place, level + 1)}
    </article>`;
  }

  /** What a reader must know before relying on it. */
  #renderNotice(law: Law, place: LawPlace): unknown {
    const { text } = this.#localize;
    switch (law.status) {
      case 'repealed':
        return this.#renderWarning(
          'bad',
          html`<strong>${text.repealedNotice}</strong>
            ${law.repealedBy.length ? text.useInstead : text.noInstead}`,
          law.repealedBy,
          place
        );
      case 'amended':
        return law.amendedBy.length
          ? this.#renderWarning('', text.amendedNotice, law.amendedBy, place)
          : nothing;
      case 'notYetInForce':
        return this.#renderWarning(
          'coming',
          text.notYetNotice(law.effectiveDate ? this.#localize.date(law.effectiveDate) : ''),
          [],
          place
        );
      default:
        return nothing;
    }
  }

  #renderWarning(
    tone: string,
    words: unknown,
    laws: readonly LawRef[],
    { hrefOf, words: { statuses } }: LawPlace
  ): TemplateResult {
    return html`<div class="notice law ${tone}" part="notice" role="note">
      ${warningIcon}
      <div>
        <p>${words}</p>
        <ul role="list">
          ${laws.map(
            (law) =>
              html`<li>
                ${renderReference(law, hrefOf)}
                ${law.citation ? html`<span lang="th">เรื่อง ${law.title}</span>` : nothing}
                ${law.status === 'repealed' ? renderStatus(law.status, { statuses }) : nothing}
              </li>`
          )}
        </ul>
      </div>
    </div>`;
  }

  #renderCitation(law: Law, { copy }: LawPlace): TemplateResult {
    const { text } = this.#localize;
    const citation = officialCitation(law);
    return html`<div class="cite no-print" part="citation">
      <div>
        <p class="label">${text.citation}</p>
        <q lang="th">${citation}</q>
      </div>
      ${copy.render(
        citation,
        text.copyCitation,
        text.copyCitationFailed,
        'copy-citation',
        this.#localize
      )}
    </div>`;
  }

  #renderRelations(law: Law, { hrefOf, words }: LawPlace, level: number): unknown {
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
                    <a href=${hrefOf(other.id)} lang="th">${other.title}</a>
                    ${
                      other.citation
                        ? html`<p class="quiet" lang="th">${other.citation}</p>`
                        : nothing
                    }
                  </dd>`
              )}`
        )}
      </dl>
    </section>`;
  }
}
