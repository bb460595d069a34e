import { setTimeout as pause } from 'node:timers/promises';
import { withClient } from '../backup/postgres.mjs';
import { must, until } from './checks.mjs';
import { Editor } from './editor.mjs';
import { createInstances } from './instance.mjs';
import { ask } from './load.mjs';

const api = '/api/km/v1';

/**
 * What must hold of an instance that reads from a streaming replica.
 *
 * @param {import('./checks.mjs').Checks} checks
 * @param {import('./house-checks.mjs').House & {env: Record<string, string>}} house
 */
export async function checkReplica(checks, house) {
  const replica = await house.postgres.follow();
  // A folder of its own, or its index would be taken for the first instance's.
  const [instance] = await createInstances(
    1,
    { ...house.env, DATABASE_READ_URL: replica.url, DATABASE_READ_LAG_MS: '2000' },
    replica.folder
  );
  if (!instance) throw new Error('There is no instance to read with.');
  try {
    await instance.start();
    const editor = await Editor.signIn(instance.origin, house.login);
    let asked = 0;
    /** A read no cache has an answer to. */
    const readAnew = () => {
      asked += 1;
      return ask(
        `${instance.origin}${api}/faqs?pageSize=100&q=${encodeURIComponent(`คำถาม`)}&year=${2500 + (asked % 80)}`
      );
    };
    const scans = async () => {
      const rows = await tell(
        replica.url,
        "select coalesce(sum(seq_scan + coalesce(idx_scan, 0)), 0)::int as n from pg_stat_user_tables where relname = 'km_faqs'"
      );
      return rows[0].n;
    };
    const isRead = async () => {
      const before = await scans();
      for (let turn = 0; turn < 5; turn += 1)
        must((await readAnew()).status === 200, 'A read failed.');
      // Sessions hand their counts in when they have been idle for a moment.
      await pause(1500);
      return (await scans()) > before;
    };

    await checks.check('uncached reads are answered from the replica', async () => {
      await until(isRead, 60_000);
    });

    await checks.check(
      'a replica that is behind is not read from, and nothing old is shown',
      async () => {
        await tell(replica.url, 'select pg_wal_replay_pause()');
        for (let turn = 1; turn <= 3; turn += 1) {
          const id = await editor.publish(instance.origin, `คำถามที่สำเนายังไม่มี ${turn}`);
          const took = await until(async () =>
            (await ask(`${instance.origin}${api}/faqs?pageSize=100`)).text.includes(id)
          );
          must(took < 2000, `It was shown after ${took.toFixed(0)} ms.`);
        }
        await pause(3000);
        must(!(await isRead()), 'The replica was read from while it was behind.');
        await tell(replica.url, 'select pg_wal_replay_resume()');
        await until(isRead, 60_000);
      }
    );

    await checks.check(
      'a replica that is away costs no read, and is read again when it is back',
      async () => {
        await replica.pause();
        for (let turn = 0; turn < 10; turn += 1) {
          const { status } = await readAnew();
          must(status === 200, `A read without the replica answered ${status}.`);
        }
        await replica.resume();
        await until(isRead, 60_000);
      }
    );
  } finally {
    await instance.stop();
    await replica.stop();
  }
}

/**
 * @param {string} url
 * @param {string} sql
 */
function tell(url, sql) {
  return withClient(
    { client: 'postgres', url, schema: 'public', ssl: false, verify: true },
    async (client) => (await client.query(sql)).rows
  );
}
