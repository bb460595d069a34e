import { css } from 'lit';

/** Box, type, controls, chips, notices, skeleton, focus and print: the same in every element. */
export const hostStyles = css`
  :host {
    display: block;
  }
  :host([hidden]),
  [hidden] {
    display: none !important;
  }
  *,
  ::before,
  ::after {
    box-sizing: border-box;
    margin: 0;
    padding: 0;
  }
  /* What a page sets on everything (a star rule, a spaced-out body) ends here. */
  .root {
    position: relative;
    container-type: inline-size;
    font-family: var(--km-font, inherit);
    font-style: normal;
    font-weight: 400;
    line-height: 1.65;
    letter-spacing: normal;
    word-spacing: normal;
    text-align: start;
    text-indent: 0;
    text-shadow: none;
    text-transform: none;
    white-space: normal;
    overflow-wrap: break-word;
    word-break: normal;
    color: var(--_ink);
    background: var(--_paper);
  }
  h2,
  h3,
  h4,
  h5,
  h6 {
    font-size: 1em;
    font-weight: 600;
    line-height: 1.5;
    text-wrap: balance;
    break-after: avoid;
  }
  /* Pages without a doctype would give tables a type of their own. */
  table {
    font: inherit;
    color: inherit;
  }
  ul[role='list'] {
    list-style: none;
  }
  a {
    color: var(--_accent);
    text-underline-offset: 0.2em;
  }
  svg {
    flex: none;
    inline-size: 1.25em;
    block-size: 1.25em;
    fill: none;
    stroke: currentColor;
    stroke-width: 2;
    stroke-linejoin: round;
  }
  img {
    max-inline-size: 100%;
    block-size: auto;
  }
  button,
  input,
  select,
  textarea {
    font: inherit;
    color: inherit;
  }
  button {
    cursor: pointer;
  }
  /* Two rings, so that it shows on any ground. */
  :focus-visible {
    outline: 3px solid var(--_accent);
    outline-offset: 2px;
    box-shadow: 0 0 0 2px var(--_paper);
    border-radius: var(--_radius);
  }
  .button,
  .field {
    min-block-size: var(--_target);
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    background: var(--_paper);
    padding: var(--_space) calc(var(--_space) * 3);
  }
  .field {
    inline-size: 100%;
  }
  .field::placeholder {
    color: var(--_quiet);
    opacity: 1;
  }
  .button {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: calc(var(--_space) * 2);
    color: var(--_accent);
    font-weight: 600;
    text-decoration: none;
  }
  .button:hover {
    background: var(--_accent-ground);
  }
  /* Kind, size and pages of a file. */
  .button .quiet {
    display: inline-block;
  }
  .plain {
    border-color: transparent;
  }
  .primary {
    background: var(--_accent);
    color: var(--_on-accent);
  }
  .primary:hover {
    background: var(--_ink);
  }
  .button[disabled] {
    opacity: 0.6;
    cursor: default;
  }
  .toolbar,
  .more,
  .notice,
  .chips {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: calc(var(--_space) * 3);
  }
  .toolbar {
    align-items: end;
    margin-block-end: calc(var(--_space) * 4);
  }
  .toolbar label {
    flex: 1 1 12em;
    min-inline-size: 0;
  }
  .label {
    display: block;
    font-size: 0.875em;
  }
  .label,
  .quiet {
    color: var(--_quiet);
  }
  .chips {
    gap: calc(var(--_space) * 2);
  }
  .chip {
    display: inline-flex;
    align-items: center;
    gap: var(--_space);
    padding-inline: calc(var(--_space) * 2);
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    background: var(--_ground);
    color: var(--_quiet);
    font-size: 0.8125em;
    font-weight: 500;
  }
  .accent {
    color: var(--_accent);
    background: var(--_accent-ground);
  }
  .good {
    color: var(--_good);
    background: var(--_good-ground);
  }
  .warning {
    color: var(--_warning);
    background: var(--_warning-ground);
  }
  .bad {
    color: var(--_bad);
    background: var(--_bad-ground);
  }
  .sample {
    border: 1px dashed;
    color: var(--_warning);
    background: none;
  }
  .notice {
    margin-block-end: calc(var(--_space) * 3);
    padding: calc(var(--_space) * 2) calc(var(--_space) * 3);
    border: 1px solid;
    border-inline-start-width: 4px;
    border-radius: var(--_radius);
  }
  .notice > p {
    flex: 1 1 12em;
    color: var(--_ink);
  }
  /* Lies above what it is about, and only if the newest keeps readers waiting: nothing moves. */
  .checking {
    position: absolute;
    inset-block-start: 0;
    inset-inline-end: 0;
    animation: appear 1s steps(1);
  }
  @keyframes appear {
    from {
      opacity: 0;
    }
  }
  .empty {
    padding: calc(var(--_space) * 6) calc(var(--_space) * 4);
    border: 1px dashed var(--_border);
    border-radius: var(--_radius);
    text-align: center;
  }
  .skeleton {
    display: grid;
    gap: calc(var(--_space) * 2);
  }
  .skeleton > * {
    block-size: var(--_row, calc(var(--_target) + 1em));
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    background: var(--_ground);
  }
  .more {
    margin-block-start: calc(var(--_space) * 4);
  }
  .blocks > * + * {
    margin-block-start: 0.75em;
  }
  /* Shift-Enter of the editor is a line break within the paragraph. */
  .blocks :is(p, li, blockquote) {
    white-space: pre-line;
  }
  .blocks :is(ul, ol) {
    padding-inline-start: 1.75em;
  }
  .blocks blockquote {
    padding-inline-start: 1em;
    border-inline-start: 3px solid var(--_line);
  }
  .blocks pre {
    padding: calc(var(--_space) * 2) calc(var(--_space) * 3);
    background: var(--_ground);
    white-space: pre-wrap;
  }
  .blocks a {
    overflow-wrap: anywhere;
  }
  .visually-hidden {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  @media (prefers-reduced-motion: no-preference) {
    .skeleton > * {
      animation: breathe 1.6s infinite alternate;
    }
    @keyframes breathe {
      to {
        opacity: 0.55;
      }
    }
  }
  @media print {
    .no-print {
      display: none !important;
    }
    .toolbar,
    .button,
    .notice,
    .more {
      display: none;
    }
    .root {
      container-type: normal;
      font-size: 12pt;
    }
  }
`;
