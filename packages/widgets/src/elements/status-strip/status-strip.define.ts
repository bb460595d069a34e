import { defineElement } from '../../internal/define.js';
import { StatusStripElement } from './status-strip.js';

defineElement('km-status-strip', StatusStripElement);

declare global {
  interface HTMLElementTagNameMap {
    'km-status-strip': StatusStripElement;
  }
}
