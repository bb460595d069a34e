import { authorityStore } from '../authority/import-store';
import type { DataSetName, ImportStore } from './data-set';

/** The halves of every data set that know the database. */
export const stores: Partial<Record<DataSetName, ImportStore>> = {
  authority: authorityStore,
};
