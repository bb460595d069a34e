import type { SampleFaq } from '../types';
import { accessFaqs } from './access';
import { accountingFaqs } from './accounting';
import { administrationFaqs } from './administration';
import { budgetFaqs } from './budget';
import { expenditureFaqs } from './expenditure';
import { revenueFaqs } from './revenue';

/** Questions officers ask, with answers they can follow. */
export const faqs: SampleFaq[] = [
  ...accessFaqs,
  ...budgetFaqs,
  ...revenueFaqs,
  ...expenditureFaqs,
  ...accountingFaqs,
  ...administrationFaqs,
];
