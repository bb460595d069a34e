import { css } from 'lit';

/** Cards on narrow pages, the rows of a table on wide ones. */
export const formDownloaderStyles = css`
  :host {
    --_row: 9em;
  }
  .card {
    display: grid;
    gap: calc(var(--_space) * 2) calc(var(--_space) * 5);
  }
  .card > * {
    min-inline-size: 0;
  }
  .about {
    display: grid;
    align-content: start;
    gap: var(--_space);
  }
  .about > :is(h2, h3, h4, h5, h6) {
    font-size: 1.0625em;
  }
  .about > :is(h2, h3, h4, h5, h6) > a {
    display: inline-block;
    margin-block: -0.2em;
    padding-block: 0.55em;
    text-decoration-line: none;
  }
  .about > :is(h2, h3, h4, h5, h6) > a:hover {
    text-decoration-line: underline;
  }
  .code {
    font-weight: 600;
    font-variant-numeric: tabular-nums;
    white-space: nowrap;
  }
  .chips,
  .facts-line {
    align-items: center;
  }
  .facts-line {
    display: flex;
    flex-wrap: wrap;
    gap: 0 calc(var(--_space) * 4);
    font-variant-numeric: tabular-nums;
  }
  .superseded {
    flex-wrap: nowrap;
    margin-block: var(--_space);
  }
  .downloads {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(8em, 1fr));
    align-content: start;
    gap: calc(var(--_space) * 2);
  }
  .downloads > .button {
    justify-content: start;
    line-height: 1.35;
  }
  .size {
    display: block;
    font-size: 0.8125em;
    font-weight: 400;
  }
  @container (max-width: 47.99em) {
    [data-list] {
      display: grid;
      gap: calc(var(--_space) * 3);
    }
    .card {
      padding-inline: calc(var(--_space) * 4);
      border: 1px solid var(--_line);
      border-radius: var(--_radius);
    }
  }
  @container (min-width: 48em) {
    .card {
      grid-template-columns: 6em minmax(0, 1fr) 11em 9.5em;
    }
    .about > :is(h2, h3, h4, h5, h6) > a {
      margin-block: -0.55em -0.3em;
    }
    .card > .chips {
      align-content: start;
      align-items: start;
    }
    .facts-line {
      flex-flow: column;
      align-items: start;
    }
    .downloads {
      grid-template-columns: 1fr;
    }
  }
  @media print {
    .card {
      break-inside: avoid;
    }
    .superseded {
      display: flex;
    }
  }
`;
