import { describe, expect, it } from 'vitest';
import { csvOf, harmless, type Table } from './table';

const table = (rows: Table['rows']): Table => ({
  name: 'figures',
  columns: [
    { name: 'name', kind: 'text' },
    { name: 'people', kind: 'number' },
    { name: 'amount', kind: 'money' },
  ],
  rows,
});
const textOf = async (rows: Table['rows']) => (await csvOf(table(rows))).toString('utf8');

describe('a table as CSV', () => {
  it('opens with a byte order mark and English headings', async () => {
    expect(await textOf([])).toBe('\uFEFFname,people,amount\r\n');
  });

  it('writes money with two decimals and leaves what is absent empty', async () => {
    expect(
      await textOf([
        ['ก', 12, 1234.5],
        ['ข', null, null],
        ['ค', 0, 0],
      ])
    ).toBe('\uFEFFname,people,amount\r\nก,12,1234.50\r\nข,,\r\nค,0,0.00\r\n');
  });

  it('quotes what would break a line apart', async () => {
    expect(await textOf([['a,"b"\nc', 1, 1]])).toContain('"a,""b""\nc",1,1.00');
  });

  it.each(['=1+1', '+66', '-2', '@SUM(A1)', '\tx', '\r=1', '＝1', '－1'])(
    'lets no spreadsheet take %j for a formula',
    (text) => {
      expect(harmless(text)).toBe(`'${text}`);
    }
  );

  it('leaves negative figures and usual words alone', async () => {
    expect(await textOf([['อบต.ขามเรียง', -3, -1.005]])).toContain('อบต.ขามเรียง,-3,-1.00');
  });

  it('writes every row of a long table once and in order', async () => {
    const rows = Array.from({ length: 5001 }, (_, at) => [`r${at}`, at, at / 100]);
    const lines = (await textOf(rows)).trimEnd().split('\r\n').slice(1);
    expect(lines).toHaveLength(5001);
    expect(lines.every((line, at) => line.startsWith(`r${at},${at},`))).toBe(true);
  });
});
