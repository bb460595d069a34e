import type { FiscalOverview } from '@km-laas/contract';
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { Figures } from '../../client/figures.js';
import { ServiceError } from '../../client/service-error.js';
import { getFiscalOverview } from '../../client/services/fiscal.js';
import { LocalizeController } from '../../controllers/localize-controller.js';
import { ResourceController } from '../../controllers/resource-controller.js';
import type { AuthorityPicker } from '../../internal/authority/authority-picker.js';
import {
  recallAuthority,
  rememberAuthority,
} from '../../internal/authority/remembered-authority.js';
import { chooseValue, warnOnce } from '../../internal/choose.js';
import { KmElement } from '../../internal/km-element.js';
import { renderHeading } from '../../internal/render-heading.js';
import { renderFailure, renderSample, renderStates } from '../../internal/render-states.js';
import { areaOf, type Area } from './area.js';
import {
  growthOf,
  headsOf,
  markOf,
  nameMonth,
  sayAmount,
  sideNames,
  writeShare,
} from './figures.js';
import { fiscalChartStyles } from './fiscal-chart.styles.js';
import { th } from './fiscal-chart.th.js';
import { readLink, viewNames, type ViewName } from './fiscal-link.js';
import type { FiscalModel, FiscalViews } from './fiscal-views.js';
import { renderChoice } from './render-choice.js';
import { renderHundred } from './render-hundred.js';

/**
 * Actual revenue and expenditure of a local authority, a province, a region or the country.
 *
 * @element km-fiscal-chart
 * @since 0.2.0
 *
 * @slot - Fallback markup, shown until the figures arrive or if they never do.
 * @slot empty - Shown when nothing was reported.
 * @csspart base - The box around everything.
 * @csspart picker - The field that finds an authority, where the tag names none.
 * @csspart authority - An authority that was found.
 * @csspart change - The button that leads back to the choice of an authority.
 * @csspart year - The choice of a fiscal year.
 * @csspart choice - A button that switches between ways to show the figures.
 * @csspart headline - The figures in one sentence.
 * @csspart hundred - What a hundred baht come from or go to.
 * @csspart tab - A button that opens a view.
 * @csspart panel - The view that is open.
 * @csspart account - The button that opens what an account is made of.
 * @csspart chart - The chart of the months.
 * @csspart map - The map of the provinces.
 * @csspart table - A table of the figures.
 * @csspart table-toggle - The button that opens the table of a chart.
 * @csspart source - Where the figures come from.
 * @csspart download - A button that downloads the chart or its table.
 * @csspart print - The button that prints the figures.
 * @csspart copy-link - The button that copies the address of what is shown.
 * @csspart empty - What is shown when nothing was reported.
 * @csspart error - What is shown when the figures cannot be read.
 * @csspart offline - What is shown above saved figures.
 * @csspart checking - When what is shown was read, while the newest is asked for.
 * @cssproperty [--revenue=#0b57a4] - Colour of revenue.
 * @cssproperty [--expenditure=#b4500a] - Colour of expenditure.
 *
 * @example
 * <km-fiscal-chart api="https://km.example.go.th" authority="03470102"></km-fiscal-chart>
 */
export class FiscalChartElement extends KmElement {
  static override styles = [KmElement.styles, fiscalChartStyles];

  /** Whether the element is, or has been, near what the reader sees. */
  @state() private isNear = false;
  @state() private picked = '';
  @state() private chosenYear = 0;
  @state() private chosenView: ViewName = 'months';
  @state() private showsPerHead = false;
  @state() private failed: ServiceError | undefined;

  /** Two-digit code of the province to show as a whole, e.g. `47`. */
  @property() province = '';

  /** Region to show as a whole: `north`, `northeast`, `central`, `east`, `west` or `south`. */
  @property() region = '';

  /** `country` shows the whole country; readers choose an authority when no area is given. */
  @property() level = '';

  /** Fiscal year of the Buddhist era to show at first; the newest with figures when left out. */
  @property({ attribute: 'fiscal-year' }) fiscalYear = '';

  /** What to show at first: `months`, `accounts`, `compare` (an authority only) or `map`. */
  @property() view = 'months';

  /** Shows baht a head instead of totals at first. */
  @property({ type: Boolean, attribute: 'per-head' }) perHead = false;

