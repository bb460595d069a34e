import { css } from 'lit';

export const dialogStyles = css`
  .asks {
    inline-size: min(34em, 100vw - 2em);
    max-block-size: calc(100vh - 2em);
    margin: auto;
    padding: calc(var(--_space) * 5);
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    background: var(--_paper);
    color: var(--_ink);
    overflow: auto;
  }
  .asks::backdrop {
    background: rgb(0 0 0 / 0.65);
  }
  .asks form,
  .asks .wordings {
    display: grid;
    gap: calc(var(--_space) * 4);
  }
  .asks .versions {
    display: grid;
    gap: calc(var(--_space) * 4);
    list-style: none;
  }
  .asks .versions li + li {
    padding-block-start: calc(var(--_space) * 4);
    border-block-start: 1px solid var(--_border);
  }
  .asks h2 {
    font-size: 1.125em;
  }
  .asks fieldset {
    border: 0;
  }
  .asks legend {
    font-size: 0.875em;
    color: var(--_quiet);
  }
  .asks .notice {
    margin: 0;
  }
  .asks .choice {
    display: flex;
    align-items: center;
    gap: calc(var(--_space) * 2);
    min-block-size: var(--_target);
  }
  .asks .choice input {
    flex: none;
    inline-size: 1.25em;
    block-size: 1.25em;
    accent-color: var(--_accent);
  }
  .asks [aria-invalid='true'] {
    border-color: var(--_bad);
    border-width: 2px;
  }
`;
