import { css } from 'lit';

export const statusStripStyles = css`
  :host {
    --_row: 3.5em;
  }
  /* Pages may put room around the strip; there is none around nothing. */
  :host([data-silent]) {
    display: none;
  }
  .state,
  .coming {
    padding: calc(var(--_space) * 2) calc(var(--_space) * 4);
    border: 1px solid var(--_line);
    border-inline-start: 4px solid var(--_good);
    border-radius: var(--_radius);
  }
  .state[data-state='slow'] {
    border-color: var(--_warning);
    background: var(--_warning-ground);
  }
  .state[data-state='closed'] {
    border-color: var(--_bad);
    background: var(--_bad-ground);
  }
  .state,
  .notice-words {
    display: grid;
    gap: calc(var(--_space) * 2);
    color: var(--_ink);
  }
  .state .chip {
    border-color: currentColor;
  }
  .headline {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: calc(var(--_space) * 2);
  }
  .headline > strong {
    flex: 1 1 14em;
  }
  .advice-label {
    font-weight: 600;
  }
  .coming {
    margin-block-start: calc(var(--_space) * 2);
    border-inline-start-color: var(--_accent);
  }
  .times,
  .coming {
    display: flex;
    flex-wrap: wrap;
    gap: 0 calc(var(--_space) * 4);
    font-size: 0.9375em;
  }
  .advice {
    padding-inline-start: 1.5em;
  }
`;
