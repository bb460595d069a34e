import { css } from 'lit';

/** The page of one item. */
export const pageStyles = css`
  .item {
    display: grid;
    gap: calc(var(--_space) * 5);
  }
  .item > * {
    min-inline-size: 0;
  }
  .head {
    display: grid;
    gap: calc(var(--_space) * 2);
  }
  [data-item] > * {
    font-size: 1.375em;
    line-height: 1.45;
  }
  .item .blocks {
    max-inline-size: 46em;
  }
  .blocks > :is(h2, h3, h4, h5, h6) {
    margin-block-start: 1.25em;
    scroll-margin-block-start: 1em;
  }
  .blocks > :is(h3, h4) {
    font-size: 1.125em;
  }
  .blocks > :first-child {
    margin-block-start: 0;
  }
  .facts {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(8.5em, 100%), 1fr));
    gap: calc(var(--_space) * 3) calc(var(--_space) * 5);
    padding: calc(var(--_space) * 3) calc(var(--_space) * 4);
    border-radius: var(--_radius);
    background: var(--_ground);
  }
  .facts dt {
    font-size: 0.875em;
    color: var(--_quiet);
  }
  .part {
    display: grid;
    justify-items: start;
    gap: calc(var(--_space) * 2);
  }
  .part > :is(h2, h3, h4, h5, h6) {
    font-size: 1.0625em;
  }
  @media print {
    .item {
      gap: calc(var(--_space) * 3);
    }
    .item .blocks,
    .lead {
      max-inline-size: none;
    }
    .facts {
      border: 1px solid var(--_line);
    }
    .facts > * {
      break-inside: avoid;
    }
  }
`;
