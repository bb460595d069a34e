import { coloursShown, coloursToKeep, parseColours, widgetTheme, type Colours } from './colours.js';
import { keepPreference, readPreference } from './preferences.js';
import { changeTextSize, parseTextSize, percentOf, type TextSize } from './text-size.js';

const { documentElement: root } = document;
// Not at once: a question about the system makes the browser style the page, before there is one.
const darkSystem = () => matchMedia('(prefers-color-scheme: dark)');
let size: TextSize = parseTextSize(readPreference('text-size'));
let chosen: Colours | null = parseColours(readPreference('colours'));

/** Shows the page as the reader chose earlier; called before anything is painted. */
export function applyDisplay(): void {
  root.dataset.textSize = size;
  root.dataset.kmTheme = chosen ?? 'auto';
  for (const widget of document.querySelectorAll('[theme]')) {
    widget.setAttribute('theme', widgetTheme(chosen));
  }
  const buttons = document.querySelectorAll<HTMLElement>('[data-colours]');
  const shown = buttons.length && coloursShown(chosen, { prefersDark: darkSystem().matches });
  for (const button of buttons) {
    button.setAttribute('aria-pressed', String(button.dataset.colours === shown));
  }
}

/** Gives the buttons of the header their work. */
export function connectDisplayButtons(): void {
  const status = document.getElementById('display-status');
  for (const button of document.querySelectorAll<HTMLElement>('button[data-text-size]')) {
    button.addEventListener('click', () => {
      size = changeTextSize(size, button.dataset.textSize as 'smaller' | 'normal' | 'larger');
      keepPreference('text-size', size);
      applyDisplay();
      if (status) status.textContent = `ขนาดตัวอักษร ${percentOf[size]} เปอร์เซ็นต์`;
    });
  }
  for (const button of document.querySelectorAll<HTMLElement>('[data-colours]')) {
    button.addEventListener('click', () => {
      const wanted = parseColours(button.dataset.colours ?? null);
      chosen = wanted && coloursToKeep(wanted, { prefersDark: darkSystem().matches });
      keepPreference('colours', chosen);
      applyDisplay();
    });
  }
  // Kept by its listener.
  darkSystem().addEventListener('change', applyDisplay);
}
