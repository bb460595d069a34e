import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { renderDocument } from '../layout/document.js';
import { house } from '../pages.js';
import { buildAssets } from './assets.js';
import { folders } from './folders.js';

// A server may be reading the folder: what is new comes first, what is old goes last, and at every
// moment between there is a whole site.
mkdirSync(join(folders.site, 'assets'), { recursive: true });
const { assets, files } = await buildAssets();
for (const page of house.pages) {
  writeFileSync(join(folders.site, page.file), renderDocument(page, house, assets));
}
removeOthers(folders.site, ['assets', ...house.pages.map(({ file }) => file)]);
removeOthers(join(folders.site, 'assets'), files);
process.stdout.write(`${house.pages.length} pages in packages/portal/dist\n`);

function removeOthers(folder: string, kept: readonly string[]): void {
  for (const name of readdirSync(folder)) {
    if (!kept.includes(name)) rmSync(join(folder, name), { recursive: true });
  }
}
