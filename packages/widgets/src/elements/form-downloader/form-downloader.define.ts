import { defineElement } from '../../internal/define.js';
import { FormDownloaderElement } from './form-downloader.js';

defineElement('km-form-downloader', FormDownloaderElement);

declare global {
  interface HTMLElementTagNameMap {
    'km-form-downloader': FormDownloaderElement;
  }
}
