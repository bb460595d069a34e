import { css } from 'lit';

/** A button in a page's head, with its menu below it. */
export const memberMenuStyles = css`
  :host {
    inline-size: fit-content;
    max-inline-size: 100%;
  }
  .root {
    container-type: normal;
    position: relative;
    background: none;
  }
  .opener {
    display: inline-flex;
    align-items: center;
    gap: calc(var(--_space) * 2);
    max-inline-size: 100%;
  }
  .name {
    min-inline-size: 0;
    max-inline-size: 14em;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .count {
    min-inline-size: 1.6em;
    padding-inline: 0.45em;
    border-radius: 1em;
    background: var(--_bad);
    color: var(--_paper);
    font-size: 0.8125em;
    font-weight: 600;
    text-align: center;
    font-variant-numeric: tabular-nums;
  }
  .popup {
    position: absolute;
    inset-inline-end: 0;
    inset-block-start: calc(100% + var(--_space));
    z-index: 20;
    display: grid;
    min-inline-size: max(100%, 15em);
    max-inline-size: min(20em, 90vw);
    padding: calc(var(--_space) * 2);
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    background: var(--_paper);
    box-shadow: 0 4px 16px rgb(23 32 46 / 18%);
  }
  .popup :is(a, button) {
    display: flex;
    align-items: center;
    inline-size: 100%;
    min-block-size: var(--_target);
    padding-inline: calc(var(--_space) * 2);
    border: 0;
    border-radius: var(--_radius);
    background: none;
    color: var(--_ink);
    text-align: start;
    text-decoration: none;
  }
  .popup :is(a, button):hover {
    background: var(--_accent-ground);
  }
  .who {
    padding: var(--_space) calc(var(--_space) * 2) calc(var(--_space) * 2);
    border-block-end: 1px solid var(--_line);
    color: var(--_quiet);
    font-size: 0.9375em;
  }
  .who > b {
    display: block;
    color: var(--_ink);
  }
  .notice {
    margin-block-start: calc(var(--_space) * 2);
    max-inline-size: 24em;
  }
  @media (forced-colors: active) {
    .count {
      border: 1px solid;
    }
  }
  @media print {
    :host {
      display: none;
    }
  }
`;
