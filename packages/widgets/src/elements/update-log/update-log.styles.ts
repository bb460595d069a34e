import { css } from 'lit';

/** Releases one below the other; on wide pages the date stands beside what was released on it. */
export const updateLogStyles = css`
  :host {
    --_row: 14em;
  }
  [data-item] > * {
    font-size: 1.375em;
    line-height: 1.45;
  }
  .when {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--_space) calc(var(--_space) * 2);
    margin-block-end: var(--_space);
    color: var(--_quiet);
  }
  .when time {
    font-size: 0.9375em;
  }
  .release a {
    overflow-wrap: anywhere;
  }
  .release :is(h2, h3, h4, h5, h6) > a {
    display: inline-block;
    margin-block: -0.2em;
    padding-block: 0.45em;
    font-size: 1.125em;
    text-decoration-line: none;
  }
  .release :is(h2, h3, h4, h5, h6) > a:hover {
    text-decoration-line: underline;
  }
  .changes {
    margin: calc(var(--_space) * 3) 0 0;
    padding: 0;
    list-style: none;
  }
  .change {
    display: grid;
    gap: calc(var(--_space) * 1.5);
    padding-block: calc(var(--_space) * 4);
  }
  .change + .change {
    border-block-start: 1px solid var(--_line);
  }
  .change:first-child {
    padding-block-start: 0;
  }
  .change .chips {
    align-items: baseline;
    margin: 0;
    gap: var(--_space) calc(var(--_space) * 3);
  }
  .kind {
    font-weight: 600;
  }
  .kind svg {
    inline-size: 1em;
    block-size: 1em;
    stroke-width: 3;
    align-self: center;
  }
  /* Where a menu's name breaks, its ground sticks out by its own room. */
  .path {
    margin: 0;
    padding: 0 0.5em 0 0;
    list-style: none;
    font-size: 0.9375em;
  }
  .path li {
    display: inline;
  }
  .path span {
    padding: 0.125em 0.5em;
    border-radius: var(--_radius);
    background: var(--_ground);
    box-decoration-break: clone;
    -webkit-box-decoration-break: clone;
  }
  .path li + li::before {
    content: ' › ';
    color: var(--_quiet);
  }
  .description {
    max-inline-size: 46em;
    white-space: pre-line;
  }
  .manual {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    column-gap: calc(var(--_space) * 2);
  }
  .manual a {
    display: inline-flex;
    align-items: center;
    min-block-size: var(--_target);
  }
  .pictures {
    display: grid;
    grid-template-columns: repeat(2, minmax(0, 1fr));
    gap: calc(var(--_space) * 3);
    max-inline-size: 34em;
  }
  .picture {
    display: block;
    inline-size: 100%;
    min-block-size: var(--_target);
    padding: 0;
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    background: var(--_ground);
    overflow: hidden;
    cursor: zoom-in;
  }
  .picture:hover {
    border-color: var(--_accent);
  }
  .picture img {
    display: block;
    inline-size: 100%;
    block-size: auto;
    aspect-ratio: 16 / 10;
    object-fit: cover;
    object-position: top;
  }
  .whole {
    display: inline-flex;
    align-items: center;
    min-block-size: var(--_target);
  }
  @container (min-width: 36em) {
    /* The link is taller than its words for fingers; the lines keep their rhythm all the same. */
    .manual {
      margin-block: calc(var(--_space) * -2);
    }
  }
  @container (min-width: 52em) {
    [data-list] > .release {
      display: grid;
      grid-template-columns: 12em minmax(0, 1fr);
      column-gap: calc(var(--_space) * 6);
    }
    [data-list] .when {
      align-content: start;
      padding-block-start: 0.5em;
    }
    [data-list] time {
      flex-basis: 100%;
    }
  }
  @media print {
    .change {
      break-inside: avoid;
    }
    .manual a,
    .whole {
      min-block-size: 0;
    }
  }
`;
