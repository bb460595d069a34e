import { css } from 'lit';

/** Tables on wide pages and paper, cards on narrow ones. */
export const subsidyTableStyles = css`
  .head {
    display: grid;
    gap: calc(var(--_space) * 2);
    margin-block-end: calc(var(--_space) * 4);
  }
  .head :is(h2, h3, h4, h5, h6) {
    font-size: 1.25em;
  }
  thead,
  td::before,
  small,
  .lines .quiet,
  [part='source'] {
    font-size: 0.875em;
  }
  td::before {
    color: var(--_quiet);
  }
  dd,
  table {
    font-variant-numeric: tabular-nums;
  }
  dd,
  strong,
  caption,
  thead th,
  tfoot,
  .sum,
  .matrix td:last-child {
    font-weight: 600;
  }
  table {
    inline-size: 100%;
    border-spacing: 0;
  }
  caption {
    padding-block: calc(var(--_space) * 2);
    text-align: start;
  }
  th,
  td {
    padding: calc(var(--_space) * 2) calc(var(--_space) * 3);
    border-block-end: 1px solid var(--_line);
    font-weight: inherit;
    text-align: start;
    vertical-align: top;
  }
  thead th {
    position: sticky;
    inset-block-start: 0;
    z-index: 1;
    background: var(--_ground);
    vertical-align: bottom;
  }
  tfoot > tr > * {
    border-block: 2px solid var(--_border);
  }
  small,
  .lines > :not(.chip) {
    display: block;
  }
  small {
    color: var(--_warning);
    font-weight: 400;
  }
  .scroll {
    overflow: auto;
    max-block-size: 36em;
  }
  .matrix th:first-child {
    position: sticky;
    inset-inline-start: 0;
    min-inline-size: 13em;
    background: var(--_paper);
  }
  .matrix thead th:first-child {
    z-index: 2;
    background: var(--_ground);
  }
  .matrix tfoot > tr > * {
    position: sticky;
    inset-block-end: 0;
    background: var(--_paper);
  }
  .matrix :is(td, th:not(:first-child)),
  .transfers thead th:nth-last-child(2),
  .transfers thead th:nth-last-child(3),
  .figure {
    text-align: end;
  }
  .matrix td,
  .figure,
  .whole {
    white-space: nowrap;
  }
  .check {
    margin-block: calc(var(--_space) * 2) calc(var(--_space) * 4);
  }
  .foot {
    justify-content: space-between;
    margin-block-start: calc(var(--_space) * 4);
  }
  @container (max-width: 45.99em) {
    table,
    tbody,
    tfoot,
    tr,
    caption,
    th {
      display: block;
    }
    thead {
      position: absolute;
      clip-path: inset(50%);
      white-space: nowrap;
    }
    .scroll {
      overflow: hidden;
      max-block-size: none;
    }
    tr {
      margin-block-end: calc(var(--_space) * 3);
      padding: calc(var(--_space) * 2) calc(var(--_space) * 4);
      border: 1px solid var(--_line);
      border-radius: var(--_radius);
    }
    tfoot > tr {
      border: 2px solid var(--_border);
    }
    tr > *,
    .matrix th:first-child,
    tfoot > tr > * {
      position: static !important;
      padding: var(--_space) 0;
      border: 0;
    }
    tbody th {
      font-weight: 600;
    }
    td {
      display: grid;
      grid-template-columns: 1fr auto;
      gap: 0 calc(var(--_space) * 3);
      text-align: end;
    }
    td > * {
      grid-column: 2;
      justify-self: end;
    }
    td::before {
      content: attr(data-label);
      grid-area: 1 / 1;
      font-weight: 400;
      text-align: start;
    }
    .none {
      display: none;
    }
  }
  @media print {
    .scroll {
      overflow: visible;
      max-block-size: none;
    }
    table {
      font-size: 9pt;
    }
    tfoot {
      display: table-row-group;
    }
    tr > *,
    .matrix th:first-child {
      position: static !important;
      min-inline-size: 0;
      padding: 2pt 4pt;
    }
    tr {
      break-inside: avoid;
    }
  }
`;
