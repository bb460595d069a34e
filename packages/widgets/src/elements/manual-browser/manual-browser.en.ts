import type { ManualTranslation } from './manual-browser.th.js';

export const en: ManualTranslation = {
  label: 'Manuals and documents',
  search: 'Search manuals',
  searchHint: 'Title or subject of a manual',
  audienceFilter: 'For whom',
  systemFilter: 'System',
  allSystems: 'All systems',
  menus: 'Menus of the system',
  allMenus: 'All menus',
  empty: 'No manual matches',
  emptyHint: 'Try shorter words or another menu.',
  clear: 'Clear all filters',
  edition: (version) => `Edition ${version}`,
  since: (date) => `In use from ${date}`,
};
