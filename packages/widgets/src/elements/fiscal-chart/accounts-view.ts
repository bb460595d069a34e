import type { AccountAmount, FiscalSide } from '@km-laas/contract';
import { html, nothing, type TemplateResult } from 'lit';
import { accountShape } from '../../client/services/fiscal.js';
import { conform } from '../../client/shape.js';
import { chevronIcon } from '../../internal/icons.js';
import { sideNames, writeAmount, writeShare } from './figures.js';
import type { FiscalModel, FiscalView, ViewContext } from './fiscal-views.js';
import { paintBars, type Picture } from './paint-sheet.js';
import { renderChoice } from './render-choice.js';
import { renderTable, type Row } from './render-table.js';

/** What came from, or went to, each account; a reader opens a group to see what it is made of. */
export class AccountsView implements FiscalView {
  readonly #context: ViewContext;
  readonly #open = new Set<string>();

  constructor(context: ViewContext) {
    this.#context = context;
  }

  render(model: FiscalModel): TemplateResult {
    const { text } = this.#context.localize;
    const { side } = this.#context;
    const figures = model.figures.item[side];
    return html`<div class="toolbar">
        ${renderChoice(
          text.side,
          side,
          sideNames.map((name) => [name, text[name]] as const),
          (name) => {
            this.#context.side = name;
            this.#context.host.requestUpdate();
          }
        )}
      </div>
      ${
        figures
          ? html`<div class="accounts ${side}">${this.#renderTable(figures, model)}</div>`
          : html`<p>${text[side]}: ${text.notReported}</p>`
      }`;
  }

  picture(): Picture | undefined {
    const { localize, side } = this.#context;
    const { text, language } = localize;
    const { model } = this.#context;
    const figures = model?.figures.item[side];
    if (!model || !figures) return undefined;
    const rows = this.#rowsOf(figures);
    const most = mostOf(rows);
    return {
      title: text.accountsTitle(text[side]),
      sentence: '',
      height: rows.length * 44,
      legend: [],
      paint: (target, look, box) =>
        paintBars(
          target,
          look,
          box,
          rows.map(({ account, depth }) => ({
            depth,
            label: nameOf(account, language),
            value: `${writeAmount(account.amount / (model.heads ?? 1))} ${text.axis[perHead(model) ? 'head' : 'baht']}`,
            share: Math.max(account.amount, 0) / most,
            color: look[side],
          }))
        ),
    };
  }

  table({ link, figures }: FiscalModel) {
    const { level, code } = link.area;
    const query = { level, code, fiscalYear: figures.item.fiscalYear };
    return ['/fiscal/overview.csv', query] as const;
  }

  #renderTable(figures: FiscalSide, model: FiscalModel): TemplateResult {
    const { localize, side } = this.#context;
    const { text } = localize;
    const write = (value: number) => writeAmount(value / (model.heads ?? 1));
    const rows = this.#rowsOf(figures);
    const most = mostOf(rows);
    const total: Row = {
      kind: 'total',
      heading: text.sum,
      cells: [
        { content: nothing, kind: 'bare' },
        write(figures.total),
        figures.total > 0 ? writeShare(1) : '–',
        figures.lastYear === null ? text.notReported : write(figures.lastYear),
        this.#sayChange(figures.total, figures.lastYear),
      ],
    };
    return renderTable(
      `${text.accountsTitle(text[side])} (${perHead(model) ? text.inBahtAHead : text.inBaht})`,
      [text.account, text.bar, text.amount, text.share, text.lastYearAmount, text.change],
      [
        ...rows.map(({ account, depth, isOpen }): Row => {
          const { amount, share, lastYear, children } = account;
          return {
            kind: `depth-${Math.min(depth, 2)}`,
            heading: this.#renderName(account, children.length > 0, isOpen),
            cells: [
              { content: renderBar(Math.max(amount, 0) / most), kind: 'bare' },
              write(amount),
              share === null ? '–' : writeShare(share),
              lastYear === null ? text.notReported : write(lastYear),
              this.#sayChange(amount, lastYear),
            ],
          };
        }),
        total,
      ]
    );
  }

  #renderName(account: AccountAmount, hasMore: boolean, isOpen: boolean): TemplateResult {
    const { language } = this.#context.localize;
    const name = nameOf(account, language);
    if (!hasMore) return html`${name}`;
    return html`<button
      class="fold"
      type="button"
      part="account"
      aria-expanded=${isOpen}
      @click=${() => {
        if (!this.#open.delete(account.code)) this.#open.add(account.code);
        this.#context.host.requestUpdate();
      }}
    >
      ${chevronIcon}<span>${name}</span>
    </button>`;
  }

  #sayChange(amount: number, lastYear: number | null): string {
    if (lastYear === null || lastYear <= 0) return '–';
    const change = amount / lastYear - 1;
    return `${change > 0 ? '+' : ''}${writeShare(change)}`;
  }

  /** The accounts to be seen: the groups, and what is in those that are open. */
  #rowsOf(figures: FiscalSide) {
    const visit = (
      accounts: readonly AccountAmount[],
      depth: number
    ): { account: AccountAmount; depth: number; isOpen: boolean }[] =>
      [...accounts]
        .sort((a, b) => b.amount - a.amount)
        .flatMap((given) => {
          const children = given.children
            .map((child) => conform<AccountAmount>(child, accountShape))
            .filter((child) => child !== undefined);
          const account = { ...given, children };
          const isOpen = this.#open.has(account.code);
          return [{ account, depth, isOpen }, ...(isOpen ? visit(children, depth + 1) : [])];
        });
    return visit(figures.accounts, 0);
  }
}

const perHead = ({ heads }: FiscalModel) => heads !== undefined && heads !== 1;

const nameOf = (account: AccountAmount, language: string) =>
  (language === 'en' && account.nameEn) || account.nameTh;

const mostOf = (rows: readonly { account: AccountAmount }[]) =>
  Math.max(1e-9, ...rows.map(({ account }) => account.amount));

function renderBar(share: number): TemplateResult {
  return html`<svg class="bar" aria-hidden="true" width="100%" height="0.875em">
    <rect width="${share * 100}%" height="100%" />
  </svg>`;
}
