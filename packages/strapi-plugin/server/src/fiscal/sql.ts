import type { Core } from '@strapi/types';
import type { Knex } from 'knex';

type Value = string | number | boolean | null;

/** The database outside any transaction, or one transaction of it. */
export type Session = Knex | Knex.Transaction;

/** Runs a statement and gives its rows; `:name` stands for a binding. */
export async function run<Row = unknown>(
  session: Session,
  statement: string,
  bindings: Record<string, Value> = {}
): Promise<Row[]> {
  try {
    const answer = (await session.raw(statement, bindings)) as Row[] | { rows?: Row[] };
    return Array.isArray(answer) ? answer : (answer.rows ?? []);
  } catch (error) {
    throw withoutBindings(error, statement);
  }
}

/** A failure's message quotes its statement with all that was bound: thousands of lines of a file. */
function withoutBindings(error: unknown, statement: string): unknown {
  if (error instanceof Error && error.message.length > 2 * statement.length + 500) {
    error.message = `${statement} …${error.message.slice(-200)}`;
  }
  return error;
}

/** How a database reads an array of arrays from one binding. */
export interface JsonLines {
  /** For a `from` clause; the lines are called `line`. */
  source(binding: string): string;
  text(index: number): string;
  integer(index: number): string;
  /** A boolean binding as a column to select. */
  flag(binding: string): string;
  /** All rows of a select as one JSON array of arrays: an answer of thousands is read far faster so. */
  gather(columns: readonly string[]): string;
  /** Joins the lines to a table so that each of them looks its rows up. */
  join: string;
}

const sqliteLines: JsonLines = {
  // Unless it is told to keep what it has read, SQLite writes a line out anew for each cell.
  source: (binding) =>
    `(with read as materialized (select value from json_each(:${binding})) select value from read) line`,
  text: (index) => `(line.value ->> ${index})`,
  integer: (index) => `(line.value ->> ${index})`,
  flag: (binding) => `:${binding}`,
  gather: (columns) => `json_group_array(json_array(${columns.join(', ')}))`,
  // SQLite never reorders a cross join: it would otherwise scan the table for each line.
  join: 'cross join',
};

const postgresLines: JsonLines = {
  source: (binding) => `jsonb_array_elements(cast(:${binding} as jsonb)) line(value)`,
  text: (index) => `(line.value ->> ${index})`,
  integer: (index) => `cast(line.value ->> ${index} as bigint)`,
  flag: (binding) => `cast(:${binding} as boolean)`,
  gather: (columns) => `cast(json_agg(json_build_array(${columns.join(', ')})) as text)`,
  join: 'inner join',
};

export function jsonLines(strapi: Core.Strapi): JsonLines {
  return strapi.db.dialect.client === 'postgres' ? postgresLines : sqliteLines;
}

/** A number as the PostgreSQL driver hands it out: bigints and sums come as text. */
export function whole(value: unknown): number {
  const number = Number(value ?? 0);
  if (!Number.isSafeInteger(number)) throw new RangeError(`${String(value)} is no whole number.`);
  return number;
}
