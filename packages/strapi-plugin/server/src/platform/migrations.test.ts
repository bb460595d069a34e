import type { Core } from '@strapi/types';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startApp, type TestApp } from '../../test/start-app';
import { firstLoadOf } from '../fiscal/load-numbers';
import { migrations } from '../migrations';
import { fiscalYears } from '../migrations/fiscal-years';
import { migrate, type Migration } from './migrations';

describe('our own tables', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startApp();
  });
  afterAll(() => app?.stop());

  const versions = async (strapi: Core.Strapi): Promise<number[]> =>
    (await strapi.db.connection('km_schema_versions').select('version').orderBy('version')).map(
      ({ version }) => version
    );

  const step = (version: number, up: Migration['up']): Migration => ({
    version,
    up,
    name: `step ${version}`,
  });

  it('are made at the first start', async () => {
    expect(await versions(app.strapi)).toEqual(migrations.map(({ version }) => version));
    for (const table of ['km_revisions', 'km_feedback', 'km_file_facts']) {
      expect(await app.strapi.db.connection.schema.hasTable(table)).toBe(true);
    }
  });

  it('are left alone by a later start', async () => {
    const before = await versions(app.strapi);
    await migrate(app.strapi, migrations);
    expect(await versions(app.strapi)).toEqual(before);
  });

  it('change in order of version, each step once, also when instances start together', async () => {
    const ran: number[] = [];
    const steps = [1002, 1001].map((version) => step(version, async () => void ran.push(version)));
    await Promise.all([migrate(app.strapi, steps), migrate(app.strapi, steps)]);
    expect(ran).toEqual([1001, 1002]);
  });

  it('are as before when a step fails, and the step is tried again', async () => {
    const failing = step(1003, async (schema) => {
      await schema.createTable('km_half_made', (columns) => void columns.increments('id'));
      throw new Error('the disk is full');
    });
    await expect(migrate(app.strapi, [failing])).rejects.toThrow('the disk is full');
    expect(await app.strapi.db.connection.schema.hasTable('km_half_made')).toBe(false);
    const mended = step(1003, async (schema) => {
      await schema.createTable('km_half_made', (columns) => void columns.increments('id'));
    });
    await migrate(app.strapi, [mended]);
    expect(await app.strapi.db.connection.schema.hasTable('km_half_made')).toBe(true);
    expect(await versions(app.strapi)).toContain(1003);
  });

  it('have versions that increase and stand once', () => {
    const all = migrations.map(({ version }) => version);
    expect(all).toEqual([...new Set(all)].sort((a, b) => a - b));
  });

  it.runIf(process.env.KM_TEST_DATABASE_URL)(
    'part the facts that are there by fiscal year without losing one',
    async () => {
      const knex = app.strapi.db.connection;
      await knex.raw('drop table km_fiscal_facts cascade');
      await knex.raw(
        `create table km_fiscal_facts (load_id integer not null, authority varchar(8) not null,
           account varchar(8) not null, amount bigint not null,
           primary key (load_id, authority, account))`
      );
      const fact = (load: number) => ({
        load_id: load,
        authority: '03470102',
        account: '411000',
        amount: 12_345,
      });
      await knex('km_fiscal_facts').insert(fact(7));
      const [parting] = fiscalYears as [Migration];
      await migrate(app.strapi, [{ ...parting, version: 1200 }]);
      await knex('km_fiscal_facts').insert([fact(firstLoadOf(2569) + 1), fact(firstLoadOf(2700))]);
      const { rows } = await knex.raw(
        'select tableoid::regclass::text as part, amount from km_fiscal_facts order by load_id'
      );
      expect(rows).toEqual([
        { part: 'km_fiscal_facts_before', amount: '12345' },
        { part: 'km_fiscal_facts_2569', amount: '12345' },
        { part: 'km_fiscal_facts_later', amount: '12345' },
      ]);
    }
  );

  it('may make one table after another', async () => {
    await migrate(app.strapi, [
      step(901, async (schema) => {
        await schema.createTable('km_first', (columns) => columns.increments('id'));
        await schema.createTable('km_second', (columns) => columns.increments('id'));
      }),
    ]);
    for (const table of ['km_first', 'km_second']) {
      expect(await app.strapi.db.connection.schema.hasTable(table)).toBe(true);
    }
  });
});
