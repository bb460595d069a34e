import { defineElement } from '../../internal/define.js';
import { SubsidyTableElement } from './subsidy-table.js';

defineElement('km-subsidy-table', SubsidyTableElement);

declare global {
  interface HTMLElementTagNameMap {
    'km-subsidy-table': SubsidyTableElement;
  }
}
