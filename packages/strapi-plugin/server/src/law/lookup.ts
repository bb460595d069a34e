import { citationParts, type CitationParts } from '@km-laas/contract';
import { parseLetterNumber } from '@km-laas/thai';
import type { Knex } from 'knex';

/** What was understood of a letter number somebody typed: only what they gave. */
export type Understood = Partial<CitationParts> & Pick<CitationParts, 'number'>;

/** Reads a letter number in any spelling officers use; null where the text has none. */
export function understandNumber(typed: string): Understood | null {
  const parsed = parseLetterNumber(typed);
  if (!parsed) return null;
  const { org, suborg, unit, circular, number, year } = parsed;
  const understood = {
    ...(org !== null && { org }),
    ...(suborg !== null && { suborg }),
    ...(unit !== null && { unit }),
    // A missing ว says nothing: people leave it out, `5912` is how they ask for ว 5912.
    ...(circular && { circular }),
    number,
    ...(year !== null && { year }),
  };
  // A year no calendar of ours has is no year of a letter.
  return citationParts.partial().safeParse(understood).success ? understood : null;
}

/** Keeps letters that agree with every part that was given. */
export function whereNumber(items: Knex.QueryBuilder, understood: Understood): void {
  for (const [part, value] of Object.entries(understood)) items.where(`item.${part}`, value);
}
