import { createApplication } from './application';
import { createDatabase } from './database';
import { startInstance } from './start-app';

/**
 * Starts the plugin on an empty database once for all tests, whose databases are copies of it: a
 * first start makes some hundred tables, which takes longer than most of them.
 */
export default async function startFirst(): Promise<() => Promise<void>> {
  const database = await createDatabase();
  const application = await createApplication({ database });
  const instance = await startInstance(application);
  await instance.terminate();
  await application.remove();
  process.env.KM_TEST_FIRST_START = database.name;
  return () => database.drop();
}
