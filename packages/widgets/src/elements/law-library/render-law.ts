import type { LawRef } from '@km-laas/contract';
import { html, nothing, type TemplateResult } from 'lit';

/** A letter's number and date, of which the date never stands on two lines. */
export function renderCitation(citation: string): TemplateResult {
  const [number, date] = citation.split(/(?=ลงวันที่)/);
  return html`${number}${date ? html`<span class="date">${date}</span>` : nothing}`;
}

/** A link to a law, in the words officers know it by. */
export function renderReference(
  { id, title, citation }: LawRef,
  hrefOf: (id: string) => string
): TemplateResult {
  return html`<a href=${hrefOf(id)} lang="th">${citation ? renderCitation(citation) : title}</a>`;
}
