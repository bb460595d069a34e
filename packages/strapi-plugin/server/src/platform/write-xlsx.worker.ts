import { parentPort, workerData } from 'node:worker_threads';
import writeExcelFile from 'write-excel-file/node';
import { giveWay } from './give-way';
import type { CellKind, Table } from './table';

const formats: Record<CellKind, string | undefined> = {
  text: undefined,
  number: '#,##0.####',
  money: '#,##0.00',
};

giveWay();
void write(workerData as Table);

async function write({ columns, rows }: Table): Promise<void> {
  const heading = columns.map(({ name }) => ({ value: name, fontWeight: 'bold' as const }));
  const body = rows.map((row) =>
    row.map((value, at) => {
      if (value === null) return null;
      const kind = columns[at]?.kind ?? 'text';
      // A cell of type String is never read as a formula, whatever it begins with.
      return typeof value === 'number'
        ? { value, type: Number, format: formats[kind] }
        : { value, type: String };
    })
  );
  const file = writeExcelFile([heading, ...body], {
    columns: columns.map(({ kind }) => ({ width: kind === 'text' ? 24 : 18 })),
    stickyRowsCount: 1,
    sheet: 'data',
  });
  parentPort?.postMessage(await file.toBuffer());
}
