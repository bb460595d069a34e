import { css } from 'lit';

export const webboardStyles = css`
  .filters {
    padding: calc(var(--_space) * 3);
    border-radius: var(--_radius);
    background: var(--_ground);
  }
  .thread > .excerpt {
    display: -webkit-box;
    overflow: hidden;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 2;
    max-inline-size: 60em;
    color: var(--_quiet);
    overflow-wrap: anywhere;
  }
  .about,
  .byline {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: var(--_space) calc(var(--_space) * 3);
    font-size: 0.9375em;
  }
  .count {
    font-variant-numeric: tabular-nums;
    white-space: nowrap;
  }
  .author {
    font-weight: 500;
    overflow-wrap: anywhere;
  }
  .author .quiet {
    font-weight: 400;
  }
  .notice > div {
    flex: 1 1 14em;
    min-inline-size: 0;
    color: var(--_ink);
  }
  .notice > span {
    color: var(--_ink);
  }
  .notice ul:not([role]) {
    padding-inline-start: 1.5em;
  }
  .bad-words {
    color: var(--_bad);
    font-weight: 500;
  }
  .pending li {
    padding-block: calc(var(--_space) * 2);
    overflow-wrap: anywhere;
  }
  @container (max-width: 30em) {
    .toolbar > [part='ask'] {
      inline-size: 100%;
    }
    .filters {
      gap: calc(var(--_space) * 2) calc(var(--_space) * 3);
    }
    .filters label {
      flex-basis: 8.5em;
    }
  }
`;
