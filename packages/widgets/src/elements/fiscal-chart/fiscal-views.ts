import type { FiscalOverview } from '@km-laas/contract';
import { html, nothing, type TemplateResult } from 'lit';
import type { Figures, Provenance } from '../../client/figures.js';
import { operationUrl } from '../../client/read.js';
import { ServiceError } from '../../client/service-error.js';
import { LocalizeController } from '../../controllers/localize-controller.js';
import { downloadIcon, linkIcon } from '../../internal/icons.js';
import { copyText } from '../../internal/copy-text.js';
import { addStyles } from '../../internal/item/add-styles.js';
import type { KmElement } from '../../internal/km-element.js';
import { renderFailure, renderSkeleton } from '../../internal/render-states.js';
import { nameMonth, writeShare, type SideName } from './figures.js';
import { viewNames, type FiscalLink, type ViewName } from './fiscal-link.js';
import { fiscalViewsStyles } from './fiscal-views.styles.js';
import { th, type FiscalViewsTranslation } from './fiscal-views.th.js';
import type { Picture } from './paint-sheet.js';
import { writeLink } from './write-link.js';

/** What the views show. */
export interface FiscalModel {
  figures: Figures<FiscalOverview>;
  link: FiscalLink;
  /** What amounts are divided by: 1 for totals, else how many people; undefined where nobody knows. */
  heads: number | undefined;
  show: (view: ViewName) => void;
}

/** What a view is drawn with. */
export interface ViewContext {
  readonly host: KmElement;
  /** What is shown now; undefined before there are figures. */
  readonly model: FiscalModel | undefined;
  readonly localize: LocalizeController<FiscalViewsTranslation>;
  /** Revenue or expenditure, where a view shows one of them. */
  side: SideName;
}

/** One way to show the figures. */
export interface FiscalView {
  /** The chart and its table. */
  render(model: FiscalModel): TemplateResult;
  /** The same for a picture file; undefined while there is nothing to draw. */
  picture(): Picture | undefined;
  /** Path and parameters of the same as CSV. */
  table(model: FiscalModel): readonly [string, Record<string, string | number>];
}

/** Fetches a view, which comes with what only it needs. */
const load: Readonly<Record<ViewName, (context: ViewContext) => Promise<FiscalView>>> = {
  months: async (context) => new (await import('./months-view.js')).MonthsView(context),
  accounts: async (context) => new (await import('./accounts-view.js')).AccountsView(context),
  compare: async (context) => new (await import('./compare-view.js')).CompareView(context),
  map: async (context) => new (await import('./map-view.js')).MapView(context),
};

/** The views of the figures, one at a time, and what can be done with them. */
export class FiscalViews implements ViewContext {
  readonly host: KmElement;
  readonly localize: LocalizeController<FiscalViewsTranslation>;
  side: SideName = 'revenue';
  readonly #model: () => FiscalModel | undefined;
  #isCopied: boolean | undefined;
  readonly #views: Partial<Record<ViewName, FiscalView>> = {};
  readonly #asked = new Set<ViewName>();
  #failed: ServiceError | undefined;

  /** @param model - What is to be shown now. */
  constructor(host: KmElement, model: () => FiscalModel | undefined) {
    this.host = host;
    this.#model = model;
    this.localize = new LocalizeController(host, {
      th,
      en: async () => (await import('./fiscal-views.en.js')).en,
    });
    addStyles(host, fiscalViewsStyles);
  }

  get model(): FiscalModel | undefined {
    return this.#model();
  }

