import type { Table } from '../platform/table';
import type { Sheet } from './data-set';

/** An empty file with Thai headings and an example row, which is passed over where it is left. */
export function templateOf({ name, columns }: Sheet): Table {
  return {
    name: `km-import-${name}`,
    columns: columns.map(({ th }) => ({ name: th, kind: 'text' })),
    rows: [columns.map(({ example }) => example)],
  };
}
