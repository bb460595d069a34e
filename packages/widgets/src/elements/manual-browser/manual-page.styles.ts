import { css } from 'lit';

export const manualPageStyles = css`
  .contents {
    padding: calc(var(--_space) * 3) calc(var(--_space) * 4);
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
  }
  .contents a {
    display: flex;
    align-items: center;
    min-block-size: var(--_target);
    padding-block: var(--_space);
    line-height: 1.45;
    text-decoration: none;
  }
  .contents a:hover {
    text-decoration: underline;
  }
  .contents [data-depth='1'] {
    padding-inline-start: 1em;
  }
  .contents [data-depth='2'] {
    padding-inline-start: 2em;
  }
  .contents ol,
  .earlier ul {
    inline-size: 100%;
    list-style: none;
  }
  .earlier li {
    padding-block: calc(var(--_space) * 2);
    border-block-start: 1px solid var(--_line);
  }
  @container manuals (min-width: 48em) {
    .manual {
      grid-template-columns: minmax(0, 1fr) 17em;
      align-items: start;
      column-gap: calc(var(--_space) * 8);
    }
    .manual > * {
      grid-column: 1;
    }
    .manual > :is(.head, .facts) {
      grid-column: 1 / -1;
    }
    .manual > .contents {
      grid-area: 3 / 2 / span 3;
      position: sticky;
      inset-block-start: 1em;
      max-block-size: calc(100vh - 2em);
      overflow: auto;
    }
  }
  @media print {
    .manual {
      grid-template-columns: none;
    }
  }
`;
