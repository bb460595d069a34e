import { defineElement } from '../../internal/define.js';
import { FaqListElement } from './faq-list.js';

defineElement('km-faq-list', FaqListElement);

declare global {
  interface HTMLElementTagNameMap {
    'km-faq-list': FaqListElement;
  }
}
