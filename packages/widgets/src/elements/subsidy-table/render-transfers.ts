import type { SubsidyTransfer } from '@km-laas/contract';
import { html, nothing, type TemplateResult } from 'lit';
import type { Page } from '../../client/read.js';
import type { LocalizeController } from '../../controllers/localize-controller.js';
import { serviceHref } from '../../internal/service-link.js';
import { writeAmount } from './money.js';
import { renderTable, type Cell } from './render-table.js';
import type { SubsidyTranslation } from './subsidy-table.th.js';
import { satang } from './totals.js';

const tones = { allocated: 'warning', transferred: 'good', recalled: 'bad' } as const;
/** What a line of each status is to the net. */
const signs = { allocated: 0, transferred: 1, recalled: -1 } as const;

/**
 * Transfers with their letters; a list of cards where there is no room for columns.
 *
 * @param api - Address of the knowledge bank, whose law library has the letters.
 * @param isMixed - Whether they are of several authorities.
 */
export function renderTransfers(
  { items }: Page<SubsidyTransfer>,
  localize: LocalizeController<SubsidyTranslation>,
  api: string,
  isMixed: boolean,
  nameOf: (type: string) => string
): TemplateResult {
  const { text } = localize;
  const day = (iso: string) => localize.date(iso, 'medium');
  const quiet = (content: unknown) =>
    content ? html`<span class="quiet">${content}</span>` : nothing;
  const thai = (content: string) => html`<span lang="th">${content}</span>`;
  const whole = (content: string) => html`<span class="whole" lang="th">${content}</span>`;
  const filled = (content: unknown, kind = ''): Cell => [
    content || nothing,
    content ? kind : 'none',
  ];

  let net = 0;
  const rows = items.map((transfer) => {
    const { type, subItem, instalment, periodFrom, periodTo, allocationNumber, amends } = transfer;
    const { authority, letter, transferDate, headcount, amount, status, payee } = transfer;
    net += satang(amount) * signs[status];
    const heading = html`<strong>${nameOf(type.code)}</strong> ${subItem ? thai(subItem) : nothing}
      ${quiet(
        html`${text.instalment(instalment)}
        ${periodFrom && periodTo ? `(${day(periodFrom)} – ${day(periodTo)})` : nothing}`
      )}
      ${quiet(allocationNumber && html`${text.allocationNumber} ${whole(allocationNumber)}`)}
      ${quiet(amends && html`${text.amends} ${whole(amends)}`)}`;
    const number = letter && whole(letter.number);
    const cells: Cell[] = [
      filled(
        letter &&
          html`${
            letter.lawId
              ? html`<a href=${serviceHref(api, 'law', letter.lawId)}>${number}</a>`
              : number
          }
          ${quiet(letter.date && text.dated(day(letter.date)))}`,
        'lines'
      ),
      filled(transferDate && whole(day(transferDate))),
      filled(headcount !== null && localize.number(headcount), 'figure'),
      [writeAmount(satang(amount) * (signs[status] || 1)), 'figure sum'],
      [
        html`<span class="chip ${tones[status]}">${text.statuses[status]}</span>
          ${quiet(text.payees[payee])}`,
        'lines',
      ],
    ];
    return [heading, isMixed ? [[thai(authority.name)] as const, ...cells] : cells] as const;
  });

  const headings = [
    text.item,
    ...(isMixed ? [text.authority] : []),
    text.letter,
    text.transferDate,
    text.headcount,
    text.amount,
    text.status,
  ];
  return renderTable('transfers', text.list, headings, rows, [
    text.netShown,
    headings
      .slice(1)
      .map((heading) => filled(heading === text.amount && writeAmount(net), 'figure sum')),
  ]);
}
