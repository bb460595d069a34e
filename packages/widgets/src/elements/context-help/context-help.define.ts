import { defineElement } from '../../internal/define.js';
import { ContextHelpElement } from './context-help.js';

defineElement('km-context-help', ContextHelpElement);

declare global {
  interface HTMLElementTagNameMap {
    'km-context-help': ContextHelpElement;
  }
}
