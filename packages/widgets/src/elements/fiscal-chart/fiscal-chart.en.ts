import type { FiscalTranslation } from './fiscal-chart.th.js';

export const en: FiscalTranslation = {
  label: 'Local finance at a glance',
  title: (year) => `Finance in fiscal year ${year} BE`,
  year: 'Fiscal year (BE)',
  unit: 'Show as',
  total: 'Totals',
  perHead: 'Per head',
  change: 'Change authority',
  headline: (month, revenue, expenditure) =>
    `Up to ${month} actual revenue was ${revenue} and actual expenditure ${expenditure}`,
  headlinePerHead: (month, revenue, expenditure) =>
    `Up to ${month}, for each inhabitant, actual revenue was ${revenue} and actual expenditure ${expenditure}`,
  spent: (share) => `, ${share} of revenue`,
  reported: (reported, authorities, share) =>
    `From the ${reported} of ${authorities} authorities that have reported (${share})`,
  revenue: 'Actual revenue',
  expenditure: 'Actual expenditure',
  grown: (share) => `${share} more than in the same months of last year`,
  shrunk: (share) => `${share} less than in the same months of last year`,
  aHead: (amount) => `${amount} a head`,
  inAll: (amount) => `${amount} in all`,
  comesFrom: 'Of every 100 baht, this comes from',
  goesTo: 'Of every 100 baht, this is spent on',
  baht: (amount) => `${amount} baht`,
  underOneBaht: 'under 1 baht',
  notReported: 'Not reported',
  none: (year) => `No revenue or expenditure of fiscal year ${year} BE has been reported yet`,
  noneHint: 'Try another fiscal year. No report does not mean no revenue and no expenditure.',
  country: 'Show the whole country',
  plain: {
    '410000': 'Collected by the authority',
    '420000': 'Taxes shared by the state',
    '430000': 'General subsidies of the state',
    '440000': 'Special-purpose subsidies',
    '510000': 'Central fund, e.g. allowances',
    '520000': 'Salaries and wages',
    '530000': 'Operations',
    '540000': 'Investment and construction',
    '550000': 'Other expenditure',
    '560000': 'Subsidies to other bodies',
  },
};
