/** Loads that a fiscal year can have: a new one of each month every day for a century. */
const loadsPerYear = 1_000_000;

/**
 * Loads are numbered by their fiscal year (พ.ศ.), so that the number alone, which every fact has,
 * says in which partition of PostgreSQL it lies. Loads from before that have small numbers.
 */
export function firstLoadOf(fiscalYear: number): number {
  // Within PostgreSQL's integer, which ends at 2,147,483,647.
  return (fiscalYear - 2000) * loadsPerYear;
}

/**
 * SQL for the highest load number of a fiscal year so far.
 *
 * @param fiscalYear - A column or an expression that gives a whole number.
 */
export function lastLoadOf(fiscalYear: string): string {
  const first = `(${fiscalYear} - 2000) * ${loadsPerYear}`;
  return `coalesce((select max(id) from km_fiscal_loads
                     where id >= ${first} and id < ${first} + ${loadsPerYear}), ${first})`;
}
