import type { FaqTranslation } from './faq-list.th.js';

export const en: FaqTranslation = {
  label: 'Frequently asked questions',
  search: 'Search questions',
  searchHint: 'A question, or the message on your screen',
  openAll: 'Open all answers',
  closeAll: 'Close all answers',
  empty: 'No question matches',
  emptyHint: 'Try shorter words, or paste the message the system shows.',
  errorMessages: 'Message on the screen',
  related: 'Related documents',
  pinned: 'Important',
};
