import { authorityStore } from '../authority/import-store';
import { fiscalImportStore } from '../fiscal/import-store';
import { subsidyStore } from '../subsidy/import-store';
import type { DataSetName, ImportStore } from './data-set';

/** The halves of every data set that know the database. */
export const stores: Partial<Record<DataSetName, ImportStore>> = {
  authority: authorityStore,
  fiscal: fiscalImportStore,
  subsidy: subsidyStore,
};

/** The half of a data set jobs exist of. */
export function storeOf(dataSet: DataSetName): ImportStore {
  const store = stores[dataSet];
  if (!store) throw new Error(`No import store is called ${dataSet}.`);
  return store;
}
