import type { SubsidyExportsTranslation } from './subsidy-exports.th.js';

export const en: SubsidyExportsTranslation = { download: 'Download all as' };
