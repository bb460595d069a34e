import { authoritiesWithFigures } from './chosen';
import { fiscalYearOf } from './months';
import { withSubdistricts, type KnownPlaces } from './places';
import { sampleRegister, wholeCountry } from './sample-register';
import { factsSheet, registerSheet, transfersSheet, type SampleSheet } from './sheets';

export { wholeCountry };
export type { SampleSheet };

export interface SampleOptions {
  places: KnownPlaces;
  /** How many authorities the register has. */
  authorities: number;
  /** Fiscal years of figures, the current one among them. */
  years: number;
  /** Day on which somebody looks, `2026-11-22`: what is not over or not written yet is not there. */
  today: string;
  /** The same words make the same figures. */
  seed: string;
  /** Whether all authorities have figures, or one region in full and the others by a few. */
  figures: 'all' | 'some';
}

/** The three files of an invented country: its register, its figures and its transfers. */
export async function sampleSheets(options: SampleOptions): Promise<SampleSheet[]> {
  const { today, years, seed } = options;
  const places = await withSubdistricts(options.places);
  const register = sampleRegister(places, { authorities: options.authorities, seed });
  const shown = options.figures === 'all' ? register : authoritiesWithFigures(register, seed);
  return [
    // Counts of the population are of the last day of the year before.
    registerSheet(register, fiscalYearOf(today) - 1),
    factsSheet(shown, { today, years, seed }),
    transfersSheet(shown, { today, years, seed }),
  ];
}
