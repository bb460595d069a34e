import { defineElement } from '../../internal/define.js';
import { FiscalChartElement } from './fiscal-chart.js';

declare global {
  interface HTMLElementTagNameMap {
    'km-fiscal-chart': FiscalChartElement;
  }
}

defineElement('km-fiscal-chart', FiscalChartElement);
