import { mkdirSync } from 'node:fs';
import { folder, openCamera } from './camera.mjs';
import { takeEditors } from './editors.mjs';
import { startHouse } from '../../../../scripts/lib/house.mjs';
import { takeMembers } from './members.mjs';
import { takeReaders } from './readers.mjs';
import { takeWebAdmins } from './web-admins.mjs';

/**
 * Takes the pictures of the manual from a running system with the sample content. They are kept in
 * `pictures/`, so that a build needs no browser; take them anew when the system looks different:
 * `npm run pictures -w @km-laas/portal`, or those of one page with `-- members`.
 */
const sets = {
  readers: takeReaders,
  members: takeMembers,
  'web-admins': takeWebAdmins,
  editors: takeEditors,
};

const wanted = process.argv.slice(2);
mkdirSync(folder, { recursive: true });
const house = await startHouse({ KM_CHECK_PRIVATE_PAGES: 'true' });
const camera = await openCamera(house);
try {
  for (const [name, takeSet] of Object.entries(sets)) {
    if (wanted.length === 0 || wanted.includes(name)) await takeSet(camera, house);
  }
} finally {
  await camera.close();
  await house.stop();
}
