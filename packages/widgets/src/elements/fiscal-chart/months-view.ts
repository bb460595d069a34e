import type { FiscalMonthFigures } from '@km-laas/contract';
import { html, nothing, svg, type ReactiveController, type TemplateResult } from 'lit';
import { ServiceError } from '../../client/service-error.js';
import { conform, type Shape } from '../../client/shape.js';
import { renderFailure } from '../../internal/render-states.js';
import type * as Drawing from './draw-lines.js';
import { markOf, nameMonth, sayAmount, sideNames, writeAmount, type SideName } from './figures.js';
import type { FiscalModel, FiscalView, ViewContext } from './fiscal-views.js';
import { readLook, type Look } from './look.js';
import type { Picture } from './paint-sheet.js';
import { renderTable, type Row } from './render-table.js';
import { TableToggle } from './table-toggle.js';

/** Size of a printed chart in CSS pixels: as wide as the text on A4, and leaving room for its table. */
const paper = { width: 680, height: 230 };

/** Revenue and expenditure from October on, month by month, with the year before behind them. */
export class MonthsView implements FiscalView, ReactiveController {
  readonly #context: ViewContext;
  readonly #toggle: TableToggle;
  readonly #forced = matchMedia('(forced-colors: active)');
  readonly #dark = matchMedia('(prefers-color-scheme: dark)');
  readonly #resize = new ResizeObserver(() => this.#draw());
  #drawing: typeof Drawing | undefined;
  #failed: ServiceError | undefined;
  #canvas: HTMLCanvasElement | null = null;
  #plot: Drawing.Plot | undefined;
  #drawn = '';
  #isOnPaper = false;
  /** The month the reader points at. */
  #month = 0;

  constructor(context: ViewContext) {
    this.#context = context;
    this.#toggle = new TableToggle(context);
    void this.#load();
    context.host.addController(this);
  }

