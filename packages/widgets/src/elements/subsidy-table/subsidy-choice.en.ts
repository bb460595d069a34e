import type { SubsidyChoiceTranslation } from './subsidy-choice.th.js';

export const en: SubsidyChoiceTranslation = { change: 'Choose another authority' };
