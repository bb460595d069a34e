import { defineElement } from '../../internal/define.js';
import { UpdateLogElement } from './update-log.js';

defineElement('km-update-log', UpdateLogElement);

declare global {
  interface HTMLElementTagNameMap {
    'km-update-log': UpdateLogElement;
  }
}
