import type { Core } from '@strapi/types';
import type { z } from 'zod';
import type { ContentUid, Row } from './published-rows';

// One line in the log for each broken state of a document, however often it is asked for.
const reported = new WeakMap<Core.Strapi, Set<string>>();
const MOST_REPORTED = 1000;

/** What was made of a row before, and what else it was made of. */
interface Made {
  around: object;
  item: unknown;
}

// Rows that read as before are the same objects, and need not be turned and checked once more.
const made = new WeakMap<z.ZodType, WeakMap<Row, Made>>();

/**
 * Turns rows into what the contract promises. A row that cannot be turned is left out, so that a
 * broken item never takes its list down; the log names the document and the attributes at fault,
 * never what they hold.
 *
 * @param around - All that an item is made of beside its row, where that stays the same object for
 *   as long as it holds the same; without it every row is turned each time.
 */
export function soundItems<Found extends Row, Item>(
  strapi: Core.Strapi,
  uid: ContentUid,
  rows: readonly Found[],
  schema: z.ZodType<Item>,
  adapt: (row: Found) => Item,
  around?: object
): Item[] {
  const before = made.get(schema) ?? new WeakMap<Row, Made>();
  made.set(schema, before);
  return rows.flatMap((row) => {
    const known = before.get(row);
    if (around && known?.around === around) return known.item as Item;
    const item = soundItem(strapi, uid, row, schema, adapt);
    if (item === null) return [];
    if (around) before.set(row, { around, item });
    return item;
  });
}

/** As {@link soundItems}, for one row; null where it cannot be turned. */
export function soundItem<Found extends Row, Item>(
  strapi: Core.Strapi,
  uid: ContentUid,
  row: Found,
  schema: z.ZodType<Item>,
  adapt: (row: Found) => Item
): Item | null {
  let fault: string;
  try {
    const outcome = schema.safeParse(adapt(row));
    if (outcome.success) return outcome.data;
    fault = outcome.error.issues.map(({ path }) => path.join('.')).join(', ');
  } catch (error) {
    fault = error instanceof Error ? error.name : typeof error;
  }
  report(strapi, `${uid} ${row.documentId} ${row.updatedAt}`, fault);
  return null;
}

function report(strapi: Core.Strapi, state: string, fault: string): void {
  const known = reported.get(strapi) ?? new Set();
  reported.set(strapi, known);
  if (known.has(state) || known.size >= MOST_REPORTED) return;
  known.add(state);
  strapi.log.warn(
    `km: left out of the public answers, for it breaks the contract: ${state} (${fault})`
  );
}
