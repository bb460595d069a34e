export { KmElement } from './internal/km-element.js';
export { setDefaultApi } from './client/api-address.js';
export { version } from './version.js';
export * from './elements/faq-list/faq-list.js';
