import { css } from 'lit';

export const searchResultsStyles = css`
  .results {
    margin-block-start: calc(var(--_space) * 3);
  }
  .results:focus-visible {
    outline-offset: 4px;
  }
  .panel {
    padding: calc(var(--_space) * 3) calc(var(--_space) * 4) calc(var(--_space) * 4);
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
  }
  .head {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: calc(var(--_space) * 2);
  }
  .head > p {
    flex: 1 1 12em;
    font-weight: 600;
  }
  .correction {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0 calc(var(--_space) * 3);
    margin-block: calc(var(--_space) * 2);
    padding-inline-start: calc(var(--_space) * 3);
    border-inline-start: 4px solid var(--_accent);
  }
  .correction .button {
    padding-inline: 0;
    border: 0;
    background: none;
    text-align: start;
    text-decoration: underline;
    text-underline-offset: 0.2em;
  }
  .facets {
    display: flex;
    flex-wrap: wrap;
    gap: calc(var(--_space) * 2);
    margin-block: calc(var(--_space) * 3);
  }
  .facets .button {
    gap: calc(var(--_space) * 1.5);
    color: var(--_ink);
    font-weight: 400;
  }
  .facets .button[aria-pressed='true'] {
    border-color: var(--_accent);
    background: var(--_accent-ground);
    color: var(--_accent);
    font-weight: 600;
    box-shadow: inset 0 -3px var(--_accent);
  }
  .facets .quiet {
    font-size: 0.875em;
    font-variant-numeric: tabular-nums;
  }
  .results .toolbar {
    align-items: end;
    margin-block-end: calc(var(--_space) * 3);
  }
  .results .toolbar label {
    flex: 1 1 7em;
    max-inline-size: 20em;
  }
  [part='file'] {
    flex-wrap: wrap;
    justify-content: start;
    gap: 0 calc(var(--_space) * 2);
    text-align: start;
  }
  [part='file'] .quiet {
    font-weight: 400;
  }
  .about {
    gap: 0;
    font-size: 0.9375em;
  }
  .about > * + ::before {
    content: '·';
    margin-inline: calc(var(--_space) * 2);
  }
  @container (max-width: 30em) {
    /* One row that is pushed sideways, for a phone has no room for three. */
    .facets {
      flex-wrap: nowrap;
      overflow-x: auto;
      margin-inline: -4px;
      padding: 4px;
    }
    .facets > * {
      flex: none;
    }
  }
  .stale {
    opacity: 0.6;
  }
  .later {
    padding-inline-start: calc(var(--_space) * 3);
    border-inline-start: 3px solid var(--_bad);
  }
  .chip svg {
    inline-size: 1.125em;
    block-size: 1.125em;
  }
  .empty ul {
    display: inline-block;
    padding-inline-start: 1.5em;
    margin-block: calc(var(--_space) * 2);
    text-align: start;
  }
  .lead mark {
    border-block-end: 2px solid var(--_accent);
  }
  @media (forced-colors: active) {
    .facets .button[aria-pressed='true'] {
      border-width: 3px;
    }
  }
  @media print {
    .facets {
      display: none;
    }
    .panel {
      padding: 0;
      border: 0;
    }
  }
`;
