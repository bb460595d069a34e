import type { Core } from '@strapi/types';
import { authoritiesOf } from '../authority/register';
import { bangkokToday } from '../editorial/day';
import type {
  ImportChanges,
  ImportJobRef,
  ImportStore,
  ImportSummary,
  StepControl,
} from '../import/data-set';
import { breathe } from '../platform/breathe';
import { appendChunk } from './append';
import { ledgerJob, ledgerVersion, loadsOf, show, shownMonths, withdraw } from './ledger';
import { coverOf, monthNumber } from './months';
import { spelled, type FiscalRow, type FiscalSheetContext, type SheetAuthority } from './sheet';
import { run, whole } from './sql';
import {
  buildStandings,
  codeRanges,
  comingMonths,
  deleteStandings,
  sumLoad,
  totalLoad,
  type CodeRange,
} from './summaries';
import { surveyJob } from './survey';

/** What a survey leaves for the summary of the import. */
interface KeptChanges {
  /** Version of the ledger it looked at. */
  version: number;
  amount: number;
  changes: ImportChanges;
}

/**
 * Fiscal figures in the import centre. A job fills one load a month; sealing adds them up;
 * activating points the months at them.
 */
export const fiscalImportStore: ImportStore<FiscalRow, FiscalSheetContext> = {
  raises: ['fiscal'],

  async context(strapi) {
    const { all, places } = await authoritiesOf(strapi);
    const authorities = all.flatMap((one): SheetAuthority[] => {
      const { code, name, kind, provinceCode, validFrom, validTo } = one;
      return code === null ? [] : [{ code, name, kind, provinceCode, validFrom, validTo }];
    });
    const provinces = new Map(
      places.provinces.flatMap(({ code, nameTh, nameEn, abbreviation }) =>
        [code, nameTh, nameEn, abbreviation].map((name) => [spelled(name), code] as const)
      )
    );
    return { authorities, provinces, today: bangkokToday() };
  },

  async open(strapi, job) {
    const session = strapi.db.connection;
    await session('km_fiscal_jobs')
      .insert({
        job_id: job.id,
        scope: job.options.scope,
        sample: job.options.sample,
        created_at: job.createdAt,
      })
      .onConflict('job_id')
      .ignore();
    const [row] = await run<{ chunks: number }>(
      session,
      'select count(*) as chunks from km_fiscal_chunks where job_id = :job',
      { job: job.id }
    );
    return { chunks: whole(row?.chunks) };
  },

  append: appendChunk,

  async preview(strapi, job, control) {
    const version = await ledgerVersion(strapi.db.connection);
    const register = await authoritiesOf(strapi);
    const session = strapi.db.connection;
    const ranges = codeRanges(register);
    for (const load of await loadsOf(session, job.id)) {
      await dropCarried(strapi, load.id, ranges, control);
      await totalLoad(strapi, load.id, ranges, control.check);
    }
    const preview = await surveyJob(strapi, job, register, control);
    const { changes, amount } = preview;
    const kept: KeptChanges = { version, amount: amount ?? 0, changes };
    await session('km_fiscal_jobs')
      .where({ job_id: job.id })
      .update({ changes: JSON.stringify(kept) });
    return preview;
  },

  seal,

  async activate(strapi, trx, job): Promise<ImportSummary> {
    await show(trx, job.id);
    const { amount, changes } = keptOf((await ledgerJob(trx, job.id))?.changes ?? null);
    return {
      rows: changes.added + changes.changed + changes.same,
      covers: (await loadsOf(trx, job.id)).map(coverOf),
      amount,
      changes,
    };
  },

  async discard(strapi, job) {
    const session = strapi.db.connection;
    // What readers have seen stays, for whoever asks what was replaced.
    if ((await ledgerJob(session, job.id))?.shownVersion != null) return;
    const ranges = codeRanges(await authoritiesOf(strapi));
    for (const { id } of await loadsOf(session, job.id)) {
      for (const { from, to } of ranges) {
        for (const table of ['km_fiscal_facts', 'km_fiscal_totals', 'km_fiscal_carried']) {
          await run(
            session,
            `delete from ${table} where load_id = :id and authority >= :from and authority < :to`,
            { id, from, to }
          );
        }
        await breathe();
      }
      for (const table of ['km_fiscal_sums', 'km_fiscal_coverage']) {
        await run(session, `delete from ${table} where load_id = :id`, { id });
        await breathe();
      }
    }
    const sets = await run<{ id: number }>(
      session,
      'select id from km_fiscal_standing_sets where job_id = :job',
      { job: job.id }
    );
    for (const { id } of sets) await deleteStandings(strapi, id, ranges);
    await session.transaction(async (trx) => {
      for (const table of ['loads', 'standing_sets', 'chunks', 'jobs']) {
        await trx(`km_fiscal_${table}`).where({ job_id: job.id }).delete();
      }
    });
  },

  async rollback(_strapi, trx, job) {
    await withdraw(trx, job.id);
  },
};

