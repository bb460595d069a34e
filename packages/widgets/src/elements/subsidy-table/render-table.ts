import { html, type TemplateResult } from 'lit';

/** What a cell shows, and a class of it: `figure`, `lines`; `none` for nothing. */
export type Cell = readonly [content: unknown, kind?: string];

/** A row: its heading and its cells. */
export type Row = readonly [heading: unknown, cells: readonly Cell[]];

/**
 * A table of figures that becomes a list of cards where there is no room for columns.
 *
 * Its roles are written out, for browsers forget them of a table that is no grid any more.
 *
 * @param name - Class and part of the table.
 * @param headings - Headings of the columns, that of the rows first.
 * @param foot - The row of the sums.
 */
export function renderTable(
  name: 'matrix' | 'transfers',
  caption: string,
  headings: readonly string[],
  rows: readonly Row[],
  foot: Row
): TemplateResult {
  const renderRow = ([heading, cells]: Row) =>
    html`<tr role="row" part="item">
      <th role="rowheader" scope="row" class="lines">${heading}</th>
      ${cells.map(
        ([content, kind], at) =>
          html`<td role="cell" data-label=${headings[at + 1]!} class=${kind ?? ''}>${content}</td>`
      )}
    </tr>`;
  return html`<table class=${name} part=${name} role="table" data-list tabindex="-1">
    <caption>
      ${caption}
    </caption>
    <thead>
      <tr role="row">
        ${headings.map((heading) => html`<th role="columnheader" scope="col">${heading}</th>`)}
      </tr>
    </thead>
    <tbody>
      ${rows.map(renderRow)}
    </tbody>
    <tfoot>
      ${renderRow(foot)}
    </tfoot>
  </table>`;
}
