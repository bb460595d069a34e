import { passAddressOn } from './address.js';
import { applyDisplay, connectDisplayButtons } from './display.js';
import { connectMenu } from './menu.js';

// This file stands in the head and blocks: the page is never painted in colours not chosen.
document.documentElement.dataset.script = 'on';
applyDisplay();

document.addEventListener('DOMContentLoaded', () => {
  applyDisplay();
  connectDisplayButtons();
  connectMenu();
  passAddressOn();
});
