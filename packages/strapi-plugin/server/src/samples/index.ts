import type { Core } from '@strapi/types';
import { loadPlaces } from '../authority/places';
import { removeSampleAuthorities } from '../authority/samples';
import { tableNamed } from '../content/tables';
import { removeSampleFigures } from '../fiscal/samples';
import { removeSampleTransfers } from '../subsidy/samples';
import { removeSampleThreads } from '../webboard/sample-removal';
import { addSampleThreads, type SampleThread } from '../webboard/samples';

/** What an installation needs to have invented figures and to be rid of them. */
export interface Samples {
  /** Provinces and districts, out of which an invented register is made. */
  places: typeof loadPlaces;
  /** Takes out every invented authority, figure and transfer, and nothing else. */
  removeFigures(): Promise<RemovedFigures>;
  /** Puts invented threads on an empty board; answers how many. */
  addThreads(threads: readonly SampleThread[]): Promise<number>;
  /** Takes out every invented thread with its replies; answers how many. */
  removeThreads(): Promise<number>;
}

export interface RemovedFigures {
  authorities: number;
  /** Months of revenue and expenditure. */
  months: number;
  /** Lines of lists of transfers. */
  transfers: number;
}

export function createSamples({ strapi }: { strapi: Core.Strapi }): Samples {
  return {
    places: loadPlaces,
    addThreads: (threads) => addSampleThreads(strapi, threads),
    removeThreads: () => removeSampleThreads(strapi),
    async removeFigures() {
      const transfers = await removeSampleTransfers(strapi);
      const months = await removeSampleFigures(strapi);
      const authorities = await removeSampleAuthorities(strapi);
      await removeSampleImports(strapi);
      return { authorities, months, transfers };
    },
  };
}

/** Their files and their place in the history of imports go with them. */
async function removeSampleImports(strapi: Core.Strapi): Promise<void> {
  const jobs = (await tableNamed(strapi, 'km_import_jobs')
    .where({ active_data_set: null })
    .select('id', 'options')) as { id: string; options: string }[];
  const samples = jobs
    .filter(({ options }) => (JSON.parse(options) as { sample?: unknown }).sample === true)
    .map(({ id }) => id);
  for (const table of ['km_import_files', 'km_import_faults']) {
    await tableNamed(strapi, table).whereIn('job_id', samples).delete();
  }
  await tableNamed(strapi, 'km_import_jobs').whereIn('id', samples).delete();
}
