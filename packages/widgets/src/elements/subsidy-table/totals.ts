import type { SubsidyMeta } from '@km-laas/contract';

type Matrix = SubsidyMeta['matrix'];

/** Net and what is still to come, in satang, so that sums are exact. */
export interface Sum {
  net: number;
  waiting: number;
}

/** The matrix with its sums. */
export interface MatrixSums {
  /** Instalments that occur; null, for none, comes last. */
  instalments: (number | null)[];
  rows: { type: string; cells: (Sum | undefined)[]; sum: Sum }[];
  columns: Sum[];
  grand: Sum;
}

/** Baht as whole satang. */
export const satang = (baht: number) => Math.round(baht * 100);

const sumOf = (cells: Matrix): Sum =>
  cells.reduce(
    ({ net, waiting }, { transferred, recalled, allocated }) => ({
      net: net + satang(transferred) - satang(recalled),
      waiting: waiting + satang(allocated),
    }),
    { net: 0, waiting: 0 }
  );

/** Adds up rows, columns and all; the types keep their order. */
export function addUp(matrix: Matrix): MatrixSums {
  const instalments = [...new Set(matrix.map(({ instalment }) => instalment))].sort(
    (a, b) => (a ?? Infinity) - (b ?? Infinity)
  );
  const within = (cells: Matrix) => (instalment: number | null) =>
    cells.filter((cell) => cell.instalment === instalment);
  return {
    instalments,
    rows: [...new Set(matrix.map(({ type }) => type))].map((type) => {
      const own = matrix.filter((cell) => cell.type === type);
      const cells = instalments.map(within(own)).map((one) => (one[0] ? sumOf(one) : undefined));
      return { type, cells, sum: sumOf(own) };
    }),
    columns: instalments.map(within(matrix)).map(sumOf),
    grand: sumOf(matrix),
  };
}
