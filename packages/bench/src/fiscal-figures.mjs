import Database from 'better-sqlite3';

/** Accounts of the chart that are booked to. */
const accounts = [
  ...['411000', '412000', '413000', '414000', '415000', '416000', '421000', '431000', '441000'],
  ...['510000', '521000', '522000', '531000', '532000', '533000', '534000'],
  ...['541000', '542000', '550000', '561000'],
];

/** Authorities of each kind in the country, about as many as there are. */
const kinds = /** @type {const} */ ([
  ['pao', 2, 76],
  ['city', 3, 30],
  ['town', 4, 195],
  ['subdistrict', 5, 2247],
  ['sao', 6, 5302],
]);

/** Provinces of each region, without Bangkok. */
const regions = {
  central: '11 12 13 14 15 16 17 18 19 26 60 61 62 64 65 66 67 72 73 74 75'.split(' '),
  east: '20 21 22 23 24 25 27'.split(' '),
  northeast: '30 31 32 33 34 35 36 37 38 39 40 41 42 43 44 45 46 47 48 49'.split(' '),
  north: '50 51 52 53 54 55 56 57 58'.split(' '),
  west: '63 70 71 76 77'.split(' '),
  south: '80 81 82 83 84 85 86 90 91 92 93 94 95 96'.split(' '),
};

/**
 * Fills the tables of fiscal figures by plain SQL, as imports of every month would have left them.
 *
 * @param {string} file - A database in which the plugin has made its tables.
 * @param {{provinces: string[] | null, years: number[]}} size - The provinces whose authorities report,
 *   or all of them, and the fiscal years they report all twelve months of.
 */
export function fillFigures(file, { provinces, years }) {
  const database = new Database(file);
  database.pragma('journal_mode = WAL');
  database.pragma('synchronous = OFF');
  database.pragma('temp_store = MEMORY');
  database.pragma('cache_size = -200000');
  try {
    database.exec('begin');
    register(database, provinces);
    book(database, years);
    addUp(database);
    stand(database, years);
    database
      .prepare(
        "update km_revisions set revision = revision + 1 where service in ('authority', 'fiscal')"
      )
      .run();
    database.exec('commit; pragma optimize; pragma wal_checkpoint(truncate)');
  } finally {
    database.close();
  }
}

/**
 * @param {string} file - A database that {@link fillFigures} has filled.
 * @returns {{facts: number, codes: string[]}} How many facts there are, and who reported some.
 */
export function readFigures(file) {
  const database = new Database(file, { readonly: true });
  try {
    const count = database.prepare('select count(*) from km_fiscal_facts').pluck();
    const codes = database
      .prepare(
        'select authority from km_fiscal_totals where load_id = (select max(id) from km_fiscal_loads)'
      )
      .pluck();
    return { facts: Number(count.get()), codes: /** @type {string[]} */ (codes.all()) };
  } finally {
    database.close();
  }
}

/**
 * The register: everyone, and in a temporary table those that report.
 *
 * @param {Database.Database} database
 * @param {string[] | null} reporting
 */
function register(database, reporting) {
  database.exec(`
    create temp table reporting
      (code text primary key, province text, region text, kind text, size real) without rowid`);
  const addAuthority = database.prepare(`
    insert into km_authorities
      (document_id, name, kind, code, province_code, district, population, population_year, sample)
    values (?, ?, ?, ?, ?, 'เมือง', ?, 2568, 1)`);
  const addReporting = database.prepare('insert into reporting values (?, ?, ?, ?, ?)');
  const provinces = Object.entries(regions).flatMap(([region, members]) =>
    members.map((province) => ({ region, province }))
  );
  let number = 0;
  for (const [kind, digit, count] of kinds) {
    for (let index = 0; index < count; index += 1) {
      const { region, province } = /** @type {{region: string, province: string}} */ (
        provinces[index % provinces.length]
      );
      const own = Math.floor(index / provinces.length) + 1;
      const code = `0${digit}${province}${String(own).padStart(4, '0')}`;
      number += 1;
      const population = kind === 'pao' ? 800_000 : 3000 + ((number * 7919) % 20_000);
      addAuthority.run(
        `bench${String(number).padStart(19, '0')}`,
        `อปท. ${code}`,
        kind,
        code,
        province,
        population
      );
      if (reporting && !reporting.includes(province)) continue;
      addReporting.run(code, province, region, kind, 0.5 + ((number * 104_729) % 1000) / 500);
    }
  }
}

