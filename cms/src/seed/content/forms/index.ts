import { accessForms } from './access';
import { accountingForms } from './accounting';
import { workForms } from './work';
import type { SampleForm } from '../types';

export const forms: SampleForm[] = [...accessForms, ...workForms, ...accountingForms].sort((a, b) =>
  a.code.localeCompare(b.code)
);
