import type { FiscalMap } from '@km-laas/contract';
import { html, nothing, svg, type TemplateResult } from 'lit';
import type { Figures } from '../../client/figures.js';
import { getFiscalMap } from '../../client/services/fiscal-map.js';
import { ResourceController } from '../../controllers/resource-controller.js';
import { renderFailure, renderSkeleton } from '../../internal/render-states.js';
import { classLimits, classOf } from './classes.js';
import { sayAmount, sideNames, writeAmount } from './figures.js';
import type { FiscalModel, FiscalView, ViewContext } from './fiscal-views.js';
import type { Picture } from './paint-sheet.js';
import { renderChoice } from './render-choice.js';
import { renderTable } from './render-table.js';
import { readProvincePaths } from './province-paths.js';
import { mapSize } from './thailand.js';

type Province = FiscalMap['provinces'][number];

/** Depth of colour of a class, from the lowest; colour itself plays no part. */
const shades = [0.14, 0.33, 0.52, 0.73, 0.95] as const;

/** The provinces by what came in or went out, as a map and as a table. */
export class MapView implements FiscalView {
  readonly #context: ViewContext;
  readonly #map: ResourceController<Figures<FiscalMap>, [string, number]>;
  readonly #paths = readProvincePaths();
  /** Code of the province the reader looks at. */
  #chosen = '';

