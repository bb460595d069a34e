import type { SubsidyTransfer } from '@km-laas/contract';
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { ServiceError } from '../../client/service-error.js';
import {
  listSubsidies,
  type SubsidyPage,
  type SubsidySummary,
} from '../../client/services/subsidies.js';
import { ListController } from '../../controllers/list-controller.js';
import { LocalizeController } from '../../controllers/localize-controller.js';
import { KmElement } from '../../internal/km-element.js';
import { renderHeading } from '../../internal/render-heading.js';
import { renderMore } from '../../internal/render-more.js';
import { renderSample, renderStates } from '../../internal/render-states.js';
import { sayAmount, writeAmount } from './money.js';
import { renderMatrix } from './render-matrix.js';
import { renderTransfers } from './render-transfers.js';
import type { SubsidyChoice } from './subsidy-choice.js';
import type { SubsidyExports } from './subsidy-exports.js';
import { subsidyTableStyles } from './subsidy-table.styles.js';
import { th } from './subsidy-table.th.js';
import { satang } from './totals.js';

/**
 * General subsidies transferred to a local authority or a province, by kind and instalment.
 *
 * `topic` and `item` have no effect here: transfers hang on no menu and have no page of their own.
 *
 * @element km-subsidy-table
 * @since 0.2.0
 *
 * @slot - Fallback markup, shown until the transfers arrive or if they never do.
 * @slot empty - Shown when nothing was transferred.
 * @csspart base - The box around everything.
 * @csspart picker - The field that finds an authority, where the tag names none.
 * @csspart authority - An authority that was found.
 * @csspart change - The button that leads back to the choice of an authority.
 * @csspart filter - The choice of a fiscal year or of a kind of subsidy.
 * @csspart headline - The figures in one sentence.
 * @csspart totals - What was transferred, recalled and allocated.
 * @csspart matrix - The table of kinds by instalments.
 * @csspart check - Whether the sums of that table agree with the reported net.
 * @csspart transfers - The table of transfers.
 * @csspart item - A row of a table.
 * @csspart more - The button for more transfers.
 * @csspart source - Where the figures come from and how old they are.
 * @csspart download - A link to a file with all transfers.
 * @csspart print - The button that prints the tables.
 * @csspart empty - What is shown when nothing was transferred.
 * @csspart error - What is shown when the transfers cannot be read.
 * @csspart offline - What is shown above saved transfers.
 * @csspart checking - When what is shown was read, while the newest is asked for.
 *
 * @example
 * <km-subsidy-table api="https://km.example.go.th" authority="05470105"></km-subsidy-table>
 */
export class SubsidyTableElement extends KmElement {
  static override styles = [KmElement.styles, subsidyTableStyles];

  @state() private year = '';
  @state() private kind = '';
  @state() private failed: ServiceError | undefined;

  /** Two-digit code of the province to show as a whole, e.g. `47`. */
  @property() province = '';

  /** Fiscal year of the Buddhist era to show at first; the newest with transfers when left out. */
  @property({ attribute: 'fiscal-year' }) fiscalYear = '';

  /** Code of the kind of subsidy to show at first, e.g. `elderly`; all kinds when left out. */
  @property() type = '';

