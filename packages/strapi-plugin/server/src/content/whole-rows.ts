import type { Core } from '@strapi/types';
import type { Knex } from 'knex';
import { LRUCache } from 'lru-cache';
import type { ContentUid, Narrow, Row, Selection } from './published-rows';
import { tableNamed, tableOf } from './tables';

/** As much of Strapi's description of an attribute as a statement is made of. */
interface Attribute {
  type: string;
  columnName?: string;
  relation?: string;
  target?: string;
  morphBy?: string;
  joinTable?: {
    name: string;
    joinColumn: { name: string };
    inverseJoinColumn: { name: string };
    on?: { field: string };
    orderColumnName?: string;
  };
}

/** Attributes of a related row; `where` keeps those that are published. */
type Target = Selection & { where?: unknown };

/** What the statement of a selection is made of, and how its columns become values. */
interface Statement {
  columns: string;
  read: [name: string, adapt: (value: unknown) => unknown][];
  /** Rows as they were last read, by their id. */
  known: LRUCache<number, KnownRow>;
}

interface KnownRow {
  /** What the database gave. */
  raw: unknown[];
  row: object;
}

/** Characters of rows that are remembered of each statement. */
const mostRemembered = 500_000;

const statements = new WeakMap<Core.Strapi, Map<string, WeakMap<Selection, Statement>>>();

/**
 * Rows of a content type with everything related that a selection names, in one statement whatever
 * it names: what is related comes as JSON that the database makes. Strapi's own reading takes a
 * statement for each relation, and joins them in memory.
 *
 * A row that reads as it did before is the same object as before, so that what was made of it can be
 * found again; nobody may change it.
 *
 * @param narrow - Chooses the rows, which it knows as `item`, and their order.
 */
export async function wholeRows<Found extends Row>(
  strapi: Core.Strapi,
  uid: ContentUid,
  selection: Selection,
  narrow: Narrow
): Promise<(Found & { total?: number })[]> {
  const statement = statementOf(strapi, uid, selection);
  const items = tableNamed(strapi, `${tableOf(strapi, uid)} as item`);
  items.select((strapi.db.connection as Knex).raw(statement.columns));
  narrow(items);
  const found = (await items) as Record<string, unknown>[];
  return found.map((row) => rowOf(statement, row) as Found & { total?: number });
}

/** The row, its values adapted; the very one of last time where the database gave the same. */
function rowOf({ known, read }: Statement, row: Record<string, unknown>): object {
  const raw = Object.values(row);
  const before = known.get(row.id as number);
  if (before && isSame(before.raw, raw)) return before.row;
  for (const [name, adapt] of read) row[name] = adapt(row[name]);
  known.set(row.id as number, { raw, row });
  return row;
}

function isSame(before: readonly unknown[], now: readonly unknown[]): boolean {
  return before.length === now.length && now.every((value, at) => isEqual(value, before[at]));
}

/** PostgreSQL's driver makes a date of an instant, SQLite's a number. */
function isEqual(one: unknown, other: unknown): boolean {
  if (Buffer.isBuffer(one) && Buffer.isBuffer(other)) return one.equals(other);
  return one instanceof Date && other instanceof Date ? +one === +other : one === other;
}

function charactersOf({ raw }: KnownRow): number {
  return raw.reduce<number>(
    (sum, value) => sum + (typeof value === 'string' || Buffer.isBuffer(value) ? value.length : 8),
    0
  );
}

function statementOf(strapi: Core.Strapi, uid: string, selection: Selection): Statement {
  const ofStrapi = statements.get(strapi) ?? new Map<string, WeakMap<Selection, Statement>>();
  statements.set(strapi, ofStrapi);
  const ofType = ofStrapi.get(uid) ?? new WeakMap<Selection, Statement>();
  ofStrapi.set(uid, ofType);
  const known = ofType.get(selection);
  if (known) return known;
  const made = compile(strapi, uid, selection);
  ofType.set(selection, made);
  return made;
}

function compile(strapi: Core.Strapi, uid: string, { select, populate }: Selection): Statement {
  const read: Statement['read'] = [];
  const columns = ['id', 'documentId', 'updatedAt', ...select].map((name) => {
    const { columnName = name, type } = attributeOf(strapi, uid, name);
    const adapt = adapters[type];
    if (adapt) read.push([name, adapt]);
    const value = quoted('item', columnName);
    const asked = type === 'blocks' ? asBytes : adapt === parsed ? asText : asItIs;
    return `${asked(strapi, value)} as ${quoted(name)}`;
  });
  const relations = Object.entries(populate ?? {}).map(([name, target]) => {
    read.push([name, parsed]);
    const value = related(strapi, uid, 'item', name, target as Target);
    return `${asText(strapi, value)} as ${quoted(name)}`;
  });
  return {
    columns: [...columns, ...relations].join(', '),
    read,
    known: new LRUCache({ maxSize: mostRemembered, sizeCalculation: charactersOf }),
  };
}

