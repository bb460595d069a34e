import { html, nothing, type TemplateResult } from 'lit';

/** A cell that is more than a word. */
export interface Cell {
  content: unknown;
  /** How many columns it is for; one when left out. */
  span?: number;
  /** `none` for what was not reported, `words` for text, `bare` for what needs no heading on a card. */
  kind?: 'none' | 'words' | 'bare';
}

/** A row: its heading and its cells. */
export interface Row {
  heading: unknown;
  cells: readonly (Cell | string)[];
  /** A class of the row. */
  kind?: string;
}

/**
 * A table of figures that becomes a list of cards where there is no room for columns.
 *
 * Its roles are written out, for browsers forget them of a table that is no grid any more.
 *
 * @param columns - Headings of the columns, that of the rows first.
 */
export function renderTable(
  caption: unknown,
  columns: readonly string[],
  rows: readonly Row[]
): TemplateResult {
  return html`<table role="table" part="table">
    <caption>
      ${caption}
    </caption>
    <thead role="rowgroup">
      <tr role="row">
        ${columns.map((column) => html`<th role="columnheader" scope="col">${column}</th>`)}
      </tr>
    </thead>
    <tbody role="rowgroup">
      ${rows.map(({ heading, cells, kind }) => {
        let column = 0;
        return html`<tr role="row" class=${kind ?? nothing}>
          <th role="rowheader" scope="row">${heading}</th>
          ${cells.map((cell) => {
            const {
              content,
              span = 1,
              kind: look,
            }: Cell = typeof cell === 'string' ? { content: cell } : cell;
            const label = columns[column + 1];
            column += span;
            return html`<td
              role="cell"
              data-label=${look === 'bare' || look === 'none' ? nothing : label!}
              colspan=${span > 1 ? span : nothing}
              class=${look ?? nothing}
            >
              ${content}
            </td>`;
          })}
        </tr>`;
      })}
    </tbody>
  </table>`;
}
