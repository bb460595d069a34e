import { css } from 'lit';

export const fiscalViewsStyles = css`
  .tabs {
    display: flex;
    flex-wrap: wrap;
    border-block-end: 1px solid var(--_border);
  }
  .tabs > * {
    border-color: transparent;
    border-end-start-radius: 0;
    border-end-end-radius: 0;
  }
  .tabs > [aria-selected='true'] {
    background: var(--_accent-ground);
    box-shadow: inset 0 -3px 0 var(--_accent);
  }
  .panel {
    display: grid;
    gap: calc(var(--_space) * 2);
    padding-block: calc(var(--_space) * 2);
    min-inline-size: 0;
  }
  .panel > * {
    min-inline-size: 0;
  }
  .panel > .button {
    justify-self: start;
  }
  .panel > .toolbar {
    margin: 0;
  }
  .panel .skeleton > * {
    block-size: 20em;
  }
  .title {
    font-weight: 600;
  }
  .legend {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_space) calc(var(--_space) * 5);
    font-size: 0.875em;
  }
  .legend > li {
    display: flex;
    align-items: center;
    gap: calc(var(--_space) * 2);
  }
  .line {
    inline-size: 2.5em;
    block-size: 1em;
    color: var(--_side);
    stroke-width: 3;
  }
  .line path {
    fill: currentColor;
    stroke-width: 2;
  }
  .expenditure > .line line {
    stroke-dasharray: 7 4;
  }
  .expenditure > .line path {
    fill: var(--_paper);
  }
  .legend .before line {
    stroke-width: 1;
    stroke-dasharray: 2 3;
  }
  .chart {
    position: relative;
    block-size: 20em;
  }
  .chart > [role='img'] {
    block-size: 100%;
  }
  canvas {
    display: block;
    inline-size: 100%;
    block-size: 100%;
  }
  .cursor {
    position: absolute;
    inset: 0;
    touch-action: pan-y;
    cursor: crosshair;
  }
  .cursor > svg {
    display: block;
    inline-size: 100%;
    block-size: 100%;
    stroke: var(--_ink);
    stroke-width: 1;
    stroke-dasharray: 3 3;
  }
  .readout {
    display: flex;
    flex-wrap: wrap;
    gap: 0 calc(var(--_space) * 5);
    padding: calc(var(--_space) * 2) calc(var(--_space) * 3);
    border-radius: var(--_radius);
    background: var(--_ground);
    font-variant-numeric: tabular-nums;
  }
  .readout > dt {
    min-inline-size: 5em;
    font-weight: 600;
  }
  .readout .mark {
    color: var(--_side);
  }
  table {
    inline-size: 100%;
    border-collapse: collapse;
    font-size: 0.875em;
    font-variant-numeric: tabular-nums;
  }
  caption {
    padding-block: calc(var(--_space) * 2);
    text-align: start;
    color: var(--_quiet);
  }
  th,
  td {
    padding: calc(var(--_space) * 1.5) calc(var(--_space) * 2);
    border-block-end: 1px solid var(--_line);
    text-align: end;
    vertical-align: baseline;
  }
  td {
    white-space: nowrap;
  }
  td.words {
    white-space: normal;
    text-align: start;
  }
  th {
    font-weight: 600;
  }
  th[scope='row'] {
    font-weight: 400;
  }
  th:first-child {
    padding-inline-start: 0;
    text-align: start;
  }
  thead th {
    border-block-end: 2px solid var(--_border);
    line-height: 1.4;
    vertical-align: bottom;
  }
  td.none {
    color: var(--_quiet);
    text-align: center;
  }
  .total > *,
  .total > th[scope='row'] {
    border-block-end: 2px solid var(--_border);
    font-weight: 600;
  }
  .accounts tbody > tr > * {
    vertical-align: middle;
  }
  .accounts thead th:nth-child(2),
  .similar thead th:nth-child(3) {
    text-align: start;
  }
  .accounts td:nth-child(2) {
    inline-size: 30%;
  }
  .accounts .bar {
    block-size: 0.875em;
    min-inline-size: 3em;
  }
  .depth-1 > th {
    padding-inline-start: 1.75em;
  }
  .depth-2 > th {
    padding-inline-start: 3.5em;
  }
  .depth-1 rect {
    fill-opacity: 0.6;
  }
  .depth-2 rect {
    fill-opacity: 0.35;
  }
  .fold {
    display: inline-flex;
    align-items: center;
    gap: var(--_space);
    min-block-size: var(--_target);
    border: 0;
    background: none;
    color: var(--_accent);
    text-align: start;
  }
  .fold > svg {
    rotate: -90deg;
  }
  .fold[aria-expanded='true'] > svg {
    rotate: none;
  }
  .strips {
    display: grid;
    gap: calc(var(--_space) * 3);
  }
  .strips > li {
    display: grid;
    grid-template-columns: 1fr auto;
    gap: 0 calc(var(--_space) * 3);
  }
  .strips > li > :nth-child(n + 3) {
    grid-column: 1 / -1;
  }
  .strips strong {
    font-variant-numeric: tabular-nums;
  }
  .strip {
    display: block;
    inline-size: 100%;
    block-size: 2em;
    stroke: none;
    overflow: visible;
  }
  .strip rect {
    fill: var(--_revenue);
    fill-opacity: 0.3;
  }
  .strip line {
    stroke: var(--_border);
    stroke-width: 1;
  }
  .strip .median {
    stroke: var(--_revenue);
    stroke-width: 3;
  }
  .strip circle {
    fill: var(--_ink);
    stroke: var(--_paper);
    stroke-width: 2;
  }
  .similar {
    display: grid;
    gap: calc(var(--_space) * 2);
    margin-block-start: calc(var(--_space) * 4);
  }
  .atlas {
    display: grid;
    grid-template-columns: minmax(0, 2fr) minmax(0, 3fr);
    gap: calc(var(--_space) * 5);
  }
  .atlas > * {
    min-inline-size: 0;
  }
  .map {
    display: block;
    inline-size: 100%;
    block-size: auto;
    max-block-size: 42em;
    fill: var(--_side);
    stroke: var(--_ink);
    stroke-width: 0.7;
    overflow: visible;
  }
  .map path {
    cursor: pointer;
  }
  .map .none,
  .swatch .none {
    fill: var(--_paper);
    stroke: var(--_border);
    stroke-dasharray: 3 2;
  }
  .map .lake {
    fill: var(--_paper);
    pointer-events: none;
  }
  .map [aria-selected='true'] {
    stroke-width: 3;
  }
  .map path:focus-visible {
    outline: none;
    stroke: var(--_ink);
    stroke-width: 5;
    box-shadow: none;
  }
  .credit {
    margin-block-start: calc(var(--_space) * 2);
    font-size: 0.8125em;
  }
  .chosen {
    min-block-size: 8em;
    padding: calc(var(--_space) * 3);
    border-radius: var(--_radius);
    background: var(--_ground);
  }
  .chosen span {
    display: block;
  }
  .scroll {
    max-block-size: 34em;
    overflow: auto;
  }
  .scroll thead th {
    position: sticky;
    inset-block-start: 0;
    background: var(--_paper);
  }
  .chosen-row > * {
    background: var(--_accent-ground);
    font-weight: 600;
  }
  .tools {
    margin: 0;
    padding-block-start: calc(var(--_space) * 2);
    border-block-start: 1px solid var(--_line);
  }
  .source > summary {
    display: inline-flex;
    align-items: center;
    min-block-size: var(--_target);
    color: var(--_accent);
    font-weight: 600;
    cursor: pointer;
  }
  .source > summary::before {
    content: '▸\\a0';
  }
  .source[open] > summary::before {
    content: '▾\\a0';
  }
  .source > dl {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(14em, 100%), 1fr));
    gap: calc(var(--_space) * 3);
    padding: calc(var(--_space) * 3) calc(var(--_space) * 4);
    border-radius: var(--_radius);
    background: var(--_ground);
  }
  .source dt {
    font-size: 0.875em;
    color: var(--_quiet);
  }
  .source > p {
    max-inline-size: 46em;
    margin-block-start: calc(var(--_space) * 2);
  }
  @media screen {
    .print-only {
      display: none;
    }
  }
  /* Cards where columns of figures have no room. */
  @container (max-width: 46em) {
    .atlas {
      grid-template-columns: minmax(0, 1fr);
    }
    table,
    tbody,
    tr,
    th,
    td,
    caption {
      display: block;
    }
    thead {
      position: absolute;
      inline-size: 1px;
      block-size: 1px;
      overflow: hidden;
      clip-path: inset(50%);
    }
    tr {
      padding-block: calc(var(--_space) * 2);
      border-block-end: 1px solid var(--_line);
    }
    tbody th,
    tbody td {
      padding: 0;
      border: 0;
      white-space: normal;
    }
    tbody th[scope='row'] {
      font-weight: 600;
    }
    .total > *,
    .total > th[scope='row'] {
      border: 0;
    }
    tbody td.words {
      text-align: end;
    }
    tbody td {
      display: flex;
      justify-content: space-between;
      gap: calc(var(--_space) * 3);
    }
    tbody td[data-label]::before {
      content: attr(data-label);
      flex: none;
      max-inline-size: 50%;
      color: var(--_quiet);
      text-align: start;
    }
    .accounts td:nth-child(2) {
      inline-size: auto;
      padding-block: calc(var(--_space) * 1.5);
    }
    .depth-1 {
      padding-inline-start: 1.5em;
    }
    .depth-2 {
      padding-inline-start: 3em;
    }
    .depth-1 > th,
    .depth-2 > th {
      padding-inline-start: 0;
    }
  }
  @media (forced-colors: active) {
    .revenue,
    .expenditure {
      --_side: CanvasText;
    }
    .hundred text {
      forced-color-adjust: none;
      fill: CanvasText;
    }
    .hundred .on {
      fill: Canvas;
    }
    .choice > [aria-pressed='true'] {
      outline: 3px solid Highlight;
      outline-offset: -3px;
    }
    .tabs > [aria-selected='true'] {
      outline: 3px solid Highlight;
      outline-offset: -3px;
    }
    .map path:focus-visible {
      stroke: Highlight;
    }
    .strip rect,
    .strip circle {
      fill: CanvasText;
    }
    .strip .median {
      stroke: CanvasText;
    }
  }
  @media print {
    .sides {
      grid-template-columns: 1fr 1fr;
      margin-block: calc(var(--_space) * 2);
      font-size: 0.875em;
      line-height: 1.4;
    }
    .sides > * {
      padding: calc(var(--_space) * 2);
      break-inside: avoid;
    }
    .bar,
    .swatch,
    .mark {
      print-color-adjust: exact;
    }
    .panel {
      padding: 0;
    }
    .chart {
      block-size: auto;
    }
    canvas {
      block-size: auto;
    }
    table {
      font-size: 7.5pt;
      line-height: 1.35;
    }
    th,
    td {
      padding-block: 1pt;
    }
    tr {
      break-inside: avoid;
    }
    .fold {
      min-block-size: 0;
      color: inherit;
    }
    .fold > svg {
      display: none;
    }
    .fiscal {
      font-size: 9.5pt;
      line-height: 1.45;
    }
    .panel .quiet {
      font-size: 8.5pt;
    }
    .strips {
      grid-template-columns: 1fr 1fr;
      gap: 2pt 14pt;
    }
    .strip {
      block-size: 1.5em;
    }
    .similar {
      margin: 0;
    }
    .atlas {
      display: block;
    }
    .map {
      block-size: 112mm;
      print-color-adjust: exact;
    }
    .chosen,
    .scroll tr > :nth-child(4) {
      display: none;
    }
    /* Seventy-seven rows on the same page as the map: three columns of them. */
    .scroll,
    .scroll :is(table, caption, thead, tbody) {
      display: block;
      max-block-size: none;
      overflow: visible;
    }
    .scroll tbody {
      columns: 3;
      column-gap: 4mm;
    }
    .scroll tr {
      display: grid;
      grid-template-columns: 1.1fr 1.3fr 1.3fr;
    }
    .scroll thead tr {
      inline-size: calc((100% - 8mm) / 3);
    }
    .scroll :is(th, td) {
      padding: 0;
      font-size: 6.5pt;
      white-space: nowrap;
    }
    .fiscal:has(.strips) .hundred,
    .fiscal:has(.atlas) .sides {
      display: none;
    }
    .tools {
      display: none;
    }
  }
`;
