import { defineElement } from '../../internal/define.js';
import { NewsTickerElement } from './news-ticker.js';

defineElement('km-news-ticker', NewsTickerElement);

declare global {
  interface HTMLElementTagNameMap {
    'km-news-ticker': NewsTickerElement;
  }
}
