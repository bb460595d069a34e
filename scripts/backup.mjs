import './lib/check-node.mjs';
import { dirname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { makeBackup, pruneBackups } from './lib/backup/make.mjs';
import { root } from './lib/paths.mjs';
import { fail, step } from './lib/progress.mjs';
import { loadEnvironment } from './lib/settings.mjs';

const usage = `Usage: npm run backup -- [options]

  --out <folder>     a new folder; backups/km-<time> unless given
  --with-secrets     keep keys and passwords of the settings too
  --keep <number>    then delete all but that many of the newest backups beside it
`;

try {
  const { values } = parseArgs({
    options: {
      out: { type: 'string' },
      'with-secrets': { type: 'boolean', default: false },
      keep: { type: 'string' },
    },
  });
  const keep = values.keep === undefined ? null : Number(values.keep);
  if (keep !== null && !(Number.isInteger(keep) && keep > 0)) throw new Error(usage);
  loadEnvironment();
  const stamp = `${new Date().toISOString().replaceAll(/[-:]/g, '').slice(0, 15)}Z`;
  const folder = resolve(values.out ?? join(root, 'backups', `km-${stamp}`));
  const { database, uploads, settings } = await step('Backing up', () =>
    makeBackup(folder, { withSecrets: values['with-secrets'] })
  );
  const rows = Object.values(database.tables).reduce((sum, table) => sum + table.rows, 0);
  const tables = Object.keys(database.tables).length;
  process.stdout.write(`${folder}\n`);
  process.stdout.write(`  ${tables} tables, ${rows.toLocaleString('en')} rows\n`);
  process.stdout.write(
    uploads.kept === 'here'
      ? `  ${Object.keys(uploads.files).length} uploaded files\n`
      : '  Uploaded files are in an S3 bucket and are not in the backup: see docs/backup.md.\n'
  );
  process.stdout.write(
    settings.withSecrets
      ? `  Settings with ${settings.secret.length} secrets: keep the folder as you keep those.\n`
      : `  Settings without their secrets (${settings.secret.join(', ')}): keep those elsewhere.\n`
  );
  if (keep !== null) {
    for (const name of pruneBackups(dirname(folder), keep)) {
      process.stdout.write(`  Deleted ${name}\n`);
    }
  }
} catch (error) {
  fail(error);
}
