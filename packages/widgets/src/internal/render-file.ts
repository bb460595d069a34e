import type { FileRef } from '@km-laas/contract';
import { html, nothing, type TemplateResult } from 'lit';
import { downloadIcon } from './icons.js';
import type { Localizer } from './render-states.js';
import { safeAddress } from './safe-address.js';

/**
 * A link to a file that says what awaits the reader: kind, size, pages.
 *
 * @param label - Its words; the file's name when left out.
 */
export function renderFile(
  file: FileRef,
  api: string,
  localize: Localizer,
  label = file.name
): TemplateResult | typeof nothing {
  const href = safeAddress(file.url, api);
  if (!href) return nothing;
  const facts = [
    file.kind,
    formatSize(file.sizeBytes, localize),
    ...(file.pages ? [localize.text.pages(localize.number(file.pages))] : []),
  ];
  return html`<a class="button" part="file" href=${href} rel="noopener" download>
    ${downloadIcon}
    <span><span lang="th">${label}</span> <span class="quiet">(${facts.join(', ')})</span></span>
  </a>`;
}

/** The size of a file, e.g. `1.2 เมกะไบต์`. */
export function formatSize(bytes: number, { language }: Localizer): string {
  const isLarge = bytes >= 1e6;
  return new Intl.NumberFormat(language, {
    style: 'unit',
    unit: isLarge ? 'megabyte' : 'kilobyte',
    unitDisplay: language === 'th' ? 'long' : 'short',
    maximumFractionDigits: isLarge ? 1 : 0,
  }).format(Math.max(bytes / (isLarge ? 1e6 : 1e3), 1));
}
