import type { Migration } from '../platform/migrations';
import { authority } from './authority';
import { fiscal } from './fiscal';
import { foundation } from './foundation';
import { imports } from './import';
import { limits } from './limits';
import { search } from './search';
import { subsidy } from './subsidy';

/** Every step there ever was, in order. A released step is history: add another one instead. */
export const migrations: readonly Migration[] = [
  ...foundation,
  ...fiscal,
  ...subsidy,
  ...imports,
  ...search,
  ...authority,
  ...limits,
];
