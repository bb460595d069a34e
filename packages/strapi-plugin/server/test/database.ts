import { randomBytes } from 'node:crypto';
import { copyFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import knex from 'knex';

/** A database of its own, which more than one instance may use. */
export interface TestDatabase {
  client: 'sqlite' | 'postgres';
  /** Its file, or its name on the server. */
  name: string;
  /** How an application is told of it. */
  env: Record<string, string>;
  drop(): Promise<void>;
}

/**
 * SQLite in a temporary folder, or on the PostgreSQL server of `KM_TEST_DATABASE_URL`.
 *
 * @param model - Name of the database it is a copy of; empty where there is none.
 */
export async function createDatabase(model?: string): Promise<TestDatabase> {
  const server = process.env.KM_TEST_DATABASE_URL;
  return server ? createPostgres(server, model) : createSqlite(model);
}

async function createSqlite(model?: string): Promise<TestDatabase> {
  const folder = await mkdtemp(join(tmpdir(), 'km-test-data-'));
  const name = join(folder, 'data.db');
  if (model) await copyFile(model, name);
  return {
    client: 'sqlite',
    name,
    // An empty address keeps one of the surroundings from being used.
    env: { DATABASE_URL: '', DATABASE_FILENAME: name },
    drop: () => rm(folder, { recursive: true, force: true }),
  };
}

async function createPostgres(server: string, model = 'template1'): Promise<TestDatabase> {
  const name = `km_test_${randomBytes(6).toString('hex')}`;
  await onServer(server, `create database ${name} template ${model}`);
  const address = new URL(server);
  address.pathname = `/${name}`;
  return {
    client: 'postgres',
    name,
    env: { DATABASE_URL: address.href, DATABASE_POOL_MIN: '0' },
    drop: () => onServer(server, `drop database if exists ${name} with (force)`),
  };
}

async function onServer(server: string, statement: string): Promise<void> {
  const connection = knex({ client: 'pg', connection: server });
  try {
    await connection.raw(statement);
  } finally {
    await connection.destroy();
  }
}
