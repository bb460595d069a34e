/** Kinds of authority, as the public API names them. */
export type SampleKind = 'bangkok' | 'pattaya' | 'pao' | 'city' | 'town' | 'subdistrict' | 'sao';

/** How large the authorities of a kind are and what their money is made of. */
export interface KindShape {
  /** What whole names begin with, and the second digit of codes. */
  nameTh: string;
  digit: string | null;
  /** Logarithms of people (median and spread); null where it follows from the place. */
  population: { median: number; spread: number } | null;
  /** Logarithms of square kilometres. */
  area: { median: number; spread: number };
  /** Total revenue of FY2563 in baht: median and spread of the logarithm. */
  revenue: { median: number; spread: number };
  /** Parts of the revenue of FY2563, by account; a year of reduced land tax. */
  revenueShares: Readonly<Record<string, number>>;
  /** Part of the authorities that get no specific grant in a year. */
  withoutSpecificGrant: number;
  /** Parts of the expenditure, by account. */
  expenditureShares: Readonly<Record<string, number>>;
}

/** Expenditure by its budgets (งบ), divided into the accounts below them. */
function spending(parts: {
  central: number;
  personnel: number;
  political: number;
  operations: number;
  investment: number;
  equipment: number;
  subsidies: number;
}): Record<string, number> {
  const { central, personnel, political, operations, investment, equipment, subsidies } = parts;
  return {
    '510000': central,
    '521000': personnel * political,
    '522000': personnel * (1 - political),
    '531000': operations * 0.14,
    '532000': operations * 0.52,
    '533000': operations * 0.23,
    '534000': operations * 0.11,
    '541000': investment * equipment,
    '542000': investment * (1 - equipment),
    '550000': 0.003,
    '561000': subsidies,
  };
}

/** Own revenue by account, then allocated taxes, general and specific subsidies. */
function receiving(
  [tax, fees, property, utilities, others]: readonly [number, number, number, number, number],
  [allocated, general, specific]: readonly [number, number, number]
): Record<string, number> {
  return {
    '411000': tax,
    '412000': fees,
    '413000': property,
    '414000': utilities,
    '415000': others,
    '416000': 0.0004,
    '421000': allocated,
    '431000': general,
    '441000': specific,
  };
}

/**
 * Shaped by public statistics: revenue of FY2563 as the department publishes it by authority, and
 * expenditure of the National Statistical Office's tables 19.1 to 19.3. Nothing here is any
 * authority's own figure.
 */
export const kindShapes: Readonly<Record<SampleKind, KindShape>> = {
  pao: {
    nameTh: 'องค์การบริหารส่วนจังหวัด',
    digit: '2',
    population: null,
    area: { median: 5800, spread: 0.6 },
    revenue: { median: 980e6, spread: 0.55 },
    revenueShares: receiving([0.054, 0.007, 0.012, 0.0003, 0.0035], [0.524, 0.376, 0.023]),
    withoutSpecificGrant: 0.1,
    expenditureShares: spending({
      central: 0.06,
      personnel: 0.26,
      political: 0.06,
      operations: 0.29,
      investment: 0.27,
      equipment: 0.22,
      subsidies: 0.12,
    }),
  },
  city: {
    nameTh: 'เทศบาลนคร',
    digit: '3',
    population: { median: 96_000, spread: 0.4 },
    area: { median: 40, spread: 0.5 },
    revenue: { median: 1_060e6, spread: 0.3 },
    revenueShares: receiving([0.066, 0.042, 0.042, 0.0023, 0.0041], [0.461, 0.342, 0.041]),
    withoutSpecificGrant: 0.03,
    expenditureShares: spending({
      central: 0.13,
      personnel: 0.41,
      political: 0.03,
      operations: 0.32,
      investment: 0.1,
      equipment: 0.3,
      subsidies: 0.04,
    }),
  },
  town: {
    nameTh: 'เทศบาลเมือง',
    digit: '4',
    population: { median: 23_000, spread: 0.5 },
    area: { median: 24, spread: 0.7 },
    revenue: { median: 225e6, spread: 0.55 },
    revenueShares: receiving([0.021, 0.028, 0.023, 0.0084, 0.007], [0.42, 0.444, 0.048]),
    withoutSpecificGrant: 0.1,
    expenditureShares: spending({
      central: 0.16,
      personnel: 0.37,
      political: 0.04,
      operations: 0.3,
      investment: 0.12,
      equipment: 0.28,
      subsidies: 0.05,
    }),
  },
  subdistrict: {
    nameTh: 'เทศบาลตำบล',
    digit: '5',
    population: { median: 6200, spread: 0.5 },
    area: { median: 38, spread: 0.7 },
    revenue: { median: 52.5e6, spread: 0.42 },
    revenueShares: receiving([0.0137, 0.0125, 0.0135, 0.005, 0.0033], [0.447, 0.446, 0.0585]),
    withoutSpecificGrant: 0.31,
    expenditureShares: spending({
      central: 0.23,
      personnel: 0.32,
      political: 0.09,
      operations: 0.22,
      investment: 0.16,
      equipment: 0.2,
      subsidies: 0.067,
    }),
  },
  sao: {
    nameTh: 'องค์การบริหารส่วนตำบล',
    digit: '6',
    population: { median: 6300, spread: 0.45 },
    area: { median: 64, spread: 0.7 },
    revenue: { median: 44e6, spread: 0.38 },
    revenueShares: receiving([0.008, 0.0091, 0.0075, 0.0039, 0.0032], [0.436, 0.457, 0.075]),
    withoutSpecificGrant: 0.35,
    expenditureShares: spending({
      central: 0.27,
      personnel: 0.25,
      political: 0.13,
      operations: 0.18,
      investment: 0.23,
      equipment: 0.16,
      subsidies: 0.06,
    }),
  },
  bangkok: {
    nameTh: 'กรุงเทพมหานคร',
    digit: null,
    population: null,
    area: { median: 1569, spread: 0 },
    revenue: { median: 92e9, spread: 0 },
    revenueShares: {},
    withoutSpecificGrant: 0,
    expenditureShares: {},
  },
  pattaya: {
    nameTh: 'เมืองพัทยา',
    digit: null,
    population: null,
    area: { median: 53, spread: 0 },
    revenue: { median: 3.9e9, spread: 0 },
    revenueShares: {},
    withoutSpecificGrant: 0,
    expenditureShares: {},
  },
};
