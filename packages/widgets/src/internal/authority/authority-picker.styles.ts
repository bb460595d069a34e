import { css } from 'lit';

export const authorityPickerStyles = css`
  .picker {
    display: grid;
    gap: calc(var(--_space) * 2);
    max-inline-size: 34em;
  }
  .picker > label {
    font-weight: 600;
  }
  .options {
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    overflow: hidden;
  }
  .options > * {
    display: block;
    inline-size: 100%;
    min-block-size: var(--_target);
    padding: var(--_space) calc(var(--_space) * 3);
    border: 0;
    background: none;
    text-align: start;
  }
  .options > * + * {
    border-block-start: 1px solid var(--_line);
  }
  .options > :hover {
    background: var(--_ground);
  }
  .options > [aria-selected='true'] {
    background: var(--_accent-ground);
    box-shadow: inset 4px 0 0 var(--_accent);
  }
  .options .quiet {
    font-size: 0.875em;
  }
  @media (forced-colors: active) {
    .options > [aria-selected='true'] {
      outline: 3px solid Highlight;
      outline-offset: -3px;
    }
  }
  @media print {
    .picker {
      display: none;
    }
  }
`;
