import type { ContextHelpTranslation } from './context-help.th.js';

export const en: ContextHelpTranslation = {
  label: 'Help with this menu',
  open: 'Help',
  close: 'Close',
  manuals: 'Manuals',
  faqs: 'Questions and answers',
  updates: 'Latest changes',
  all: (group) => `All ${group.toLowerCase()} of this menu`,
  ask: 'Ask on the webboard',
  search: 'Search the knowledge bank',
  newTab: 'opens in a new tab',
  empty: 'There is no manual or answer for this menu yet',
  emptyHint: 'Search the knowledge bank, or ask on the webboard.',
};
