import { css } from 'lit';

/** A list of items to choose from, and the tools above one of them. */
export const entryStyles = css`
  [data-list] > * {
    padding-block: calc(var(--_space) * 4);
    border-block-start: 1px solid var(--_line);
  }
  .entry {
    display: grid;
    gap: calc(var(--_space) * 1.5);
    justify-items: start;
  }
  .entry > :is(h2, h3, h4, h5, h6) > a {
    display: inline-block;
    padding-block: 0.375em;
    font-size: 1.0625em;
  }
  .tools {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: calc(var(--_space) * 2);
  }
  .copy {
    display: inline-flex;
    flex-wrap: wrap;
    flex-direction: row-reverse;
    align-items: center;
  }
  .copy > :not(button):not(:empty) {
    margin-inline: calc(var(--_space) * 2);
  }
  .lead {
    max-inline-size: 46em;
  }
  @media print {
    .entry {
      break-inside: avoid;
    }
  }
`;
