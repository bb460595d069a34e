import './lib/check-node.mjs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { restoreBackup, word } from './lib/backup/restore.mjs';
import { fail, step } from './lib/progress.mjs';
import { loadEnvironment } from './lib/settings.mjs';

const usage = `Usage: npm run restore -- <backup> [options]

  <backup>                 folder that npm run backup made
  ${word}     lose what the database and the uploads hold now
  --settings <file>        write the settings of the backup to this new file

It restores into the database and folder that cms/.env or the environment names, and changes
nothing where they are not empty. Stop every server first; start them again when it is done.
`;

try {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      'replace-everything': { type: 'boolean', default: false },
      settings: { type: 'string' },
    },
  });
  const [folder] = positionals;
  if (positionals.length !== 1 || !folder) throw new Error(usage);
  loadEnvironment();
  const { madeAt, database, uploads, settings } = await step('Restoring and comparing', () =>
    restoreBackup(resolve(folder), {
      replaceEverything: values['replace-everything'],
      settingsFile: values.settings && resolve(values.settings),
    })
  );
  process.stdout.write(
    `Restored the backup of ${madeAt}: ${Object.keys(database.tables).length} tables and ${Object.keys(uploads.files).length} files, each compared.\n`
  );
  if (!settings.withSecrets) {
    process.stdout.write(
      `Settings it does not hold: ${settings.secret.join(', ')}. Without the same ones, API tokens and signed-in sessions end.\n`
    );
  }
  process.stdout.write(
    'On every other machine of the installation, delete the search index file before its server starts.\n'
  );
} catch (error) {
  fail(error);
}
