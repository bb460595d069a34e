import { css } from 'lit';

export const threadPageStyles = css`
  .page,
  .replies {
    display: grid;
    gap: calc(var(--_space) * 5);
  }
  .page > *,
  .replies > * {
    min-inline-size: 0;
  }
  .page .notice {
    margin: 0;
  }
  .head {
    display: grid;
    gap: calc(var(--_space) * 2);
  }
  [data-item] > * {
    font-size: 1.375em;
    line-height: 1.45;
    overflow-wrap: anywhere;
  }
  .post {
    display: grid;
    gap: calc(var(--_space) * 3);
    padding: calc(var(--_space) * 4);
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    scroll-margin-block-start: 1em;
  }
  .post > * {
    min-inline-size: 0;
  }
  .question {
    border-inline-start: 4px solid var(--_accent);
  }
  .accepted {
    border-color: var(--_good);
    border-inline-start-width: 4px;
  }
  .post-head {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: calc(var(--_space) * 2) calc(var(--_space) * 3);
  }
  .post .blocks {
    max-inline-size: 46em;
    overflow-wrap: anywhere;
  }
  /* The server has made a line break of each line already. */
  .post .blocks :is(p, li, blockquote),
  .preview .blocks :is(p, li, blockquote) {
    white-space: normal;
  }
  .blocks .heading {
    font-weight: 600;
  }
  .blocks .mention {
    color: var(--_accent);
    font-weight: 500;
  }
  .quote {
    max-inline-size: 46em;
    padding: calc(var(--_space) * 2) calc(var(--_space) * 3);
    border-inline-start: 3px solid var(--_border);
    background: var(--_ground);
    font-size: 0.9375em;
  }
  .message > code {
    white-space: pre-wrap;
    font-family: inherit;
    font-size: 0.9375em;
    color: var(--_ink);
    overflow-wrap: anywhere;
  }
  .files {
    display: flex;
    flex-wrap: wrap;
    gap: calc(var(--_space) * 3);
  }
  .picture {
    display: block;
  }
  .picture img {
    max-block-size: 16em;
    inline-size: auto;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
  }
  .acts {
    display: flex;
    flex-wrap: wrap;
    align-items: end;
    gap: calc(var(--_space) * 2);
  }
  .acts .acts {
    flex-basis: 100%;
    padding-block-start: calc(var(--_space) * 2);
    border-block-start: 1px solid var(--_line);
  }
  .vote[aria-pressed='true'] {
    background: var(--_accent-ground);
    border-color: var(--_accent);
    box-shadow: inset 0 -3px 0 var(--_accent);
  }
  .acts label {
    flex: 0 1 15em;
  }
  .reply-box {
    display: grid;
    justify-items: stretch;
    gap: calc(var(--_space) * 2);
  }
  .reply-box > .button {
    justify-self: start;
  }
  .reply-box > p:empty {
    display: none;
  }
  @media (forced-colors: active) {
    .vote[aria-pressed='true'] {
      outline: 3px solid Highlight;
    }
  }
  @media print {
    .post {
      break-inside: avoid;
    }
    .post .blocks {
      max-inline-size: none;
    }
  }
`;
