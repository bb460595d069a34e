import type { Migration } from '../platform/migrations';
import { authority } from './authority';
import { fiscal } from './fiscal';
import { fiscalYears } from './fiscal-years';
import { foundation } from './foundation';
import { imports } from './import';
import { member } from './member';
import { limits } from './limits';
import { reads } from './reads';
import { search } from './search';
import { subsidy } from './subsidy';
import { webboard } from './webboard';

/** Every step there ever was, in order. A released step is history: add another one instead. */
export const migrations: readonly Migration[] = [
  ...foundation,
  ...fiscal,
  ...subsidy,
  ...imports,
  ...search,
  ...authority,
  ...member,
  ...webboard,
  ...limits,
  ...reads,
  ...fiscalYears,
];
