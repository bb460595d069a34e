export { KmElement } from './internal/km-element.js';
export { setDefaultApi } from './client/api-address.js';
export { version } from './version.js';
export * from './elements/faq-list/faq-list.js';
export * from './elements/news-ticker/news-ticker.js';
export * from './elements/manual-browser/manual-browser.js';
export * from './elements/law-library/law-library.js';
export * from './elements/update-log/update-log.js';
export * from './elements/form-downloader/form-downloader.js';
