import type { Core } from '@strapi/types';
import { breathe } from '../platform/breathe';
import { revisionsOf } from '../platform/revisions';
import { inTransaction, sqlOf } from './ledger';

interface Edition {
  id: number;
  fiscalYear: number;
  previousId: number | null;
  sample: boolean | number;
}

/**
 * Takes invented transfers out. A fiscal year that shows some goes back to how it last was without
 * them; one that never was is empty.
 *
 * @returns how many lines there were.
 */
export async function removeSampleTransfers(strapi: Core.Strapi): Promise<number> {
  const sql = sqlOf(strapi);
  const yes = true;
  const editions = new Map(
    (
      await sql.rows<Edition>(
        `select id, fiscal_year as "fiscalYear", previous_id as "previousId", sample from :editions:`
      )
    ).map((edition) => [edition.id, edition])
  );
  const withoutSamples = (id: number | null): number | null => {
    const edition = id === null ? undefined : editions.get(id);
    if (!edition) return null;
    return edition.sample ? withoutSamples(edition.previousId) : edition.id;
  };
  await strapi.db.transaction(async ({ trx }) => {
    const inside = sqlOf(strapi, trx);
    const current = await inside.rows<{ fiscalYear: number; id: number }>(
      `select fiscal_year as "fiscalYear", edition_id as id from :current:`
    );
    for (const { fiscalYear, id } of current) {
      const edition = withoutSamples(id);
      if (edition === null) {
        await inside.run(`delete from :current: where fiscal_year = :fiscalYear`, { fiscalYear });
      } else if (edition !== id) {
        await inside.run(
          `update :current: set edition_id = :edition where fiscal_year = :fiscalYear`,
          { edition, fiscalYear }
        );
      }
    }
    // Nobody may roll back to what is gone.
    for (const { id, previousId } of editions.values()) {
      const edition = withoutSamples(previousId);
      if (edition === previousId) continue;
      await inside.run(`update :editions: set previous_id = :edition where id = :id`, {
        id,
        edition,
      });
    }
    await revisionsOf(strapi).raise(['subsidy']);
  });
  const parts = await sql.rows<{ id: number }>(`select id from :parts: where sample = :yes`, {
    yes,
  });
  let lines = 0;
  for (const { id } of parts) {
    lines += await sql.run(`delete from :lines: where part_id = :id`, { id });
    await sql.run(`delete from :sums: where part_id = :id`, { id });
    await sql.run(`delete from :editionParts: where part_id = :id`, { id });
    await breathe();
  }
  await inTransaction(strapi, async (inside) => {
    const samples = `select id from :editions: where sample = :yes`;
    await inside.run(`delete from :reach: where edition_id in (${samples})`, { yes });
    await inside.run(`delete from :editionParts: where edition_id in (${samples})`, { yes });
    await inside.run(`delete from :editions: where sample = :yes`, { yes });
    await inside.run(`delete from :parts: where sample = :yes`, { yes });
    await inside.run(`delete from :loads: where sample = :yes`, { yes });
  });
  return lines;
}
