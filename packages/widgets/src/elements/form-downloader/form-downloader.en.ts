import type { FormTranslation } from './form-downloader.th.js';

export const en: FormTranslation = {
  label: 'Forms to download',
  search: 'Search forms',
  searchHint: 'Name or code, e.g. KM-F01',
  menu: 'Menu',
  allMenus: 'All menus',
  empty: 'No form matches',
  emptyHint: 'Try shorter words, the code of the form, or all menus.',
  clear: 'Show all forms',
  usedBy: 'Used by',
  edition: (version) => `Edition ${version}`,
  updated: (date) => `Updated ${date}`,
  downloadAs: (code) => `Download ${code} as`,
  sized: 'size',
  noFile: 'No file to download yet',
  superseded: 'No longer in use; please use',
};
