import { css } from 'lit';

export const manualBrowserStyles = css`
  :host {
    container: manuals / inline-size;
  }
  .menus {
    margin-block-end: calc(var(--_space) * 4);
  }
  .menus > .button {
    justify-content: space-between;
    inline-size: 100%;
    text-align: start;
  }
  .menus > [data-closed] {
    display: none;
  }
  .menus > div {
    padding: calc(var(--_space) * 2);
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    background: var(--_ground);
  }
  .menus ul ul {
    margin-inline-start: 0.75em;
    border-inline-start: 1px solid var(--_line);
  }
  .branch {
    display: flex;
    flex-direction: row-reverse;
  }
  .topic,
  .twist {
    display: flex;
    align-items: center;
    min-block-size: var(--_target);
    border: 0;
    border-radius: var(--_radius);
    background: none;
    text-align: start;
  }
  .topic {
    flex: 1;
    inline-size: 100%;
    min-inline-size: 0;
    padding: var(--_space) calc(var(--_space) * 3);
    line-height: 1.45;
  }
  .twist {
    flex: none;
    justify-content: center;
    inline-size: var(--_target);
    color: var(--_accent);
  }
  .topic:hover,
  .twist:hover {
    background: var(--_accent-ground);
  }
  .topic[aria-current] {
    background: var(--_accent-ground);
    color: var(--_accent);
    font-weight: 600;
    box-shadow: inset 3px 0 var(--_accent);
  }
  [aria-expanded='true'] > svg {
    transform: rotate(180deg);
  }
  @container manuals (min-width: 48em) {
    .browse {
      display: grid;
      grid-template: repeat(5, auto) 1fr / 17em minmax(0, 1fr);
      column-gap: calc(var(--_space) * 7);
    }
    .browse > * {
      grid-column: 2;
    }
    .browse > .toolbar {
      grid-column: 1 / -1;
    }
    .browse > .menus {
      grid-area: 2 / 1 / -1;
    }
    .menus > .button {
      display: none;
    }
    .menus > [data-closed] {
      display: block;
    }
  }
  @media (forced-colors: active) {
    .topic[aria-current] {
      outline: 2px solid;
      outline-offset: -2px;
    }
  }
  @media print {
    .menus {
      display: none;
    }
  }
`;
