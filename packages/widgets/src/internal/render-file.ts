import type { FileRef } from '@km-laas/contract';
import { html, nothing, type TemplateResult } from 'lit';
import { formatSize } from './format-size.js';
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
