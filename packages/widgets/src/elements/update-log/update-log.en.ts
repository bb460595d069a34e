import type { UpdateTranslation } from './update-log.th.js';

export const en: UpdateTranslation = {
  label: 'System updates',
  menu: 'Menu',
  allMenus: 'All menus',
  kind: 'Kind of change',
  allKinds: 'All kinds',
  kinds: { new: 'New', changed: 'Changed', fixed: 'Fixed', removed: 'Removed' },
  audienceLabel: 'For',
  year: 'Year (BE)',
  allYears: 'All years',
  empty: 'No update matches',
  emptyHint: 'Try a wider menu, or all kinds and all years.',
  clearFilters: 'Clear filters',
  roles: 'Concerns',
  manual: 'Manual',
  before: 'Before',
  after: 'After',
  enlarge: (side) => `Enlarge the picture: ${side.toLowerCase()}`,
  pictures: 'Screen before and after the change',
  close: 'Close',
  whole: (total) => `See all ${total} changes of this release`,
};
