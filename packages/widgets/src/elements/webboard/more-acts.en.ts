import type { MoreTranslation } from './more-acts.th.js';

export const en: MoreTranslation = {
  mention: 'Mention',
  edit: 'Edit',
  history: 'Earlier wordings',
  remove: 'Delete',
  report: 'Report',
  promote: 'Add to the FAQ',
  moderate: 'Moderate',
  failed: 'That did not work. Check the connection and try again.',
};