  constructor(context: ViewContext) {
    this.#context = context;
    this.#map = new ResourceController(context.host, {
      args: () => {
        const { link, figures } = context.model ?? {};
        return link?.view === 'map' && figures
          ? [context.host.apiAddress, figures.item.fiscalYear]
          : null;
      },
      load: ([api, fiscalYear], options) => getFiscalMap({ fiscalYear }, { api, ...options }),
    });
  }

  render(model: FiscalModel): TemplateResult {
    const { localize, side, host } = this.#context;
    const { text } = localize;
    const { value, error } = this.#map;
    return html`<div class="toolbar">
        ${renderChoice(
          text.side,
          side,
          sideNames.map((name) => [name, text[name]] as const),
          (name) => {
            this.#context.side = name;
            host.requestUpdate();
          }
        )}
      </div>
      ${error ? renderFailure(error, this.#map, localize) : nothing}
      ${
        value
          ? this.#renderMap(value.item.provinces, model)
          : error
            ? nothing
            : renderSkeleton(1, localize)
      }`;
  }

  picture(): Picture | undefined {
    const { model, localize, side } = this.#context;
    const item = this.#map.value?.item;
    if (!item || !model) return undefined;
    const limits = this.#limitsOf(item.provinces, model);
    return {
      title: this.#titleOf(model),
      sentence: '',
      height: 1080,
      legend: [],
      paint: (target, look, { x, y, width, height }) => {
        const scale = Math.min(width / mapSize[0], (height - 40) / mapSize[1]);
        target.save();
        target.translate(x + (width - mapSize[0] * scale) / 2, y);
        target.scale(scale, scale);
        target.lineWidth = 0.7;
        target.strokeStyle = look.ink;
        for (const province of item.provinces) {
          const outline = new Path2D(this.#paths.get(province.province.code));
          const amount = this.#measure(province, model);
          target.fillStyle = amount === null ? look.paper : look[side];
          target.globalAlpha = amount === null ? 1 : shades[classOf(amount, limits)]!;
          target.fill(outline);
          target.globalAlpha = 1;
          target.stroke(outline);
        }
        target.fillStyle = look.paper;
        target.fill(new Path2D(this.#paths.get('lake')));
        target.restore();
        // The south leaves the lower right free.
        const classes = [...this.#sayClasses(limits), localize.text.noData];
        classes.forEach((words, index) => {
          const top = y + height - (classes.length - index + 2) * 30;
          const left = x + width * 0.62;
          target.globalAlpha = shades[index < classes.length - 1 ? index : 0]!;
          target.fillStyle = index < classes.length - 1 ? look[side] : look.paper;
          target.fillRect(left, top, 20, 20);
          target.globalAlpha = 1;
          target.lineWidth = 1;
          target.strokeRect(left, top, 20, 20);
          target.fillStyle = look.ink;
          target.fillText(words, left + 32, top - 2);
        });
        target.fillStyle = look.quiet;
        target.fillText(
          `${localize.text.mapCredit} ${localize.text.mapLicence} (${localize.text.mapChanged})`,
          x,
          y + height - 24
        );
      },
    };
  }

  table({ figures }: FiscalModel) {
    return ['/fiscal/map.csv', { fiscalYear: figures.item.fiscalYear }] as const;
  }

  #renderMap(provinces: readonly Province[], model: FiscalModel): TemplateResult {
    const { text, language } = this.#context.localize;
    const own = ownProvince(model);
    const limits = this.#limitsOf(provinces, model);
    const chosen = provinces.find(({ province }) => province.code === (this.#chosen || own));
    return html`<p class="title">${this.#titleOf(model)}</p>
      <div class="atlas">
        <div>
          <svg
            class="map ${this.#context.side}"
            part="map"
            role="listbox"
            aria-label=${text.mapHint}
            viewBox="0 0 ${mapSize[0]} ${mapSize[1]}"
            @keydown=${this.#press}
          >
            ${provinces.map((province, index) => {
              const { code } = province.province;
              const amount = this.#measure(province, model);
              const isChosen = chosen ? province === chosen : false;
              return svg`<path
                d=${this.#paths.get(code) ?? ''}
                role="option"
                data-code=${code}
                class=${amount === null ? 'none' : code === own ? 'own' : ''}
                fill-opacity=${amount === null ? nothing : shades[classOf(amount, limits)]!}
                aria-selected=${isChosen}
                aria-label=${`${this.#nameOf(province)} ${this.#sayMeasure(province, model)}`}
                tabindex=${isChosen || (!chosen && !index) ? 0 : -1}
                @click=${() => this.#choose(code)}
                @focus=${() => this.#choose(code)}
              ></path>`;
            })}
            <path
              class="lake"
              d=${this.#paths.get('lake')}
              aria-hidden="true"
              role="presentation"
            />
          </svg>
          <ul class="legend" role="list">
            ${this.#sayClasses(limits).map(
              (words, index) =>
                html`<li class=${this.#context.side}>
                  <svg class="swatch" viewBox="0 0 16 16" aria-hidden="true">
                    <rect width="16" height="16" fill-opacity=${shades[index]!} />
                  </svg>
                  ${words}
                </li>`
            )}
            <li>
              <svg class="swatch" viewBox="0 0 16 16" aria-hidden="true">
                <rect class="none" x="1" y="1" width="14" height="14" />
              </svg>
              ${text.noData}
            </li>
          </ul>
          <p class="quiet credit">
            <a href="https://mapsvg.com/maps/thailand" rel="noopener">${text.mapCredit}</a>,
            <a href="https://creativecommons.org/licenses/by/4.0/" rel="noopener license">
              ${text.mapLicence}</a
            >
            (${text.mapChanged})
          </p>
        </div>
        <div>
          <div class="chosen">
            ${
              chosen
                ? html`<strong>${this.#nameOf(chosen)}</strong>
                    <p>
                      ${sideNames.map((side) => {
                        const amount = pick(chosen, side, perHead(model));
                        return html`<span
                          >${text[side]}
                          ${
                            amount === null ? text.notReported : sayAmount(amount, language)
                          }${perHead(model) && amount !== null ? text.aHead : nothing}</span
                        >`;
                      })}
                    </p>
                    <p class="quiet">
                      ${text.mapReported(
                        this.#context.localize.number(chosen.reported),
                        this.#context.localize.number(chosen.authorities)
                      )}
                    </p>`
                : html`<p class="quiet">${text.chooseProvince}</p>`
            }
          </div>
          <div class="scroll" role="region" tabindex="0" aria-label=${text.provinces}>
            ${renderTable(
              `${text.provinces} (${perHead(model) ? text.inBahtAHead : text.inBaht})`,
              [text.province, text.revenue, text.expenditure, text.reportedBy],
              this.#sort(provinces, model).map((province) => ({
                kind: province === chosen ? 'chosen-row' : '',
                heading: this.#nameOf(province),
                cells: [
                  ...sideNames.map((side) => {
                    const amount = pick(province, side, perHead(model));
                    return amount === null ? text.notReported : writeAmount(amount);
                  }),
                  `${this.#context.localize.number(province.reported)}/${this.#context.localize.number(province.authorities)}`,
                ],
              }))
            )}
          </div>
        </div>
      </div>`;
  }

  #titleOf(model: FiscalModel): string {
    const { localize, side } = this.#context;
    const { text } = localize;
    return text.mapTitle(text[side] + (perHead(model) ? text.aHead : ''));
  }

  #nameOf({ province }: Province): string {
    return (this.#context.localize.language === 'en' && province.nameEn) || province.nameTh;
  }

  #measure(province: Province, model: FiscalModel): number | null {
    return pick(province, this.#context.side, perHead(model));
  }

  #sayMeasure(province: Province, model: FiscalModel): string {
    const { text, language } = this.#context.localize;
    const amount = this.#measure(province, model);
    if (amount === null) return text.notReported;
    return sayAmount(amount, language) + (perHead(model) ? text.aHead : '');
  }

  /** Highest first; who has not reported stands last. */
  #sort(provinces: readonly Province[], model: FiscalModel): Province[] {
    const key = (province: Province) => this.#measure(province, model) ?? -Infinity;
    return [...provinces].sort((a, b) => key(b) - key(a));
  }

  #limitsOf(provinces: readonly Province[], model: FiscalModel): number[] {
    return classLimits(
      provinces
        .map((province) => this.#measure(province, model))
        .filter((amount) => amount !== null)
    );
  }

  #sayClasses(limits: readonly number[]): string[] {
    const { localize, model } = this.#context;
    const { text } = localize;
    const isMillion = !model?.link.perHead;
    const say = (limit: number) =>
      `${localize.number(isMillion ? limit / 1e6 : limit)}\u00a0${text.axis[isMillion ? 'million' : 'baht']}`;
    if (!limits.length) return [];
    return [
      text.under(say(limits[0]!)),
      ...limits.slice(1).map((limit, index) => text.from(say(limits[index]!), say(limit))),
      text.atLeast(say(limits.at(-1)!)),
    ];
  }

  #choose(code: string): void {
    if (code === this.#chosen) return;
    this.#chosen = code;
    this.#context.host.requestUpdate();
  }

  /** Moves to the nearest province in the direction of the arrow. */
  readonly #press = (event: KeyboardEvent) => {
    const direction = {
      ...{ ArrowRight: [1, 0], ArrowLeft: [-1, 0], ArrowDown: [0, 1], ArrowUp: [0, -1] },
    }[event.key];
    const from = event.target as SVGPathElement;
    if (!direction || !(from instanceof SVGPathElement)) return;
    event.preventDefault();
    const [x, y] = middleOf(from);
    const ahead = [...from.parentElement!.querySelectorAll<SVGPathElement>('[data-code]')]
      .map((path) => {
        const [toX, toY] = middleOf(path);
        const along = (toX - x) * direction[0]! + (toY - y) * direction[1]!;
        const across = Math.abs((toX - x) * direction[1]!) + Math.abs((toY - y) * direction[0]!);
        // Going astray weighs more than going far.
        return { path, isAhead: along > across, along, cost: along + 2 * across };
      })
      .filter(({ path, along }) => path !== from && along > 1)
      .sort((one, other) => one.cost - other.cost);
    (ahead.find(({ isAhead }) => isAhead) ?? ahead[0])?.path.focus();
  };
}

const perHead = ({ link }: FiscalModel) => link.perHead;

/** Code of the province the figures are of, or in. */
function ownProvince({ link, figures }: FiscalModel): string {
  if (link.area.level === 'province') return link.area.code;
  return figures.item.area.authority?.provinceCode ?? '';
}

function pick(province: Province, side: 'revenue' | 'expenditure', isPerHead: boolean) {
  return province[isPerHead ? (`${side}PerHead` as const) : side];
}

function middleOf(path: SVGPathElement): readonly [number, number] {
  const { x, y, width, height } = path.getBBox();
  return [x + width / 2, y + height / 2];
}
