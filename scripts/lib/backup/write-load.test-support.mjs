import { mkdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { cms } from '../paths.mjs';

/**
 * As a program: an installation that is written to all the time. Each round writes a file and
 * then, in one transaction, its row, a reader's word and the revision that counts them; each that
 * is safe is told to the parent by its number.
 *
 * Arguments: address of PostgreSQL or file of SQLite, folder of uploads.
 */
const [database = '', uploads = ''] = process.argv.slice(2);
const require = createRequire(join(cms, 'package.json'));

const write = database.startsWith('postgres:') ? await postgres() : sqlite();
mkdirSync(uploads, { recursive: true });
for (let number = 1; ; number += 1) {
  const hash = `load_${number}`;
  writeFileSync(join(uploads, `${hash}.txt`), `${number}\n`.repeat(1 + (number % 500)));
  await write(number, hash);
  process.send?.({ number });
  // Lets the message leave, and keeps the number of files within what a test cares to compare.
  await new Promise((resolve) => setTimeout(resolve, 5));
}

function sqlite() {
  const db = new (require('better-sqlite3'))(database);
  db.pragma('journal_mode = WAL');
  db.pragma('busy_timeout = 5000');
  const file = db.prepare(
    "insert into files (name, hash, ext, mime, size, url, provider, folder_path) values (?, ?, '.txt', 'text/plain', 1, ?, 'local', '/')"
  );
  const word = db.prepare(
    "insert into km_feedback (service, document_id, helpful, comment, created_at) values ('faq', ?, 1, 'ขอบคุณ', '2026-01-01T00:00:00.000Z')"
  );
  const count = db.prepare(
    "update km_revisions set revision = revision + 1 where service = 'feedback'"
  );
  return async (/** @type {number} */ number, /** @type {string} */ hash) => {
    db.transaction(() => {
      file.run(hash, hash, `/uploads/${hash}.txt`);
      word.run(String(number));
      count.run();
    }).immediate();
  };
}

async function postgres() {
  const client = new (require('pg').Client)({ connectionString: database });
  await client.connect();
  return async (/** @type {number} */ number, /** @type {string} */ hash) => {
    await client.query('begin');
    await client.query(
      "insert into files (name, hash, ext, mime, size, url, provider, folder_path) values ($1, $1, '.txt', 'text/plain', 1, $2, 'local', '/')",
      [hash, `/uploads/${hash}.txt`]
    );
    await client.query(
      "insert into km_feedback (service, document_id, helpful, comment, created_at) values ('faq', $1, true, 'ขอบคุณ', '2026-01-01T00:00:00.000Z')",
      [String(number)]
    );
    await client.query(
      "update km_revisions set revision = revision + 1 where service = 'feedback'"
    );
    await client.query('commit');
  };
}
