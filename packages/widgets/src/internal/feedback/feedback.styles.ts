import { css } from 'lit';

/** The question whether something helped. */
export const feedbackStyles = css`
  .feedback {
    margin-block-start: calc(var(--_space) * 4);
    padding-block-start: calc(var(--_space) * 3);
    border-block-start: 1px solid var(--_line);
  }
  .feedback .chips > p,
  .feedback legend {
    inline-size: 100%;
  }
  .feedback [aria-expanded='true'] {
    background: var(--_accent-ground);
    border: 2px solid var(--_accent);
  }
  .feedback form {
    display: grid;
    justify-items: start;
    gap: calc(var(--_space) * 3);
    max-inline-size: 36em;
    margin-block-start: calc(var(--_space) * 3);
  }
  .feedback form > label {
    inline-size: 100%;
  }
  .feedback fieldset {
    display: flex;
    flex-wrap: wrap;
    column-gap: calc(var(--_space) * 6);
    border: 0;
    min-inline-size: 0;
  }
  .feedback legend {
    font-weight: 600;
  }
  .feedback .choice {
    display: flex;
    align-items: center;
    gap: calc(var(--_space) * 2);
    min-block-size: var(--_target);
  }
  .feedback input {
    inline-size: 1.25em;
    block-size: 1.25em;
    accent-color: var(--_accent);
  }
  .thanks {
    color: var(--_good);
    font-weight: 500;
  }
`;
