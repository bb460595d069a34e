import { defineElement } from '../../internal/define.js';
import { ManualBrowserElement } from './manual-browser.js';

defineElement('km-manual-browser', ManualBrowserElement);

declare global {
  interface HTMLElementTagNameMap {
    'km-manual-browser': ManualBrowserElement;
  }
}
