import type { UpdateTranslation } from './update-log.th.js';

export const en: UpdateTranslation = {
  label: 'System updates',
  filters: (count) => (count ? `Filters (${count} set)` : 'Filter by menu, kind or year'),
  empty: 'No update matches',
  emptyHint: 'Try a wider menu, or all kinds and all years.',
  clearFilters: 'Clear filters',
  menu: 'Menu',
  kinds: { new: 'New', changed: 'Changed', fixed: 'Fixed', removed: 'Removed' },
  roles: 'Concerns',
  manual: 'Manual',
  before: 'Before',
  after: 'After',
  enlarge: (side) => `Enlarge the picture: ${side.toLowerCase()}`,
  pictures: 'Screen before and after the change',
  close: 'Close',
  whole: (total) => `See all ${total} changes of this release`,
};
