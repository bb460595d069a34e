import type { SampleLaw } from '../types';
import { acts } from './acts';
import { regulations } from './regulations';
import { realLetters } from './real-letters';
import { accountingLetters } from './sample-accounting';
import { budgetLetters } from './sample-budget';
import { systemLetters } from './sample-system';

/** Laws and letters; whatever an item amends, repeals or clarifies is in the list too. */
export const laws: SampleLaw[] = [
  ...acts,
  ...regulations,
  ...realLetters,
  ...accountingLetters,
  ...budgetLetters,
  ...systemLetters,
];
