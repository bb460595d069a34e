import { passAddressOn } from './address.js';
import { applyDisplay, connectDisplayButtons } from './display.js';
import { connectMenu } from './menu.js';

// This file stands in the head and blocks: the page is never painted in colours not chosen.
document.documentElement.dataset.script = 'on';
// Only pages of this origin may frame one of ours: the admin panel, which has a head of its own.
const isFramed = window !== window.top;
if (isFramed) document.documentElement.dataset.framed = 'on';
applyDisplay();

document.addEventListener('DOMContentLoaded', () => {
  applyDisplay();
  if (isFramed) openLinksOutside();
  connectDisplayButtons();
  connectMenu();
  passAddressOn();
});

/** A link followed within the frame would show a page without a way back. */
function openLinksOutside(): void {
  for (const link of document.links) link.target = '_blank';
}
