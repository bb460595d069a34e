import { chownSync } from 'node:fs';
import { run } from './run.mjs';

/**
 * What stands before a command that refuses to run as root: nothing for a plain user, for root the
 * change to the first of some users that the system has.
 *
 * @param {string} folder - Given to that user; its home.
 * @param {readonly string[]} users
 * @returns {Promise<string[]>}
 */
export async function leavingRoot(folder, users) {
  if (process.getuid?.() !== 0) return [];
  for (const user of users) {
    const uid = await run('id', ['-u', user]).then(Number, () => null);
    if (uid === null) continue;
    const gid = Number(await run('id', ['-g', user]));
    chownSync(folder, uid, gid);
    const become = ['setpriv', `--reuid=${uid}`, `--regid=${gid}`, '--clear-groups'];
    return ['env', `HOME=${folder}`, ...become];
  }
  throw new Error(`This system has none of the users ${users.join(', ')}.`);
}
