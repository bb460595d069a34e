import type { Core } from '@strapi/types';
import { authoritiesOf } from '../authority/register';
import { breathe } from '../platform/breathe';
import { revisionsOf } from '../platform/revisions';
import { shownMonths, type ShownMonth } from './ledger';
import { monthNumber } from './months';
import { run, whole } from './sql';
import { buildStandings, codeRanges, deleteStandings } from './summaries';

const perLoad = ['facts', 'carried', 'totals', 'sums', 'coverage'];

/**
 * Takes invented figures out: months that show them are not reported any more, and what stands on
 * them is added up again without them. Real figures stay as they are.
 *
 * @returns how many months there were.
 */
export async function removeSampleFigures(strapi: Core.Strapi): Promise<number> {
  const session = strapi.db.connection;
  const shown = await shownMonths(session);
  const isSample = ({ sample }: ShownMonth) => sample;
  const kept = shown.filter((month) => !isSample(month));
  const ranges = codeRanges(await authoritiesOf(strapi));
  const jobId = `without-samples-${Date.now()}`;
  // A month stands on those before it in its year.
  const coming = kept.map((month) => ({
    ...month,
    standingId: shown.some(
      (other) =>
        isSample(other) &&
        other.fiscalYear === month.fiscalYear &&
        other.fiscalMonth < month.fiscalMonth
    )
      ? null
      : month.standingId,
  }));
  await buildStandings(strapi, jobId, coming, ranges, () => undefined);
  const loads = await run<{ id: number }>(
    session,
    'select id from km_fiscal_loads where sample = :yes',
    { yes: true }
  );
  await strapi.db.transaction(async ({ trx }) => {
    for (const month of shown.filter(isSample)) {
      const { fiscalYear, fiscalMonth } = month;
      await trx('km_fiscal_active')
        .where({ fiscal_year: fiscalYear, fiscal_month: fiscalMonth })
        .delete();
    }
    const rebuilt = await run<{ id: number; fiscal_year: number; fiscal_month: number }>(
      trx,
      'select id, fiscal_year, fiscal_month from km_fiscal_standing_sets where job_id = :jobId',
      { jobId }
    );
    for (const { id, fiscal_year, fiscal_month } of rebuilt) {
      await trx('km_fiscal_active')
        .where({ fiscal_year, fiscal_month })
        .update({ standing_id: id });
    }
    // Nobody may roll back to what is gone.
    const gone = loads.map(({ id }) => id);
    await trx('km_fiscal_switches').whereIn('to_load_id', gone).delete();
    await trx('km_fiscal_switches')
      .whereIn('from_load_id', gone)
      .update({ from_load_id: null, from_standing_id: null });
    await trx('km_fiscal_ledger').where({ id: 1 }).increment('version', 1);
    await revisionsOf(strapi).raise(['fiscal']);
  });
  for (const { id } of loads) {
    for (const table of perLoad) {
      await run(session, `delete from km_fiscal_${table} where load_id = :id`, { id });
      await breathe();
    }
  }
  const now = new Set((await shownMonths(session)).map((month) => month.standingId));
  const sets = await run<{ id: number }>(
    session,
    `select id from km_fiscal_standing_sets
      where job_id in (select job_id from km_fiscal_jobs where sample = :yes)`,
    { yes: true }
  );
  for (const { id } of sets) {
    if (!now.has(whole(id))) await deleteStandings(strapi, id, ranges);
  }
  await session.transaction(async (trx) => {
    const jobs = trx('km_fiscal_jobs').where({ sample: true }).select('job_id');
    for (const table of ['loads', 'standing_sets', 'chunks']) {
      await trx(`km_fiscal_${table}`).whereIn('job_id', jobs.clone()).delete();
    }
    await trx('km_fiscal_jobs').where({ sample: true }).delete();
  });
  return new Set(shown.filter(isSample).map(monthNumber)).size;
}
