import type { UpdateFiltersTranslation } from './update-filters.th.js';

export const en: UpdateFiltersTranslation = {
  allMenus: 'All menus',
  kind: 'Kind of change',
  allKinds: 'All kinds',
  audienceLabel: 'For',
  year: 'Year (BE)',
  allYears: 'All years',
};
