import { css } from 'lit';

export const manualBrowserStyles = css`
  :host {
    container: manuals / inline-size;
  }
  .toolbar label {
    flex-basis: 8em;
  }
  .toolbar label:first-child {
    flex: 2 1 18em;
  }
  .menus {
    margin-block-end: calc(var(--_space) * 4);
  }
  .menus > .button,
  .topic {
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
  .topic {
    display: flex;
    align-items: center;
    min-block-size: var(--_target);
    padding: var(--_space) calc(var(--_space) * 3);
    border: 1px solid #0000;
    border-radius: var(--_radius);
    background: none;
    line-height: 1.45;
    cursor: pointer;
  }
  .topic:hover {
    background: var(--_accent-ground);
  }
  .topic[aria-current] {
    background: var(--_accent-ground);
    color: var(--_accent);
    font-weight: 600;
  }
  .topic::-webkit-details-marker {
    display: none;
  }
  :is([open] > .topic, [aria-expanded='true']) > svg {
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
`;
