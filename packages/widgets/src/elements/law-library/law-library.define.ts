import { defineElement } from '../../internal/define.js';
import { LawLibraryElement } from './law-library.js';

defineElement('km-law-library', LawLibraryElement);

declare global {
  interface HTMLElementTagNameMap {
    'km-law-library': LawLibraryElement;
  }
}
