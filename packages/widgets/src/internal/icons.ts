import { html, type TemplateResult } from 'lit';

/** Drawn on a grid of 24; always beside a word, so it has no name of its own. */
export const draw = (path: string): TemplateResult =>
  html`<svg viewBox="0 0 24 24" aria-hidden="true"><path d=${path} /></svg>`;

export const chevronIcon = draw('m6 9 6 6 6-6');
export const warningIcon = draw('M12 3 2 20h20L12 3zm0 7v4m0 3v.01');
export const downloadIcon = draw('M12 4v11m-5-5 5 5 5-5M5 20h14');
export const linkIcon = draw('M9 15l6-6M11 6l1-1a4 4 0 0 1 6 6l-1 1M13 18l-1 1a4 4 0 0 1-6-6l1-1');
export const backIcon = draw('m11 6-6 6 6 6M5 12h14');
