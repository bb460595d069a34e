import type { NewsTranslation } from './news-ticker.th.js';

export const en: NewsTranslation = {
  label: 'News',
  previous: 'Previous',
  next: 'Next',
  pause: 'Pause',
  play: 'Play',
  position: (index, count) => `${index} of ${count}`,
  severity: { info: '', important: 'Important', urgent: 'Urgent' },
  pinned: 'Pinned',
  files: 'Attachments',
  empty: 'There is no news at the moment',
  emptyHint: 'Please look again later.',
};
