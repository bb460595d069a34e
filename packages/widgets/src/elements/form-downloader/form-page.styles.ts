import { css } from 'lit';

/** One form, with its files as large as they are wanted. */
export const formPageStyles = css`
  .form .downloads {
    display: flex;
    flex-flow: row wrap;
    gap: calc(var(--_space) * 3);
  }
  .form .downloads > .button {
    flex: 1 1 9em;
    max-inline-size: 16em;
    min-block-size: calc(var(--_target) + 1em);
    padding-inline: calc(var(--_space) * 5);
  }
  .form:not(.old) .downloads > .button {
    border-color: transparent;
    background: var(--_accent);
    color: var(--_on-accent);
  }
  .form:not(.old) .downloads > .button:hover {
    text-decoration: underline;
  }
  .form .superseded {
    margin: 0;
  }
  @media (forced-colors: active) {
    .form .downloads > .button {
      border-color: currentColor;
    }
  }
  @media print {
    .form .downloads {
      display: none;
    }
  }
`;
