import { html, nothing, type TemplateResult } from 'lit';

/**
 * A real heading of a level known only at run time.
 *
 * @param level - 2 to 6; anything beyond is 6.
 * @param anchor - Value of `data-anchor`, for a table of contents.
 */
export function renderHeading(level: number, content: unknown, anchor?: string): TemplateResult {
  const id = anchor ?? nothing;
  switch (level) {
    case 2:
      return html`<h2 data-anchor=${id}>${content}</h2>`;
    case 3:
      return html`<h3 data-anchor=${id}>${content}</h3>`;
    case 4:
      return html`<h4 data-anchor=${id}>${content}</h4>`;
    case 5:
      return html`<h5 data-anchor=${id}>${content}</h5>`;
    default:
      return html`<h6 data-anchor=${id}>${content}</h6>`;
  }
}
