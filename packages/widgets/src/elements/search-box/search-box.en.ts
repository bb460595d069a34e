import type { SearchTranslation } from './search-box.th.js';

export const en: SearchTranslation = {
  label: 'Search the e-LAAS knowledge bank',
  field: 'Words, a letter number, or the message on your screen',
  hint: 'e.g. โอนงบประมาณ, ว 5912',
  submit: 'Search',
  clear: 'Clear',
  suggestions: 'Suggestions',
  recent: 'Recent searches on this device',
  clearRecent: 'Clear recent searches',
  count: (count) => `${count} suggestions, use the up and down arrows to choose`,
  meant: (used) => `Suggestions for “${used}”`,
  keys: 'Enter searches, Shift+Enter starts a new line',
  loading: 'Searching',
  failed: 'The knowledge bank cannot be reached. Check your connection and try again.',
  services: {
    manual: 'Manuals',
    law: 'Laws and letters',
    faq: 'Questions',
    news: 'News',
    update: 'Updates',
    form: 'Forms',
    thread: 'Webboard',
    authority: 'Authorities',
    page: 'Pages',
  },
};
