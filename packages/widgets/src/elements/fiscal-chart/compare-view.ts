import type { FiscalComparison, FiscalMeasure, PeerGroup } from '@km-laas/contract';
import { html, nothing, type TemplateResult } from 'lit';
import type { Figures } from '../../client/figures.js';
import { getFiscalComparison } from '../../client/services/fiscal-comparison.js';
import { ResourceController } from '../../controllers/resource-controller.js';
import { renderHeading } from '../../internal/render-heading.js';
import { renderFailure, renderSkeleton } from '../../internal/render-states.js';
import { sayAmount, writeAmount, writeShare } from './figures.js';
import type { FiscalModel, FiscalView, ViewContext } from './fiscal-views.js';
import { paintStrips, type Picture } from './paint-sheet.js';
import { renderChoice } from './render-choice.js';
import { renderTable, type Row } from './render-table.js';
import { TableToggle } from './table-toggle.js';

const groupNames = ['province', 'region', 'country', 'similar'] as const;

/** Shares and rates, which are no baht. */
const isShare = (measure: FiscalMeasure) => /Share|Rate/.test(measure);

/** A strip: where the middle half of the peers lies, their median, and the own value, 0 to 1. */
export interface Strip {
  label: string;
  value: string;
  own: number;
  q1: number;
  median: number;
  q3: number;
}

/** An authority beside the quartiles of others of its kind, and the ten that are most alike. */
export class CompareView implements FiscalView {
  readonly #context: ViewContext;
  readonly #toggle: TableToggle;
  readonly #comparison: ResourceController<Figures<FiscalComparison>, [string, string, number]>;
  /** Chosen by the reader; else the nearest with enough members. */
  #chosen: PeerGroup['group'] | undefined;

