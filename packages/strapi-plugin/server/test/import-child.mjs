import { createReadStream } from 'node:fs';
import { bootStrapi } from './boot-strapi.mjs';

/**
 * As a program: a server that imports the files its parent names, one after another, and kills itself
 * without a word when it has sent as many statements to the tables imports know as it was told. A
 * later one goes on with what it left.
 *
 * Arguments: folder of the application, data set. Messages: `{path, killAt}`, 0 for never; answered
 * by `{state, statements}`.
 */
const [folder = '', dataSet = ''] = process.argv.slice(2);
const { strapi } = await bootStrapi(folder);
const imports = strapi.plugin('km').service('imports');

let statements = 0;
let killAt = 0;
const concerned = new RegExp(`km_import_|km_${dataSet}_`);
strapi.db.connection.on('query', (/** @type {{sql: string}} */ { sql }) => {
  if (!concerned.test(sql) || isLooking(sql)) return;
  statements += 1;
  if (statements === killAt) process.kill(process.pid, 'SIGKILL');
});

/** Looks and signs of life come by the clock, and would make the moment depend on it. */
function isLooking(/** @type {string} */ sql) {
  return /lease_until < |set "?`?progress/.test(sql) || /^select/.test(sql);
}

process.on('message', async (/** @type {{path: string, killAt: number}} */ asked) => {
  statements = 0;
  killAt = asked.killAt;
  process.send?.({ state: await importFile(asked.path), statements });
});
process.on('disconnect', async () => {
  await imports.runner.stop();
  process.exit(0);
});

/** @param {string} path */
async function importFile(path) {
  const newest = async () => (await imports.list({ page: 1, pageSize: 1 })).jobs[0]?.id;
  let id = await newest();
  if (id) {
    await imports.runner.run(id);
    // An upload that broke off leaves nothing behind.
    id = await newest();
  }
  if (!id) {
    ({ id } = await imports.create({
      dataSet,
      options: { unit: 'baht', scope: 'months', sample: false },
      fileName: 'month.csv',
      createdBy: 'test',
      source: createReadStream(path, { highWaterMark: 64 * 1024 }),
      length: null,
    }));
  }
  for (;;) {
    const { state } = await imports.get(id);
    if (state === 'checked') await imports.commit(id, { leaveOutBadRows: false });
    // And nothing else is left to do.
    await imports.runner.run(id);
    if (['done', 'failed', 'cancelled'].includes(state)) return state;
  }
}