  readonly #localize = new LocalizeController(this, {
    th,
    en: async () => (await import('./subsidy-table.en.js')).en,
  });
  readonly #transfers = new ListController<SubsidyTransfer>(this, {
    api: () => this.apiAddress,
    query: () => (this.#area ? { ...this.#filters, pageSize: this.pageSize } : null),
    load: listSubsidies,
  });
  #choice: SubsidyChoice | undefined;
  #exports: SubsidyExports | undefined;

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    if (changed.has('type')) this.kind = this.type;
    if (changed.has('fiscalYear')) this.year = this.fiscalYear;
    if (!this.failed && !(this.#area ? this.#exports : this.#choice)) void this.#fetchParts();
  }

  /** Code of the area the page names, else the reader's own; empty while there is neither. */
  get #area(): string | undefined {
    return this.authority || this.province || this.#choice?.authority;
  }

  get #filters() {
    const { authority, province, kind, year } = this;
    return {
      authority: authority || (province ? '' : this.#choice?.authority),
      province: authority ? '' : province,
      type: kind,
      fiscalYear: year,
    };
  }

  /** Fetches what is wanted beside the tables, or in their place. */
  async #fetchParts(): Promise<void> {
    try {
      if (this.#area) {
        const { SubsidyExports } = await import('./subsidy-exports.js');
        this.#exports ??= new SubsidyExports(this);
      } else {
        const { SubsidyChoice } = await import('./subsidy-choice.js');
        this.#choice ??= new SubsidyChoice(this);
      }
    } catch {
      this.failed = new ServiceError('offline', this.localName);
    }
  }

  override render(): TemplateResult {
    const { text } = this.#localize;
    const shared = { host: this, localize: this.#localize, label: text.label };
    if (!this.#area) {
      return renderStates({
        ...shared,
        resource: {
          value: this.#choice && { asOf: '', saved: false },
          error: this.failed,
          pending: false,
          retry: () => (this.failed = undefined),
        },
        rows: 1,
        loaded: () => this.#choice!.renderPicker(),
      });
    }
    const summary = (this.#transfers.value as SubsidyPage | undefined)?.summary;
    return renderStates({
      ...shared,
      resource: this.#transfers,
      toolbar: this.#renderToolbar(summary),
      rows: 4,
      isEmpty: ({ items }) => !items.length,
      empty: html`<p><strong>${text.none}</strong></p>
        <p class="quiet">${text.noneHint}</p>`,
      loaded: (page) => this.#renderLoaded(page as SubsidyPage),
    });
  }

  #renderToolbar(summary: SubsidySummary | undefined): TemplateResult {
    const { text } = this.#localize;
    const year = this.year || String(summary?.fiscalYear ?? '');
    const years = [...new Set([year, ...(summary?.fiscalYears ?? []).map(String)])];
    const kinds = (summary?.types ?? []).map(({ code }) => code);
    if (!kinds.includes(this.kind) && this.kind) kinds.push(this.kind);
    return html`<div class="toolbar">
      ${this.#renderSelect(
        text.year,
        year,
        years.sort().reverse(),
        (one) => one,
        (one) => (this.year = one)
      )}
      ${this.#renderSelect(
        text.type,
        this.kind,
        ['', ...kinds],
        (one) => (one ? this.#nameOf(summary, one) : text.allTypes),
        (one) => (this.kind = one)
      )}
      ${this.#choice?.renderChange()}
    </div>`;
  }

  #renderSelect(
    label: string,
    value: string,
    options: readonly string[],
    nameOf: (option: string) => string,
    choose: (option: string) => void
  ): TemplateResult {
    return html`<label>
      <span class="label">${label}</span>
      <select
        class="field"
        part="filter"
        @change=${(event: Event) => choose((event.target as HTMLSelectElement).value)}
      >
        ${options.map(
          (option) =>
            html`<option value=${option} .selected=${option === value}>${nameOf(option)}</option>`
        )}
      </select>
    </label>`;
  }

  /** The name of a kind of subsidy in the reader's language. */
  #nameOf(summary: SubsidySummary | undefined, code: string): string {
    const type = summary?.types.find((one) => one.code === code);
    return (this.#localize.language === 'en' ? type?.nameEn : type?.nameTh) ?? code;
  }

  #renderLoaded(page: SubsidyPage): TemplateResult {
    const { text, language } = this.#localize;
    const { summary, items } = page;
    const { totals, source, importedAt, fiscalYear } = summary;
    const { name, province } = items[0]!.authority;
    const isProvince = !this.#filters.authority;
    const nameOf = (code: string) => this.#nameOf(summary, code);
    return html`<div class="head">
        <div data-area tabindex="-1">
          ${renderHeading(
            this.outlineLevel(),
            isProvince ? text.province(province) : html`<span lang="th">${name}</span>`
          )}
        </div>
        <p part="headline">
          ${text.year} ${fiscalYear}
          ${isProvince ? text.authorities(this.#localize.number(totals.authorities)) : nothing}
          ${text.headline(
            sayAmount(satang(totals.net), text),
            this.#localize.number(totals.lines),
            totals.allocated ? sayAmount(satang(totals.allocated), text) : ''
          )}
          ${renderSample(summary, this.#localize)}
        </p>
        <dl class="chips" part="totals">
          ${(['transferred', 'recalled', 'net', 'allocated'] as const).map((sum) =>
            totals[sum] || sum === 'net'
              ? html`<div class="chip">
                  <dt>${sum === 'net' ? text.net : text.statuses[sum]}</dt>
                  <dd>${writeAmount(satang(totals[sum]))}&nbsp;${text.baht}</dd>
                </div>`
              : nothing
          )}
        </dl>
      </div>
      ${renderMatrix(summary, text, nameOf)}
      ${renderTransfers(page, this.#localize, this.apiAddress, isProvince, nameOf)}
      ${renderMore(this.#transfers, this.#localize)}
      <div class="foot chips">
        <p class="quiet" part="source">
          ${text.source(language === 'en' ? source.nameEn : source.nameTh)}
          ${importedAt ? text.importedAt(this.#localize.dateTime(importedAt)) : nothing}
        </p>
        ${this.#exports?.render({ ...this.#filters, fiscalYear })}
      </div>`;
  }
}
