import { css } from 'lit';

export const composerStyles = css`
  .asking,
  .composer,
  .body-field {
    display: grid;
    gap: calc(var(--_space) * 4);
    min-inline-size: 0;
  }
  .body-field {
    gap: calc(var(--_space) * 2);
  }
  .asking {
    max-inline-size: 60em;
  }
  .asking > [data-item] > * {
    font-size: 1.375em;
    line-height: 1.45;
  }
  .asking > .button {
    justify-self: start;
  }
  .composer > * {
    min-inline-size: 0;
  }
  .composer .toolbar,
  .composer .notice {
    margin: 0;
  }
  .composer-head {
    display: flex;
    flex-wrap: wrap;
    align-items: end;
    justify-content: space-between;
    gap: var(--_space);
  }
  .composer-head [aria-pressed='true'] {
    background: var(--_accent-ground);
    box-shadow: inset 0 -3px 0 var(--_accent);
  }
  .tools-row {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_space);
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    background: var(--_ground);
  }
  .tools-row > .button {
    border: 0;
    background: none;
  }
  .tools-row > .button:hover {
    background: var(--_accent-ground);
  }
  textarea.field {
    resize: vertical;
    overflow-wrap: anywhere;
  }
  [aria-invalid='true'].field {
    border-color: var(--_bad);
    border-width: 2px;
  }
  .preview {
    min-block-size: 10em;
    padding: calc(var(--_space) * 3);
    border: 1px dashed var(--_border);
    border-radius: var(--_radius);
    overflow-wrap: anywhere;
  }
  .composer fieldset {
    border: 0;
  }
  .choice {
    display: flex;
    align-items: center;
    gap: calc(var(--_space) * 2);
    min-block-size: var(--_target);
  }
  .choice input {
    flex: none;
    inline-size: 1.25em;
    block-size: 1.25em;
    accent-color: var(--_accent);
  }
  .found {
    padding: calc(var(--_space) * 3) calc(var(--_space) * 4);
    border: 1px solid var(--_line);
    border-inline-start: 4px solid var(--_accent);
    border-radius: var(--_radius);
    background: var(--_ground);
  }
  .similar li {
    display: grid;
    justify-items: start;
    gap: var(--_space);
    padding-block: calc(var(--_space) * 3);
  }
  .similar li + li {
    border-block-start: 1px solid var(--_line);
  }
  .similar .chips {
    flex-wrap: nowrap;
    align-items: baseline;
  }
  .similar .chips > .chip {
    flex: none;
  }
  .uploads {
    display: grid;
    justify-items: start;
    gap: var(--_space);
  }
  .uploads .button:focus-within {
    outline: 3px solid var(--_accent);
    outline-offset: 2px;
  }
  .guard {
    align-items: start;
  }
  .guard mark {
    padding-inline: 0.25em;
    color: inherit;
    background: var(--_paper);
    border: 1px solid;
  }
  @media (forced-colors: active) {
    .composer-head [aria-pressed='true'] {
      outline: 3px solid Highlight;
    }
  }
`;
