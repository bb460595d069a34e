import type { FiscalSide } from '@km-laas/contract';
import { html, nothing, svg, type TemplateResult } from 'lit';
import type { Language } from '../../controllers/localize-controller.js';
import type { FiscalTranslation } from './fiscal-chart.th.js';
import type { SideName } from './figures.js';
import { shareHundredBaht } from './hundred-baht.js';

/** Depth of colour of a part: the largest is full, the others leave ink readable on them. */
const shadeOf = (index: number) => (index ? 0.6 * 0.78 ** index : 1);

/** What a hundred baht come from or go to: a bar made of shares, and the same in words. */
export function renderHundred(
  name: SideName,
  side: FiscalSide | null,
  text: FiscalTranslation,
  language: Language
): TemplateResult | typeof nothing {
  const parts = shareHundredBaht(side?.accounts ?? []);
  if (!parts.length) return nothing;
  const heading = name === 'revenue' ? text.comesFrom : text.goesTo;
  let from = 0;
  return html`<div class="hundred ${name}" part="hundred">
    <p class="side">${heading}</p>
    <svg class="bar" role="presentation" width="100%" height="2.25em">
      ${parts.map(({ baht }, index) => {
        const x = from;
        from += baht;
        return baht
          ? svg`<rect fill-opacity=${shadeOf(index)} x="${x}%" width="${baht}%" height="100%"></rect>
              ${
                baht > 5
                  ? svg`<text class=${index ? '' : 'on'} x="${x + baht / 2}%" y="50%">${baht}</text>`
                  : nothing
              }`
          : nothing;
      })}
    </svg>
    <ul role="list">
      ${parts.map(
        ({ account, baht }, index) =>
          html`<li>
            <svg class="swatch" viewBox="0 0 16 16" aria-hidden="true">
              <rect fill-opacity=${shadeOf(index)} width="16" height="16" />
            </svg>
            <span
              >${
                text.plain[account.code] ?? (language === 'en' ? account.nameEn : account.nameTh)
              }</span
            >
            <strong>${baht ? text.baht(String(baht)) : text.underOneBaht}</strong>
          </li>`
      )}
    </ul>
  </div>`;
}