  render(): TemplateResult | typeof nothing {
    const { text } = this.localize;
    const { model } = this;
    if (!model) return nothing;
    const { view: shown, area } = model.link;
    const names = viewNames.filter((name) => name !== 'compare' || area.level === 'authority');
    const view = this.#views[shown];
    if (!view && !this.#failed) void this.#load(shown);
    return html`<div class="tabs no-print" role="tablist" aria-label=${text.views}>
        ${names.map(
          (name) =>
            html`<button
              id="tab-${name}"
              class="button"
              part="tab"
              type="button"
              role="tab"
              aria-selected=${name === shown}
              aria-controls="panel"
              tabindex=${name === shown ? 0 : -1}
              @click=${() => this.#open(name, model)}
              @keydown=${(event: KeyboardEvent) => this.#press(event, names, model)}
            >
              ${text.view[name]}
            </button>`
        )}
      </div>
      ${model.heads === undefined ? html`<p class="notice warning" role="status">${text.headsUnknown}</p>` : nothing}
      <div id="panel" class="panel" part="panel" role="tabpanel" aria-labelledby="tab-${shown}">
        ${
          this.#failed
            ? renderFailure(
                this.#failed,
                { retry: () => this.#load(shown), pending: false },
                this.localize
              )
            : (view?.render(model) ?? renderSkeleton(1, this.localize))
        }
      </div>
      ${this.#renderTools(view, model)} ${this.#renderSource(model)}`;
  }

  #renderTools(view: FiscalView | undefined, model: FiscalModel): TemplateResult {
    const { text } = this.localize;
    const [path, query] = view?.table(model) ?? [];
    return html`<div class="toolbar tools">
      <button
        class="button"
        part="download"
        type="button"
        aria-disabled=${!view}
        @click=${() => view && this.#download(view, model)}
      >
        ${downloadIcon}${text.png}
      </button>
      ${
        path
          ? html`<a
              class="button"
              part="download"
              href=${operationUrl(this.host.apiAddress, path, query)}
              rel="noopener"
              download
            >
              ${downloadIcon}${text.csv}
            </a>`
          : nothing
      }
      <button
        class="button"
        part="print"
        type="button"
        aria-disabled=${!view}
        @click=${() => view && this.#print()}
      >
        ${text.print}
      </button>
      <button
        class="button"
        part="copy-link"
        type="button"
        @click=${() => this.#copyLink(model.link)}
      >
        ${linkIcon}${text.copyLink}
      </button>
      <span class="quiet" role="status"
        >${
          this.#isCopied === undefined ? nothing : this.#isCopied ? text.copied : text.copyFailed
        }</span
      >
    </div>`;
  }

  #renderSource({ figures: { item, provenance } }: FiscalModel): TemplateResult {
    const { text, language } = this.localize;
    const { area, reporting, throughMonth, fiscalYear } = item;
    const facts: readonly (readonly [string, string])[] = [
      [text.sourceOf, this.#sourceOf(provenance)],
      [text.importedAt, this.#importedAt(provenance) || text.neverImported],
      [
        text.covers,
        throughMonth ? nameMonth(throughMonth, language, fiscalYear, 'long') : text.notReported,
      ],
      [
        text.coverage,
        text.coverageOf(
          this.localize.number(reporting.reported),
          this.localize.number(reporting.authorities),
          writeShare(reporting.share ?? 0)
        ),
      ],
    ];
    return html`<p class="quiet">${this.#sayOrigin(provenance)}</p>
      <details class="source no-print" part="source">
        <summary>${text.source}</summary>
        <dl>
          ${facts.map(
            ([name, fact]) =>
              html`<div>
                <dt>${name}</dt>
                <dd>${fact}</dd>
              </div>`
          )}
        </dl>
        <p>${text.notReportedMeans}</p>
        <p>${text.perHeadMeans(area.populationYear ? String(area.populationYear) : '')}</p>
      </details>`;
  }

  #sourceOf({ source }: Provenance): string {
    return (this.localize.language === 'en' && source.nameEn) || source.nameTh;
  }

  #importedAt({ importedAt }: Provenance): string {
    return importedAt ? this.localize.dateTime(importedAt) : '';
  }

  #sayOrigin(provenance: Provenance): string {
    const { text } = this.localize;
    const importedAt = this.#importedAt(provenance);
    return [
      `${text.sourceOf}: ${this.#sourceOf(provenance)}`,
      ...(importedAt ? [text.asOf(importedAt)] : []),
    ].join(' · ');
  }

  async #load(name: ViewName): Promise<void> {
    if (this.#asked.has(name)) return;
    this.#asked.add(name);
    this.#failed = undefined;
    try {
      this.#views[name] = await load[name](this);
    } catch {
      this.#asked.delete(name);
      this.#failed = new ServiceError('offline', name);
    }
    this.host.requestUpdate();
  }

  #open(name: ViewName, model: FiscalModel): void {
    this.#failed = undefined;
    model.show(name);
  }

  #press(event: KeyboardEvent, names: readonly ViewName[], model: FiscalModel): void {
    const at = names.indexOf(model.link.view);
    const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: -1 }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    const name = names.at(to % names.length)!;
    this.#open(name, model);
    this.host.renderRoot.querySelector<HTMLElement>(`#tab-${name}`)?.focus();
  }

  async #copyLink(link: FiscalLink): Promise<void> {
    const address = location.href.split('#')[0] + writeLink(link);
    this.#isCopied = await copyText(address, this.host);
    this.host.requestUpdate();
  }

  async #print(): Promise<void> {
    const { printItem } = await import('../../internal/item/print-item.js');
    printItem(this.host);
  }

  async #download(view: FiscalView, { figures: { item, provenance }, link }: FiscalModel) {
    const { text } = this.localize;
    const { savePicture } = await import('./paint-sheet.js');
    const picture = view.picture();
    if (!picture) return;
    const { language } = this.localize;
    await savePicture(this.host, picture, {
      area: (language === 'en' && item.area.nameEn) || item.area.nameTh,
      year: text.fiscalYear(String(item.fiscalYear)),
      origin: this.#sayOrigin(provenance),
      sample: provenance.sample ? text.sample : '',
      name: `fiscal-${link.area.code || 'country'}-${item.fiscalYear}-${link.view}.png`,
    });
  }
}
