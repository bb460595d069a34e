import type { FormPageTranslation } from './form-page.th.js';

export const en: FormPageTranslation = {
  version: 'Edition',
  pageCount: 'Pages',
  updatedOn: 'Updated',
  menus: 'Menus',
};
