import { defineElement } from '../../internal/define.js';
import { MemberMenuElement } from './member-menu.js';

defineElement('km-member-menu', MemberMenuElement);

declare global {
  interface HTMLElementTagNameMap {
    'km-member-menu': MemberMenuElement;
  }
}
