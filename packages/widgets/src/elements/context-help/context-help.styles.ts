import { css } from 'lit';

/** A button of its own size, and a panel along the edge of the window. */
export const contextHelpStyles = css`
  :host {
    --_row: 2.75em;
    inline-size: fit-content;
    max-inline-size: 100%;
  }
  .help {
    container-type: normal;
    background: none;
  }
  .panel {
    position: fixed;
    inset-block: 0;
    inset-inline-end: 0;
    z-index: 1000;
    inline-size: min(25em, 100%);
    overflow-y: auto;
    overscroll-behavior: contain;
    padding: calc(var(--_space) * 4);
    border-inline-start: 1px solid var(--_border);
    background: var(--_paper);
    box-shadow: -4px 0 24px rgb(23 32 46 / 18%);
  }
  .head {
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: calc(var(--_space) * 3);
    margin-block-end: calc(var(--_space) * 3);
  }
  .head > [tabindex] > * {
    font-size: 1.125em;
  }
  .group + .group,
  .ways {
    margin-block-start: calc(var(--_space) * 4);
    padding-block-start: calc(var(--_space) * 3);
    border-block-start: 1px solid var(--_line);
  }
  .group li > a,
  .all {
    display: inline-block;
    padding-block: calc(var(--_space) * 2);
  }
  .all {
    font-size: 0.9375em;
  }
  .ways {
    display: flex;
    flex-wrap: wrap;
    gap: calc(var(--_space) * 2);
  }
  @media print {
    .help {
      display: none;
    }
  }
`;