  readonly #localize = new LocalizeController(this, {
    th,
    en: async () => (await import('./fiscal-chart.en.js')).en,
  });
  readonly #overview = new ResourceController<
    Figures<FiscalOverview>,
    readonly [string, string, string, number]
  >(this, {
    args: () => {
      const area = this.#area;
      return this.isNear && area ? [this.apiAddress, area.level, area.code, this.chosenYear] : null;
    },
    load: ([api, level, code, fiscalYear], options) =>
      getFiscalOverview({ level, code, fiscalYear }, { api, ...options }),
  });
  #views: FiscalViews | undefined;
  #picker: AuthorityPicker | undefined;
  #observer: IntersectionObserver | undefined;
  /** Where the focus goes once it is there. */
  #aim = '';

  override connectedCallback(): void {
    super.connectedCallback();
    this.picked ||= recallAuthority();
    window.addEventListener('hashchange', this.#follow);
    // What nobody scrolls to costs nobody anything: neither the charts nor their figures.
    this.#observer = new IntersectionObserver(
      (entries) => {
        if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
        this.isNear = true;
        this.#observer?.disconnect();
      },
      { rootMargin: '300px' }
    );
    if (!this.isNear) this.#observer.observe(this);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.removeEventListener('hashchange', this.#follow);
    this.#observer?.disconnect();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    if (changed.has('view')) this.chosenView = chooseValue(this, 'view', this.view, viewNames);
    if (changed.has('perHead')) this.showsPerHead = this.perHead;
    if (changed.has('fiscalYear')) {
      const isYear = /^2[5-7]\d\d$/.test(this.fiscalYear);
      if (this.fiscalYear && !isYear) {
        warnOnce(`<${this.localName} fiscal-year="${this.fiscalYear}">: expected e.g. 2570.`);
      }
      this.chosenYear = isYear ? Number(this.fiscalYear) : 0;
    }
    if (!this.hasUpdated) this.#follow();
    if (this.isNear && !this.failed) void this.#prepare();
  }

  protected override updated(): void {
    const aim = this.#aim && this.renderRoot.querySelector<HTMLElement>(this.#aim);
    if (!aim) return;
    this.#aim = '';
    aim.focus();
  }

  /** The area the page asks for, else the reader's own; undefined while there is neither. */
  get #area(): Area | undefined {
    return this.#givenArea ?? (this.picked ? areaOf(this.picked) : undefined);
  }

  get #givenArea(): Area | undefined {
    const { authority, province, region, level } = this;
    const code = authority || province || region || level;
    if (!code) return undefined;
    const area = areaOf(code);
    if (!area) {
      warnOnce(
        `<${this.localName}>: "${code}" is no area; expected e.g. authority="03470102", province="47", region="northeast" or level="country".`
      );
    }
    return area;
  }

  /** Adopts what the page's address says, if it is about this element. */
  readonly #follow = () => {
    const link = readLink(location.hash);
    const isFirst = (this.getRootNode() as ParentNode).querySelector?.(this.localName) === this;
    if (!link || !isFirst) return;
    const given = this.#givenArea;
    // A link made by others may not show another area in a page that has chosen its own.
    if (given && (given.level !== link.area.level || given.code !== link.area.code)) return;
    if (!given) this.picked = link.area.code || 'country';
    this.chosenYear = link.fiscalYear;
    this.chosenView = link.view;
    this.showsPerHead = link.perHead;
  };

  /** Fetches the code of what is to be shown. */
  async #prepare(): Promise<void> {
    try {
      if (this.#area) {
        const { FiscalViews } = await import('./fiscal-views.js');
        this.#views ??= (this.requestUpdate(), new FiscalViews(this, () => this.#model));
      } else {
        const { AuthorityPicker } = await import('../../internal/authority/authority-picker.js');
        this.#picker ??=
          (this.requestUpdate(), new AuthorityPicker(this, ({ code }) => this.#pick(code)));
      }
    } catch {
      this.failed = new ServiceError('offline', this.localName);
    }
  }

  #pick(code: string): void {
    if (code !== 'country') rememberAuthority(code);
    this.picked = code;
    this.chosenYear = 0;
    this.#picker?.clear();
    this.#aim = '[data-area]';
  }

  readonly #pickAgain = () => {
    rememberAuthority('');
    this.picked = '';
    this.#overview.value = this.#overview.error = undefined;
    this.#aim = '#authority';
  };

  override render(): TemplateResult {
    return this.#area ? this.#renderArea() : this.#renderPicker();
  }

  #renderPicker(): TemplateResult {
    const { text } = this.#localize;
    return renderStates({
      host: this,
      localize: this.#localize,
      resource: {
        value: this.#picker && { asOf: '', saved: false },
        error: this.failed,
        pending: false,
        retry: this.#retry,
      },
      label: text.label,
      layout: 'fiscal',
      rows: 1,
      loaded: () =>
        html`${this.#picker!.render()}
          <button class="button" type="button" @click=${() => this.#pick('country')}>
            ${text.country}
          </button>`,
    });
  }

  #renderArea(): TemplateResult {
    const { text } = this.#localize;
    const { value } = this.#overview;
    return renderStates({
      host: this,
      localize: this.#localize,
      resource: this.#overview,
      label: text.label,
      layout: 'fiscal',
      toolbar: this.#renderToolbar(value?.item),
      rows: 4,
      isEmpty: ({ item }) => !item.revenue && !item.expenditure,
      empty: html`<p>
          <strong>${value?.item.area.nameTh}: ${text.none(String(value?.item.fiscalYear))}</strong>
        </p>
        <p class="quiet">${text.noneHint}</p>`,
      loaded: (figures) => this.#renderFigures(figures),
    });
  }

  #renderToolbar(overview: FiscalOverview | undefined): unknown {
    const { text } = this.#localize;
    const year = this.chosenYear || overview?.fiscalYear;
    const years = new Set([...(overview?.fiscalYears ?? []), ...(year ? [year] : [])]);
    return html`<div class="toolbar">
      <label class="year">
        <span class="label">${text.year}</span>
        <select
          class="field"
          part="year"
          @change=${(event: Event) => {
            this.chosenYear = Number((event.target as HTMLSelectElement).value);
          }}
        >
          ${[...years]
            .sort((a, b) => b - a)
            .map((one) => html`<option value=${one} .selected=${one === year}>${one}</option>`)}
        </select>
      </label>
      ${renderChoice(
        text.unit,
        this.showsPerHead ? 'head' : 'total',
        [
          ['total', text.total],
          ['head', text.perHead],
        ],
        (unit) => {
          this.showsPerHead = unit === 'head';
        },
        true
      )}
      ${
        this.#givenArea
          ? nothing
          : html`<button class="button" part="change" type="button" @click=${this.#pickAgain}>
              ${text.change}
            </button>`
      }
    </div>`;
  }

  #renderFigures(figures: Figures<FiscalOverview>): TemplateResult {
    const { text, language } = this.#localize;
    const { item, provenance } = figures;
    const { area, reporting } = item;
    const name = (language === 'en' && area.nameEn) || area.nameTh;
    return html`<div class="head">
        <div data-area tabindex="-1">
          ${renderHeading(this.outlineLevel(), html`<span lang=${name === area.nameTh ? 'th' : 'en'}>${name}</span>`)}
        </div>
        <p class="chips quiet">
          ${text.title(String(item.fiscalYear))} ${renderSample(provenance, this.#localize)}
        </p>
        <p class="headline" part="headline">${this.#sayHeadline(item)}</p>
        ${
          area.level === 'authority' || reporting.share === null
            ? nothing
            : html`<p class="quiet">
                ${text.reported(
                  this.#localize.number(reporting.reported),
                  this.#localize.number(reporting.authorities),
                  writeShare(reporting.share)
                )}
              </p>`
        }
      </div>
      <div class="sides">
        ${sideNames.map(
          (side) =>
            html`<div>
              ${this.#renderSum(item, side)} ${renderHundred(side, item[side], text, language)}
            </div>`
        )}
      </div>
      <div class="views">
        ${
          this.failed
            ? renderFailure(this.failed, { retry: this.#retry, pending: false }, this.#localize)
            : this.#views?.render()
        }
      </div>`;
  }

  #renderSum(item: FiscalOverview, name: (typeof sideNames)[number]): TemplateResult {
    const { text, language } = this.#localize;
    const side = item[name];
    const growth = side && growthOf(side);
    const isPerHead = this.showsPerHead && side?.perHead !== null;
    return html`<dl class="sum ${name}">
      <dt>
        <svg class="mark" viewBox="0 0 16 16" aria-hidden="true">
          <path d=${markOf[name]} />
        </svg>
        ${text[name]}
      </dt>
      <dd class="amount">
        ${
          !side
            ? text.notReported
            : isPerHead
              ? text.aHead(sayAmount(side.perHead!, language))
              : sayAmount(side.total, language)
        }
      </dd>
      ${
        side && side.perHead !== null
          ? html`<dd class="quiet">
              ${
                isPerHead
                  ? text.inAll(sayAmount(side.total, language))
                  : text.aHead(sayAmount(side.perHead, language))
              }
            </dd>`
          : nothing
      }
      ${
        typeof growth === 'number'
          ? html`<dd class="quiet">
              ${(growth < 0 ? text.shrunk : text.grown)(writeShare(Math.abs(growth)))}
            </dd>`
          : nothing
      }
    </dl>`;
  }

  #sayHeadline(item: FiscalOverview): string {
    const { text, language } = this.#localize;
    const { revenue, expenditure, throughMonth, fiscalYear } = item;
    const heads = this.showsPerHead && headsOf(item);
    const say = (side: typeof revenue) =>
      side ? sayAmount(side.total / (heads || 1), language) : text.notReported;
    const month = throughMonth ? nameMonth(throughMonth, language, fiscalYear) : text.notReported;
    const headline = heads ? text.headlinePerHead : text.headline;
    const spent =
      revenue && expenditure && revenue.total > 0
        ? text.spent(writeShare(expenditure.total / revenue.total))
        : '';
    return headline(month, say(revenue), say(expenditure)) + spent;
  }

  get #model(): FiscalModel | undefined {
    const figures = this.#overview.value;
    const area = this.#area;
    if (!figures || !area) return undefined;
    const { fiscalYear } = figures.item;
    const isOffered = this.chosenView !== 'compare' || area.level === 'authority';
    const view = isOffered ? this.chosenView : viewNames[0];
    return {
      figures,
      link: { area, fiscalYear, view, perHead: this.showsPerHead },
      heads: this.showsPerHead ? headsOf(figures.item) : 1,
      show: this.#show,
    };
  }

  readonly #show = (view: ViewName) => {
    this.chosenView = view;
  };

  readonly #retry = () => {
    this.failed = undefined;
  };
}
