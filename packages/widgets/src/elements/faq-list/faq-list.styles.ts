import { css } from 'lit';

export const faqListStyles = css`
  .list {
    display: grid;
    gap: var(--gap, 0);
  }
  .item {
    border: 1px solid var(--_line);
    background: var(--_paper);
  }
  .item + .item {
    margin-block-start: -1px;
  }
  .item:first-child {
    border-start-start-radius: var(--_radius);
    border-start-end-radius: var(--_radius);
  }
  .item:last-child {
    border-end-start-radius: var(--_radius);
    border-end-end-radius: var(--_radius);
  }
  .question {
    display: flex;
    align-items: start;
    gap: calc(var(--_space) * 3);
    inline-size: 100%;
    min-block-size: calc(var(--_target) + 0.5em);
    padding: calc(var(--_space) * 3) calc(var(--_space) * 4);
    border: 0;
    border-inline-start: 4px solid transparent;
    background: none;
    font-weight: 600;
    text-align: start;
    scroll-margin-block-start: 5em;
  }
  .question:hover {
    background: var(--_ground);
  }
  .question:focus-visible {
    position: relative;
  }
  .question[aria-expanded='true'] {
    border-inline-start-color: var(--_accent);
    background: var(--_ground);
    color: var(--_accent);
  }
  .question > span {
    flex: 1;
    min-inline-size: 0;
  }
  .question > svg {
    margin-block-start: 0.2em;
    color: var(--_accent);
  }
  .question[aria-expanded='true'] > svg {
    transform: rotate(180deg);
  }
  .question .chip {
    margin-inline-end: calc(var(--_space) * 2);
    vertical-align: 0.1em;
  }
  .answer {
    padding: calc(var(--_space) * 3) calc(var(--_space) * 4) calc(var(--_space) * 4);
    border-block-start: 1px solid var(--_line);
  }
  .answer .blocks {
    max-inline-size: 46em;
  }
  .aside {
    display: grid;
    gap: calc(var(--_space) * 2);
    margin-block-start: calc(var(--_space) * 4);
  }
  .aside .label {
    font-weight: 600;
  }
  .aside li + li {
    margin-block-start: calc(var(--_space) * 2);
  }
  code.chip {
    white-space: pre-wrap;
    font-family: inherit;
    color: var(--_ink);
    font-size: 0.9375em;
  }
  .footer {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: calc(var(--_space) * 2);
    margin-block-start: calc(var(--_space) * 3);
  }
  @container (min-width: 40em) {
    .answer {
      padding-inline-start: calc(var(--_space) * 5);
    }
  }
  @media (prefers-reduced-motion: no-preference) {
    .question > svg {
      transition: transform 0.15s;
    }
  }
  @media print {
    .item {
      break-inside: avoid;
    }
    .question > svg {
      display: none;
    }
  }
`;
