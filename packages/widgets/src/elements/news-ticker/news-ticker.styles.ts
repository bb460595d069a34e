import { css } from 'lit';

export const newsTickerStyles = css`
  :host {
    --_row: 9em;
  }
  .ticker {
    display: grid;
    gap: calc(var(--_space) * 3);
    padding: calc(var(--_space) * 3) calc(var(--_space) * 4);
    border: 1px solid var(--_line);
    border-inline-start: 4px solid var(--_accent);
    border-radius: var(--_radius);
  }
  /* All headlines share one cell, so the box has the height of the tallest and never jumps. */
  .ticker > ul {
    display: grid;
  }
  .ticker .slide {
    grid-area: 1 / 1;
    display: grid;
    gap: var(--_space);
    align-content: start;
    visibility: hidden;
    padding: 0;
    border: 0;
  }
  .slide[data-shown] {
    visibility: visible;
  }
  .slide a {
    justify-self: start;
    font-weight: 600;
    padding-block: calc(var(--_space) * 2);
  }
  /* One row on the narrowest screen. */
  .controls {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--_space);
  }
  .controls > * {
    flex: 1 0 auto;
    max-inline-size: 8em;
    padding: 0;
  }
  .news {
    display: grid;
    gap: calc(var(--_space) * 3);
  }
  .news > img {
    inline-size: 100%;
    aspect-ratio: 16 / 9;
    object-fit: cover;
    border-radius: var(--_radius);
  }
  .article,
  .files {
    display: grid;
    gap: calc(var(--_space) * 3);
    justify-items: start;
  }
  .article > * {
    max-inline-size: min(46em, 100%);
  }
  [data-item] > * {
    font-size: 1.375em;
  }
  .blocks > :is(h2, h3, h4, h5, h6) {
    margin-block-start: 1.25em;
  }
  @container (min-width: 36em) {
    .news.pictured {
      grid-template-columns: 12em 1fr;
    }
  }
  @container (min-width: 48em) {
    .ticker {
      grid-template-columns: 1fr 21em;
      align-items: center;
    }
  }
  @media print {
    .ticker .slide {
      grid-area: auto;
      visibility: visible;
    }
  }
`;