/**
 * @param {Database.Database} database
 * @param {number[]} years
 */
function book(database, years) {
  const now = '2026-11-22T03:04:05.000Z';
  database
    .prepare(
      `insert into km_fiscal_jobs (job_id, scope, sample, base_version, shown_version, created_at, shown_at)
       values ('bench', 'months', 1, 0, 1, ?, ?)`
    )
    .run(now, now);
  const addLoad = database.prepare(
    `insert into km_fiscal_loads (job_id, fiscal_year, fiscal_month, sample, chart_version)
     values ('bench', ?, ?, 1, 1)`
  );
  for (const year of years) for (let month = 1; month <= 12; month += 1) addLoad.run(year, month);
  database.exec(`create temp table leaf (account text primary key) without rowid`);
  const addLeaf = database.prepare('insert into leaf values (?)');
  for (const account of accounts) addLeaf.run(account);
  database.exec(`
    insert into km_fiscal_facts (load_id, authority, account, amount)
    select load.id, code, account,
           cast(size * (10000000 + (load.id * 7919 + account * 31 + code * 17) % 90000000) as integer)
      from km_fiscal_loads load cross join reporting cross join leaf
     order by load.id, code, account`);
}

/** @param {Database.Database} database */
function addUp(database) {
  database.exec(`
    insert into km_fiscal_totals (load_id, authority, revenue, expenditure, own_revenue, investment)
    select load_id, authority,
           sum(case when account < '5' then amount else 0 end),
           sum(case when account >= '5' then amount else 0 end),
           sum(case when account < '42' then amount else 0 end),
           sum(case when account >= '54' and account < '55' then amount else 0 end)
      from km_fiscal_facts group by load_id, authority;

    create temp table sums as
    select load_id, province, region, kind, account, count(*) as entries, sum(amount) as amount
      from km_fiscal_facts join reporting on code = authority
     group by load_id, province, kind, account;

    create temp table coverage as
    select load_id, province, region, kind, count(*) as reported,
           sum(revenue) as revenue, sum(expenditure) as expenditure
      from km_fiscal_totals join reporting on code = authority
     group by load_id, province, kind`);
  for (const area of ['province', 'region', "'country'"]) {
    for (const kind of ['kind', "''"]) {
      database.exec(`
        insert into km_fiscal_sums (load_id, area, kind, account, entries, amount)
        select load_id, ${area}, ${kind}, account, sum(entries), sum(amount)
          from sums group by 1, 2, 3, 4;
        insert into km_fiscal_coverage (load_id, area, kind, reported, revenue, expenditure)
        select load_id, ${area}, ${kind}, sum(reported), sum(revenue), sum(expenditure)
          from coverage group by 1, 2, 3`);
    }
  }
}

/**
 * @param {Database.Database} database
 * @param {number[]} years
 */
function stand(database, years) {
  database.exec(`
    insert into km_fiscal_standing_sets (job_id, fiscal_year, fiscal_month)
    select job_id, fiscal_year, fiscal_month from km_fiscal_loads order by id;
    insert into km_fiscal_active (fiscal_year, fiscal_month, load_id, standing_id)
    select load.fiscal_year, load.fiscal_month, load.id, standing.id
      from km_fiscal_loads load
      join km_fiscal_standing_sets standing using (job_id, fiscal_year, fiscal_month)`);
  const add = database.prepare(`
    insert into km_fiscal_standings
      (standing_id, authority, months, revenue, expenditure, own_revenue, investment)
    select now.standing_id, authority, (1 << now.fiscal_month) - 1,
           sum(revenue), sum(expenditure), sum(own_revenue), sum(investment)
      from km_fiscal_active now
      join km_fiscal_active month
           on month.fiscal_year = now.fiscal_year and month.fiscal_month <= now.fiscal_month
      join km_fiscal_totals total on total.load_id = month.load_id
     where now.fiscal_year = ? and now.fiscal_month = ?
     group by authority`);
  for (const year of years) for (let month = 1; month <= 12; month += 1) add.run(year, month);
}
