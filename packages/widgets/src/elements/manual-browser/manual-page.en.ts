import type { ManualPageTranslation } from './manual-page.th.js';

export const en: ManualPageTranslation = {
  version: 'Edition',
  effective: 'In use from',
  forWhom: 'For',
  system: 'System',
  updated: 'Last changed',
  reviewBy: 'To be reviewed by',
  contents: 'Contents',
  files: 'Files',
  earlier: 'Earlier editions',
  edition: (version) => `Edition ${version}`,
  since: (date) => `In use from ${date}`,
};