  constructor(context: ViewContext) {
    this.#context = context;
    this.#toggle = new TableToggle(context);
    this.#comparison = new ResourceController(context.host, {
      args: () => {
        const { link, figures } = context.model ?? {};
        return link?.view === 'compare' && figures
          ? [context.host.apiAddress, link.area.code, figures.item.fiscalYear]
          : null;
      },
      load: ([api, authority, fiscalYear], options) =>
        getFiscalComparison({ authority, fiscalYear }, { api, ...options }),
    });
  }

  render(): TemplateResult {
    const { localize, host } = this.#context;
    const { text } = localize;
    const { value, error } = this.#comparison;
    return html`${error ? renderFailure(error, this.#comparison, localize) : nothing}
    ${value ? this.#renderComparison(value.item) : error ? nothing : renderSkeleton(3, localize)}
    ${value?.item.similar.length ? this.#renderSimilar(value.item, host.outlineLevel(1)) : nothing}
    ${value && !value.item.measures.length ? html`<p>${text.noPeers}</p>` : nothing}`;
  }

  picture(): Picture | undefined {
    const { text } = this.#context.localize;
    const item = this.#comparison.value?.item;
    if (!item) return undefined;
    const strips = this.#stripsOf(item);
    return {
      title: `${text.compareTitle}: ${text.groups[this.#group]}`,
      sentence: this.#sayHint(item),
      height: strips.length * 64,
      legend: [],
      paint: (target, look, box) => paintStrips(target, look, box, strips),
    };
  }

  table({ link, figures }: FiscalModel) {
    const query = { authority: link.area.code, fiscalYear: figures.item.fiscalYear };
    return ['/fiscal/compare.csv', query] as const;
  }

  #renderComparison(item: FiscalComparison): TemplateResult {
    const { text } = this.#context.localize;
    const offered = groupNames.filter((name) =>
      item.measures.some(({ groups }) => groups.some(({ group }) => group === name))
    );
    return html`<div class="toolbar">
        ${renderChoice(
          text.group,
          this.#group,
          offered.map((name) => [name, text.groups[name]] as const),
          (name) => {
            this.#chosen = name;
            this.#context.host.requestUpdate();
          }
        )}
      </div>
      <p class="quiet">${this.#sayHint(item)}</p>
      <ul class="strips" role="list">
        ${item.measures.map((one) => this.#renderMeasure(one))}
      </ul>
      ${this.#toggle.render(() => this.#renderTable(item))}`;
  }

  #renderMeasure({ measure, value, groups }: FiscalComparison['measures'][number]) {
    const { localize } = this.#context;
    const { text } = localize;
    const peers = groups.find(({ group }) => group === this.#group);
    const say = (amount: number) => this.#say(measure, amount);
    const strip = peers && place(value, peers);
    return html`<li>
      <span class="measure">${text.measures[measure] ?? measure}</span>
      <strong>${value === null ? text.notReported : say(value)}</strong>
      ${
        strip && value !== null && peers
          ? html`<svg
                class="strip"
                role="img"
                aria-label=${text.strip(say(value), say(peers.q1!), say(peers.median!), say(peers.q3!))}
                width="100%"
                height="2em"
              >
                <line class="scale" x1="0" x2="100%" y1="50%" y2="50%" />
                <rect
                  x="${strip.q1 * 100}%"
                  width="${(strip.q3 - strip.q1) * 100}%"
                  y="25%"
                  height="50%"
                />
                <line
                  class="median"
                  x1="${strip.median * 100}%"
                  x2="${strip.median * 100}%"
                  y1="12%"
                  y2="88%"
                />
                <circle cx="${strip.own * 100}%" cy="50%" r="7" />
              </svg>
              <span class="quiet">
                ${text.median}
                ${say(peers.median!)}${
                  peers.rank === null
                    ? nothing
                    : ` · ${text.ranked(localize.number(peers.rank), localize.number(peers.count))}`
                }
              </span>`
          : html`<span class="quiet">${text.noPeers}</span>`
      }
    </li>`;
  }

  #renderTable(item: FiscalComparison): TemplateResult {
    const { localize } = this.#context;
    const { text } = localize;
    return renderTable(
      `${text.compareTitle}: ${text.groups[this.#group]}`,
      [text.measure, text.own, text.q1, text.median, text.q3, text.rank],
      item.measures.map(({ measure, value, groups }): Row => {
        const peers = groups.find(({ group }) => group === this.#group);
        const write = (amount: number | null | undefined) =>
          typeof amount !== 'number'
            ? text.noData
            : isShare(measure)
              ? writeShare(amount)
              : writeAmount(amount);
        return {
          heading: text.measures[measure] ?? measure,
          cells: [
            value === null ? text.notReported : write(value),
            write(peers?.q1),
            write(peers?.median),
            write(peers?.q3),
            typeof peers?.rank === 'number'
              ? text.rankOf(localize.number(peers.rank), localize.number(peers.count))
              : '–',
          ],
        };
      })
    );
  }

  #renderSimilar(item: FiscalComparison, level: number): TemplateResult {
    const { localize } = this.#context;
    const { text } = localize;
    return html`<div class="similar">
      ${renderHeading(level, text.similarTitle)}
      <p class="quiet">${text.similarHint}</p>
      ${renderTable(
        text.inBaht,
        [text.authority, text.score, text.because, text.population, text.revenue, text.expenditure],
        item.similar.map(({ authority, score, likeness, population, revenue, expenditure }) => ({
          heading: html`<span lang="th"
            >${authority.name} <span class="quiet">จ.${authority.province}</span></span
          >`,
          cells: [
            writeShare(score),
            {
              kind: 'words',
              content: (['population', 'revenue', 'place'] as const)
                .map((part) => {
                  const like = likeness[part];
                  return `${text.likeness[part]} ${like === null ? text.noData : writeShare(like)}`;
                })
                .join(', '),
            },
            population === null ? text.noData : localize.number(population),
            writeAmount(revenue),
            writeAmount(expenditure),
          ],
        }))
      )}
    </div>`;
  }

  #stripsOf(item: FiscalComparison): Strip[] {
    const { text } = this.#context.localize;
    return item.measures.flatMap(({ measure, value, groups }) => {
      const peers = groups.find(({ group }) => group === this.#group);
      const strip = peers && place(value, peers);
      return strip && value !== null
        ? [{ label: text.measures[measure] ?? measure, value: this.#say(measure, value), ...strip }]
        : [];
    });
  }

  get #group(): PeerGroup['group'] {
    const groups = this.#comparison.value?.item.measures[0]?.groups ?? [];
    return (
      this.#chosen ??
      // Quartiles of fewer than five say little.
      groups.find(({ count }) => count >= 5)?.group ??
      groups.at(-1)?.group ??
      'country'
    );
  }

  #say(measure: FiscalMeasure, amount: number): string {
    const { language } = this.#context.localize;
    return isShare(measure) ? writeShare(amount) : sayAmount(amount, language);
  }

  #sayHint(item: FiscalComparison): string {
    const { localize } = this.#context;
    const peers = item.measures[0]?.groups.find(({ group }) => group === this.#group);
    if (!peers) return '';
    const place = (localize.language === 'en' && peers.nameEn) || peers.nameTh;
    return localize.text.stripHint(localize.number(peers.count), place);
  }
}

/** Puts an own value and its peers on a scale of 0 to 1; undefined where there is nothing to place. */
function place(value: number | null, { q1, median, q3 }: PeerGroup) {
  if (value === null || q1 === null || median === null || q3 === null) return undefined;
  const least = Math.min(value, q1);
  const most = Math.max(value, q3);
  // Room for the mark at either end, and a scale even where all are equal.
  const margin = (most - least || Math.abs(most) || 1) * 0.15;
  const scale = (amount: number) => (amount - least + margin) / (most - least + 2 * margin);
  return { own: scale(value), q1: scale(q1), median: scale(median), q3: scale(q3) };
}
