import { html, nothing, type TemplateResult } from 'lit';
import type { SubsidySummary } from '../../client/services/subsidies.js';
import { writeAmount } from './money.js';
import { renderTable, type Cell } from './render-table.js';
import type { SubsidyTranslation } from './subsidy-table.th.js';
import { addUp, satang, type Sum } from './totals.js';

/** Types by instalments with every sum, and whether the sums agree with the API's own. */
export function renderMatrix(
  { matrix, totals }: SubsidySummary,
  text: SubsidyTranslation,
  nameOf: (type: string) => unknown
): TemplateResult {
  const { instalments, rows, columns, grand } = addUp(matrix);
  const renderSum = (sum: Sum | undefined): Cell =>
    sum
      ? [
          html`<span>${writeAmount(sum.net)}</span> ${
              sum.waiting ? html`<small>${text.waiting(writeAmount(sum.waiting))}</small>` : nothing
            }`,
        ]
      : [nothing, 'none'];
  const agrees = grand.net === satang(totals.net) && grand.waiting === satang(totals.allocated);
  return html`<div class="scroll" role="group" tabindex="0" aria-label=${text.matrix}>
      ${renderTable(
        'matrix',
        text.matrix,
        [text.type, ...instalments.map(text.instalment), text.sum],
        rows.map(({ type, cells, sum }) => [nameOf(type), [...cells, sum].map(renderSum)]),
        [text.sum, [...columns, grand].map(renderSum)]
      )}
    </div>
    <p class="check chip ${agrees ? 'good' : 'bad'}" part="check" role="status">
      ${
        agrees
          ? `✓ ${text.agrees(writeAmount(grand.net))}`
          : text.differs(writeAmount(grand.net), writeAmount(satang(totals.net)))
      }
    </p>`;
}
