import { css } from 'lit';

export const searchBoxStyles = css`
  form {
    position: relative;
    display: flex;
    align-items: start;
    gap: calc(var(--_space) * 2);
  }
  /* The root is a stacking context, and what follows it in the page must stay below the popup. */
  .open {
    position: relative;
    z-index: 20;
  }
  [part='submit'] {
    min-block-size: calc(var(--_target) + 2px);
  }
  .combo {
    flex: 1;
    min-inline-size: 0;
  }
  .frame {
    display: flex;
    align-items: center;
    min-inline-size: 0;
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    background: var(--_paper);
    overflow: hidden;
  }
  .frame:focus-within {
    outline: 3px solid var(--_accent);
    outline-offset: 2px;
    box-shadow: 0 0 0 2px var(--_paper);
  }
  .frame > svg {
    margin-inline: calc(var(--_space) * 3) calc(var(--_space) * 2);
    color: var(--_quiet);
  }
  [part='field'] {
    flex: 1;
    min-inline-size: 0;
    min-block-size: var(--_target);
    border: 0;
    background: none;
    text-overflow: ellipsis;
  }
  [part='field']:focus-visible {
    outline: none;
    box-shadow: none;
  }
  [part='field']::placeholder {
    color: var(--_quiet);
    opacity: 1;
  }
  textarea[part='field'] {
    padding-block: calc(var(--_space) * 2);
    resize: vertical;
  }
  .clear {
    align-self: stretch;
    display: grid;
    place-content: center;
    inline-size: var(--_target);
    border: 0;
    background: none;
    color: var(--_quiet);
  }
  .clear:focus-visible {
    outline-offset: -4px;
    box-shadow: none;
  }
  .popup {
    position: absolute;
    inset-inline: 0;
    inset-block-start: calc(100% + 4px);
    max-block-size: min(28em, 70vh);
    overflow: auto;
    padding: var(--_space);
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    background: var(--_paper);
    box-shadow: 0 4px 16px rgb(0 0 0 / 18%);
  }
  .popup > p {
    padding: var(--_space) calc(var(--_space) * 2);
  }
  [role='listbox'] {
    list-style: none;
  }
  [role='option'] {
    display: flex;
    align-items: center;
    gap: calc(var(--_space) * 2);
    min-block-size: var(--_target);
    padding: var(--_space) calc(var(--_space) * 2);
    border-radius: var(--_radius);
    cursor: pointer;
  }
  [role='option'] > svg {
    color: var(--_quiet);
    inline-size: 1em;
    block-size: 1em;
  }
  [role='option'] > span:first-of-type {
    flex: 1;
    min-inline-size: 0;
  }
  [role='option'] > .quiet {
    font-size: 0.875em;
    text-align: end;
  }
  [role='option']:hover {
    background: var(--_ground);
  }
  [role='option'][aria-selected='true'] {
    background: var(--_accent-ground);
    box-shadow: inset 4px 0 var(--_accent);
  }
  @container (max-width: 30em) {
    [role='option'] {
      flex-wrap: wrap;
      row-gap: 0;
    }
    [role='option'] > .quiet {
      flex-basis: 100%;
      padding-inline-start: calc(1.15em + var(--_space) * 2);
      text-align: start;
    }
  }
  form + .label {
    margin-block-start: calc(var(--_space) * 2);
  }
  mark {
    background: none;
    color: inherit;
    font-weight: 700;
  }
  @media (forced-colors: active) {
    [role='option'][aria-selected='true'] {
      forced-color-adjust: none;
      background: Highlight;
      color: HighlightText;
    }
    [role='option'][aria-selected='true'] > * {
      color: inherit;
    }
  }
  @media print {
    form,
    form + .label {
      display: none;
    }
  }
`;
