import { css } from 'lit';

export const fiscalChartStyles = css`
  :host {
    --_revenue: var(--revenue, var(--_light, #0b57a4) var(--_dark, #7db7ff));
    --_expenditure: var(--expenditure, var(--_light, #a84a00) var(--_dark, #ffb066));
  }
  .revenue {
    --_side: var(--_revenue);
  }
  .expenditure {
    --_side: var(--_expenditure);
  }
  .fiscal > .skeleton > * {
    block-size: 2.25em;
  }
  .fiscal > .skeleton > :nth-child(2) {
    block-size: 4.5em;
  }
  .fiscal > .skeleton > :nth-child(3) {
    block-size: 21em;
  }
  .fiscal > .skeleton > :nth-child(4) {
    block-size: 42em;
  }
  .head,
  .views {
    display: grid;
    gap: calc(var(--_space) * 2);
  }
  .head > div > * {
    font-size: 1.375em;
    line-height: 1.45;
  }
  .headline {
    max-inline-size: 46em;
    font-size: 1.125em;
  }
  .toolbar .year {
    flex: 0 1 9em;
  }
  .choice {
    display: flex;
    flex-wrap: wrap;
    padding: 0 0 1px 1px;
  }
  .choice > * {
    margin: 0 0 -1px -1px;
    border-radius: 0;
    padding-inline: calc(var(--_space) * 3);
    white-space: nowrap;
  }
  .choice > :first-child {
    border-start-start-radius: var(--_radius);
    border-end-start-radius: var(--_radius);
  }
  .choice > :last-child {
    border-start-end-radius: var(--_radius);
    border-end-end-radius: var(--_radius);
  }
  .choice > [aria-pressed='true'] {
    background: var(--_accent-ground);
    box-shadow: inset 0 -3px 0 var(--_accent);
  }
  .sides {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(21em, 100%), 1fr));
    gap: calc(var(--_space) * 4);
    margin-block: calc(var(--_space) * 4);
  }
  .sides > * {
    min-inline-size: 0;
    padding: calc(var(--_space) * 4);
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
  }
  .sum > dt {
    display: flex;
    align-items: center;
    gap: calc(var(--_space) * 2);
    font-weight: 600;
    color: var(--_side);
  }
  .mark {
    inline-size: 0.75em;
    block-size: 0.75em;
    fill: currentColor;
    stroke: none;
  }
  .amount {
    font-size: 1.5em;
    font-weight: 600;
    line-height: 1.4;
    font-variant-numeric: tabular-nums;
  }
  .hundred {
    margin-block-start: calc(var(--_space) * 3);
  }
  .bar {
    display: block;
    inline-size: 100%;
    fill: var(--_side);
    stroke: none;
  }
  .hundred > .bar {
    block-size: 2.25em;
    margin-block: var(--_space) calc(var(--_space) * 2);
    border-radius: var(--_radius);
  }
  .hundred rect {
    stroke: var(--_paper);
    stroke-width: 2;
  }
  .hundred text {
    fill: var(--_ink);
    stroke: none;
    font-weight: 600;
    text-anchor: middle;
    dominant-baseline: central;
  }
  .hundred .on {
    fill: var(--_paper);
  }
  .hundred li {
    display: flex;
    align-items: baseline;
    gap: calc(var(--_space) * 2);
    padding-block: calc(var(--_space) / 2);
  }
  .hundred li > span {
    flex: 1;
  }
  .hundred strong {
    font-weight: 600;
    white-space: nowrap;
    font-variant-numeric: tabular-nums;
  }
  .swatch {
    inline-size: 0.875em;
    block-size: 0.875em;
    fill: var(--_side);
    stroke: none;
  }
`;
