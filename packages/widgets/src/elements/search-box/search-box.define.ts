import { defineElement } from '../../internal/define.js';
import { SearchBoxElement } from './search-box.js';

defineElement('km-search-box', SearchBoxElement);

declare global {
  interface HTMLElementTagNameMap {
    'km-search-box': SearchBoxElement;
  }
}
