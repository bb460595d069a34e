import { html, type Html } from '../html.js';

/** A sign drawn on a grid of 24 by 24; always beside words, so it has no name of its own. */
export function renderIcon(path: string): Html {
  return html`<svg class="icon" viewBox="0 0 24 24" width="24" height="24" aria-hidden="true">
    <path d="${path}" />
  </svg>`;
}