  hostConnected(): void {
    for (const query of [this.#forced, this.#dark]) query.addEventListener('change', this.#draw);
    window.addEventListener('beforeprint', this.#drawForPaper);
    window.addEventListener('afterprint', this.#drawForScreen);
    if (this.#canvas) this.#resize.observe(this.#canvas.parentElement!);
  }

  hostDisconnected(): void {
    for (const query of [this.#forced, this.#dark]) query.removeEventListener('change', this.#draw);
    window.removeEventListener('beforeprint', this.#drawForPaper);
    window.removeEventListener('afterprint', this.#drawForScreen);
    this.#resize.disconnect();
  }

  hostUpdated(): void {
    const canvas = this.#context.host.renderRoot.querySelector('canvas');
    if (canvas !== this.#canvas) {
      this.#canvas = canvas;
      this.#drawn = '';
      this.#resize.disconnect();
      if (canvas) this.#resize.observe(canvas.parentElement!);
    }
    this.#draw();
  }

  render(model: FiscalModel): TemplateResult {
    const { text, language } = this.#context.localize;
    const { item } = model.figures;
    const month = this.#month || item.throughMonth || 1;
    return html`<p class="title">${text.monthsTitle}</p>
      <ul class="legend" role="list">
        ${[false, true].map((isLastYear) =>
          sideNames.map(
            (side) =>
              html`<li class=${side}>
                ${renderSample(side, isLastYear)}
                ${(isLastYear ? text.lastYear : text.toDate)(text[side])}
              </li>`
          )
        )}
      </ul>
      ${
        this.#failed
          ? renderFailure(
              this.#failed,
              { retry: () => this.#load(), pending: false },
              this.#context.localize
            )
          : nothing
      }
      <div class="chart" part="chart">
        <div role="img" aria-label=${this.#describe(model)}><canvas></canvas></div>
        <div
          class="cursor no-print"
          role="slider"
          tabindex="0"
          aria-label=${text.chooseMonth}
          aria-valuemin="1"
          aria-valuemax="12"
          aria-valuenow=${month}
          aria-valuetext=${this.#sayMonth(model, month)}
          @keydown=${(event: KeyboardEvent) => this.#press(event, month)}
          @pointerdown=${this.#point}
          @pointermove=${this.#point}
        >
          <svg aria-hidden="true">${svg`<line />`}</svg>
        </div>
      </div>
      <dl class="readout no-print" aria-hidden="true">
        <dt>${nameMonth(month, language, item.fiscalYear)}</dt>
        ${this.#partsOf(model, month).map(
          ({ side, current, before }) =>
            html`<dd class=${side}>
              <svg class="mark" viewBox="0 0 16 16"><path d=${markOf[side]} /></svg>
              ${text.toDate(text[side])} <strong>${current}</strong>
              ${before && html`<span class="quiet">${text.before(before)}</span>`}
            </dd>`
        )}
      </dl>
      ${this.#toggle.render(() => this.#renderTable(model))}`;
  }

  picture(): Picture | undefined {
    const { text } = this.#context.localize;
    const { model } = this.#context;
    const drawing = this.#drawing;
    if (!model || !drawing) return undefined;
    return {
      title: text.monthsTitle,
      sentence: this.#describe(model),
      height: 460,
      legend: [false, true].flatMap((isLastYear) =>
        sideNames.map((side) => ({
          side,
          isLastYear,
          label: (isLastYear ? text.lastYear : text.toDate)(text[side]),
        }))
      ),
      paint: (target, look, box, ratio) =>
        void drawing.drawLines(target, this.#chartOf(model), look, box, ratio),
    };
  }

  table({ link, figures }: FiscalModel) {
    const { level, code } = link.area;
    const query = { level, code, fiscalYear: figures.item.fiscalYear };
    return ['/fiscal/overview.csv', query] as const;
  }

  async #load(): Promise<void> {
    this.#failed = undefined;
    try {
      this.#drawing = await import('./draw-lines.js');
    } catch {
      this.#failed = new ServiceError('offline', 'chart');
    }
    this.#context.host.requestUpdate();
  }

  #describe(model: FiscalModel): string {
    const { text, language } = this.#context.localize;
    const { throughMonth, fiscalYear } = model.figures.item;
    const last = throughMonth ? monthsOf(model)[throughMonth - 1] : undefined;
    if (!throughMonth || !last) return text.notReported;
    const say = (value: number | null) => this.#say(model, value);
    const before = last.lastYearRevenueToDate !== null || last.lastYearExpenditureToDate !== null;
    return (
      text.monthsSentence(
        nameMonth(throughMonth, language, fiscalYear, 'long'),
        say(last.revenueToDate),
        say(last.expenditureToDate)
      ) +
      (before
        ? text.monthsLastYear(say(last.lastYearRevenueToDate), say(last.lastYearExpenditureToDate))
        : '')
    );
  }

  #sayMonth(model: FiscalModel, month: number): string {
    const { text, language } = this.#context.localize;
    const parts = this.#partsOf(model, month).map(
      ({ side, current, before }) =>
        `${text.toDate(text[side])} ${current}${before && ` ${text.before(before)}`}`
    );
    return [nameMonth(month, language, model.figures.item.fiscalYear, 'long'), ...parts].join(', ');
  }

  /** What a month says of each side, in words. */
  #partsOf(model: FiscalModel, month: number) {
    const figures = monthsOf(model)[month - 1];
    return sideNames.map((side) => {
      const { current, before } = figures ? toDate(figures, side) : { current: null, before: null };
      return {
        side,
        current: this.#say(model, current),
        before: before === null ? '' : this.#say(model, before),
      };
    });
  }

  #say({ heads = 1 }: FiscalModel, value: number | null): string {
    const { text, language } = this.#context.localize;
    return value === null ? text.notReported : sayAmount(value / heads, language);
  }

  #chartOf(model: FiscalModel): Drawing.LineChart {
    const { heads } = model;
    const months = monthsOf(model);
    const { localize } = this.#context;
    const { text, language } = localize;
    const lines = [true, false].flatMap((isLastYear) =>
      sideNames.map((side) => ({
        side,
        isLastYear,
        values: months.map((figures) => {
          const value = figures && toDate(figures, side)[isLastYear ? 'before' : 'current'];
          return typeof value === 'number' ? value / (heads ?? 1) : null;
        }),
      }))
    );
    const most = Math.max(...lines.flatMap(({ values }) => values.map((value) => value ?? 0)));
    const isMillion = most >= 1e6;
    const axis = heads !== 1 && heads ? text.axis.head : text.axis[isMillion ? 'million' : 'baht'];
    return {
      labels: Array(12)
        .fill(0)
        .map((_, index) => nameMonth(index + 1, language)),
      lines,
      unit: axis,
      writeTick: (value) => localize.number(isMillion ? value / 1e6 : value),
    };
  }

  readonly #draw = () => {
    const canvas = this.#canvas;
    const width = canvas?.parentElement?.clientWidth;
    // Paper has another size and is never dark: the browser tells of both as if the screen changed.
    if (!canvas || !width || this.#isOnPaper) return;
    const height = canvas.parentElement!.clientHeight;
    this.#drawOn(canvas, readLook(this.#context.host), { width, height }, window.devicePixelRatio);
    this.#placeCursor();
  };

  readonly #drawForScreen = () => {
    this.#isOnPaper = false;
    this.#draw();
  };

  readonly #drawForPaper = () => {
    this.#isOnPaper = true;
    // Ink on white, fine enough for a printer, before the browser takes its picture of the page.
    if (this.#canvas) {
      this.#drawOn(this.#canvas, readLook(this.#context.host, true), paper, 3);
    }
  };

  #drawOn(
    canvas: HTMLCanvasElement,
    look: Look,
    { width, height }: { width: number; height: number },
    ratio: number
  ): void {
    const { model } = this.#context;
    const context = canvas.getContext('2d');
    if (!model || !this.#drawing || !context) return;
    const chart = this.#chartOf(model);
    const key = JSON.stringify([chart, look, width, height, ratio]);
    if (key === this.#drawn) return;
    this.#drawn = key;
    canvas.width = Math.round(width * ratio);
    canvas.height = Math.round(height * ratio);
    context.scale(ratio, ratio);
    this.#plot = this.#drawing.drawLines(
      context,
      chart,
      look,
      { x: 0, y: 0, width, height },
      ratio
    );
  }

  /** Puts the line where the reader points. */
  #placeCursor(): void {
    const line = this.#canvas?.closest('.chart')?.querySelector('line');
    const month = this.#month || this.#context.model?.figures.item.throughMonth;
    const x = month && this.#plot?.xs[month - 1];
    if (!line || !x) return;
    for (const name of ['x1', 'x2']) line.setAttribute(name, String(x));
    line.setAttribute('y1', String(this.#plot!.top));
    line.setAttribute('y2', String(this.#plot!.bottom));
  }

  #press(event: KeyboardEvent, month: number): void {
    const to = {
      ...{ ArrowRight: month + 1, ArrowUp: month + 1, ArrowLeft: month - 1, ArrowDown: month - 1 },
      ...{ Home: 1, End: 12, PageUp: month + 3, PageDown: month - 3 },
    }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    this.#choose(Math.min(Math.max(to, 1), 12));
  }

  readonly #point = (event: PointerEvent) => {
    const xs = this.#plot?.xs;
    if (!xs) return;
    const { left } = (event.currentTarget as Element).getBoundingClientRect();
    const gaps = xs.map((x) => Math.abs(event.clientX - left - x));
    this.#choose(gaps.indexOf(Math.min(...gaps)) + 1);
  };

  #choose(month: number): void {
    if (month === this.#month) return;
    this.#month = month;
    this.#context.host.requestUpdate();
  }

  #renderTable(model: FiscalModel): TemplateResult {
    const { text, language } = this.#context.localize;
    const { item } = model.figures;
    const { heads = 1 } = model;
    const write = (value: number | null) =>
      value === null ? text.notReported : writeAmount(value / heads);
    const isOne = item.area.level === 'authority';
    const rows = monthsOf(model).map((figures, index): Row => {
      const heading = nameMonth(index + 1, language, item.fiscalYear);
      if (!figures)
        return { heading, cells: [{ content: text.notReported, span: 6, kind: 'none' }] };
      const { revenue, expenditure, revenueToDate, expenditureToDate } = figures;
      const own = [revenue, expenditure, revenueToDate, expenditureToDate];
      return {
        heading,
        cells: [
          ...(own.every((value) => value === null)
            ? [{ content: text.notReported, span: 4, kind: 'none' } as const]
            : own.map(write)),
          write(figures.lastYearRevenueToDate),
          write(figures.lastYearExpenditureToDate),
          ...(isOne ? [] : [this.#context.localize.number(figures.reported)]),
        ],
      };
    });
    return renderTable(
      `${text.monthsTitle} (${heads === 1 ? text.inBaht : text.inBahtAHead})`,
      [
        text.month,
        ...[text.inMonth, text.toDate, text.lastYear].flatMap((say) =>
          sideNames.map((side) => say(text[side]))
        ),
        ...(isOne ? [] : [text.reportedBy]),
      ],
      rows
    );
  }
}

const monthShape: Shape<FiscalMonthFigures> = {
  fiscalMonth: 'number',
  revenue: 'number?',
  expenditure: 'number?',
  revenueToDate: 'number?',
  expenditureToDate: 'number?',
  lastYearRevenueToDate: 'number?',
  lastYearExpenditureToDate: 'number?',
  reported: 'number',
};

/** The months in their order; undefined for one the answer lacks. */
function monthsOf({ figures }: FiscalModel): (FiscalMonthFigures | undefined)[] {
  const sound = figures.item.months.map((month) => conform<FiscalMonthFigures>(month, monthShape));
  return Array(12)
    .fill(0)
    .map((_, index) => sound.find((month) => month?.fiscalMonth === index + 1));
}

function toDate(figures: FiscalMonthFigures, side: SideName) {
  return side === 'revenue'
    ? { current: figures.revenueToDate, before: figures.lastYearRevenueToDate }
    : { current: figures.expenditureToDate, before: figures.lastYearExpenditureToDate };
}

/** A piece of a line with its point. */
function renderSample(side: SideName, isLastYear: boolean): TemplateResult {
  return html`<svg
    class="line ${isLastYear ? 'before' : ''}"
    viewBox="0 0 40 16"
    aria-hidden="true"
  >
    <line x1="0" y1="8" x2="40" y2="8" />
    <path
      transform=${isLastYear ? 'translate(16 4) scale(.5)' : 'translate(14 2) scale(.75)'}
      d=${markOf[side]}
    />
  </svg>`;
}
