import { defineElement } from '../../internal/define.js';
import { WebboardElement } from './webboard.js';

defineElement('km-webboard', WebboardElement);

declare global {
  interface HTMLElementTagNameMap {
    'km-webboard': WebboardElement;
  }
}
