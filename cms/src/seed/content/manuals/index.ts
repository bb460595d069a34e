import { accountingManuals } from './accounting';
import { administrationManuals } from './administration';
import { budgetManuals } from './budget';
import { contractManuals } from './contract';
import { expenditureManuals } from './expenditure';
import { officeManuals } from './offices';
import { revenueManuals } from './revenue';
import type { SampleManual } from '../types';

export const manuals: SampleManual[] = [
  ...budgetManuals,
  ...revenueManuals,
  ...expenditureManuals,
  ...contractManuals,
  ...accountingManuals,
  ...administrationManuals,
  ...officeManuals,
];
