import type { FaqTranslation } from './faq-list.th.js';

export const en: FaqTranslation = {
  label: 'Frequently asked questions',
  search: 'Search questions',
  searchHint: 'A question or the message on your screen',
  openAll: 'Open all answers',
  closeAll: 'Close all answers',
  empty: 'No question matches',
  emptyHint: 'Try shorter words, or paste the message the system shows.',
  clearSearch: 'Clear search',
  errorMessages: 'Message on the screen',
  related: 'Related documents',
  relatedLabel: 'Related manuals and laws',
  pinned: 'Important',
  copyLinkTo: (question) => `Copy a link to ${question}`,
};