/** A subquery for what an attribute of a row relates to: an array, or one object, as JSON. */
function related(
  strapi: Core.Strapi,
  uid: string,
  row: string,
  name: string,
  { select, populate, where }: Target
): string {
  const attribute = attributeOf(strapi, uid, name);
  const { target = '', relation = '' } = attribute;
  const link = linkTo(strapi, uid, name, attribute);
  // Names of what is nested must not hide those around it.
  const [at, via] = [`${row}_${name}`, `${row}_${name}_link`];
  const scalars = select.map((field) => {
    const { columnName = field, type } = attributeOf(strapi, target, field);
    // Of these, both databases make the same JSON.
    if (adapters[type]) throw new Error(`${target}.${field} is a ${type}: it cannot be nested.`);
    return `'${field}', ${quoted(at, columnName)}`;
  });
  const nested = Object.entries(populate ?? {}).map(([field, below]) => {
    const value = related(strapi, target, at, field, below as Target);
    return `'${field}', ${isPostgres(strapi) ? value : `json(${value})`}`;
  });
  const [object, array] = isPostgres(strapi)
    ? ['json_build_object', 'json_agg']
    : ['json_object', 'json_group_array'];
  const value = `${object}(${[...scalars, ...nested].join(', ')})`;
  const source =
    `from ${tableIn(strapi, link.table)} as ${quoted(via)}` +
    ` join ${tableIn(strapi, tableOf(strapi, target))} as ${quoted(at)}` +
    ` on ${quoted(at, 'id')} = ${quoted(via, link.to)}` +
    ` where ${quoted(via, link.from)} = ${quoted(row, 'id')}` +
    link.conditions.map(([column, text]) => ` and ${quoted(via, column)} = '${text}'`).join('') +
    (where ? ` and ${quoted(at, 'published_at')} is not null` : '');
  const order = link.order ? `${quoted(via, link.order)}, ${quoted(via, 'id')}` : quoted(via, 'id');
  if (!/Many$/.test(relation)) return `(select ${value} ${source} order by ${order} limit 1)`;
  return `(select coalesce(${array}(${value} order by ${order}), '[]') ${source})`;
}

interface LinkTable {
  table: string;
  from: string;
  to: string;
  order: string | undefined;
  /** Columns that tell this attribute's rows from others in the same table. */
  conditions: [column: string, text: string][];
}

function linkTo(strapi: Core.Strapi, uid: string, name: string, attribute: Attribute): LinkTable {
  const { joinTable, morphBy, target = '' } = attribute;
  if (joinTable) {
    const { on, orderColumnName: order } = joinTable;
    return {
      table: joinTable.name,
      from: joinTable.joinColumn.name,
      to: joinTable.inverseJoinColumn.name,
      order,
      conditions: on ? [['field', on.field]] : [],
    };
  }
  const morph = morphBy && attributeOf(strapi, target, morphBy).joinTable;
  if (!morph) throw new Error(`${uid}.${name} is kept in no join table: it is no relation.`);
  return {
    table: morph.name,
    from: 'related_id',
    to: morph.joinColumn.name,
    order: 'order',
    conditions: [
      ['related_type', uid],
      ['field', name],
    ],
  };
}

function attributeOf(strapi: Core.Strapi, uid: string, name: string): Attribute {
  const attribute = strapi.db.metadata.get(uid).attributes[name] as Attribute | undefined;
  if (!attribute) throw new Error(`${uid} has no attribute ${name}.`);
  return attribute;
}

/** What the drivers hand out otherwise than the contract has it. */
const adapters: Record<string, (value: unknown) => unknown> = {
  blocks: parsed,
  json: parsed,
  boolean: (value) => (value === null ? null : value === true || value === 1),
  datetime: (value) => (value === null ? null : new Date(value as Date).toISOString()),
};

/** JSON as the databases are asked for it: text or bytes, which tell whether it is the same as before. */
function parsed(value: unknown): unknown {
  return value === null || value === undefined ? null : JSON.parse(String(value));
}

function asItIs(_strapi: Core.Strapi, value: string): string {
  return value;
}

/** Bytes are compared as they lie; for a long text in Thai, SQLite's driver spends most on its letters. */
function asBytes(strapi: Core.Strapi, value: string): string {
  return isPostgres(strapi) ? asText(strapi, value) : `cast(${value} as blob)`;
}

function asText(strapi: Core.Strapi, value: string): string {
  return isPostgres(strapi) ? `(${value})::text` : value;
}

function quoted(...names: string[]): string {
  return names.map((name) => `"${name}"`).join('.');
}

function tableIn(strapi: Core.Strapi, table: string): string {
  const schema = strapi.db.getSchemaName();
  return schema ? quoted(schema, table) : quoted(table);
}

function isPostgres(strapi: Core.Strapi): boolean {
  return strapi.db.dialect.client === 'postgres';
}
