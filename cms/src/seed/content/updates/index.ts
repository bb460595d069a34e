import type { SampleUpdate } from '../types';
import { updates2568 } from './releases-2568';
import { updates2569 } from './releases-2569';

/** Releases of e-LAAS; each change names its menu, whom it touches and the manual that explains it. */
export const updates: SampleUpdate[] = [...updates2568, ...updates2569];