async function seal(strapi: Core.Strapi, job: ImportJobRef, control: StepControl): Promise<void> {
  const session = strapi.db.connection;
  const known = await ledgerJob(session, job.id);
  if (!known || known.shownVersion !== null) return;
  const register = await authoritiesOf(strapi);
  const ranges = codeRanges(register);
  // Read before anything is built on it: whoever shows figures in between makes this one stale.
  const version = await ledgerVersion(session);
  if (known.changes === null || keptOf(known.changes).version !== version) {
    await fiscalImportStore.preview(strapi, job, control);
  }
  const shown = await shownMonths(session);
  const loads = await loadsOf(session, job.id);
  const steps = loads.length + 1;
  for (const [index, load] of loads.entries()) {
    const base = shown.find((month) => monthNumber(month) === monthNumber(load));
    if (known.scope === 'authorities' && base) {
      await carryOver(strapi, base.loadId, load.id, ranges, control);
      await totalLoad(strapi, load.id, ranges, control.check);
    }
    await sumLoad(strapi, load.id, register, control.check);
    control.report(index + 1, steps);
  }
  await buildStandings(strapi, job.id, comingMonths(shown, loads), ranges, control.check);
  await session('km_fiscal_jobs').where({ job_id: job.id }).update({ base_version: version });
  control.report(steps, steps);
}

function keptOf(json: string | null): KeptChanges {
  if (json === null) throw new Error('The fiscal import has not been looked through.');
  return JSON.parse(json) as KeptChanges;
}

/** Takes the authorities a file does not name from the load it stands in for. */
async function carryOver(
  strapi: Core.Strapi,
  base: number,
  load: number,
  ranges: readonly CodeRange[],
  control: StepControl
): Promise<void> {
  await dropCarried(strapi, load, ranges, control);
  for (const range of ranges) {
    control.check();
    const bindings = { load, base, ...range };
    await strapi.db.connection.transaction(async (trx) => {
      await run(
        trx,
        `insert into km_fiscal_carried (load_id, authority)
         select cast(:load as integer), old.authority from km_fiscal_totals old
          where old.load_id = :base and old.authority >= :from and old.authority < :to
                and not exists (select 1 from km_fiscal_totals own
                                 where own.load_id = :load and own.authority = old.authority)`,
        bindings
      );
      await run(
        trx,
        `insert into km_fiscal_facts (load_id, authority, account, amount)
         select carried.load_id, old.authority, old.account, old.amount
           from km_fiscal_carried carried
           join km_fiscal_facts old on old.load_id = :base and old.authority = carried.authority
          where carried.load_id = :load
                and carried.authority >= :from and carried.authority < :to`,
        bindings
      );
    });
    await breathe();
  }
}

/** Takes out again what was carried over, so that only what the file says is left. */
async function dropCarried(
  strapi: Core.Strapi,
  load: number,
  ranges: readonly CodeRange[],
  control: StepControl
): Promise<void> {
  const any = await run(
    strapi.db.connection,
    'select 1 from km_fiscal_carried where load_id = :load limit 1',
    { load }
  );
  if (any.length === 0) return;
  for (const range of ranges) {
    control.check();
    const within = 'load_id = :load and authority >= :from and authority < :to';
    await strapi.db.connection.transaction(async (trx) => {
      for (const table of ['km_fiscal_facts', 'km_fiscal_totals', 'km_fiscal_carried']) {
        const carried = `authority in (select authority from km_fiscal_carried where ${within})`;
        await run(trx, `delete from ${table} where ${within} and ${carried}`, { load, ...range });
      }
    });
    await breathe();
  }
}
