import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { documentElements } from '../scripts/document.mjs';

const root = fileURLToPath(new URL('../', import.meta.url));

it('the guide says what the elements say; `npm run document` brings it up to date', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'km-guide-'));
  try {
    execFileSync(
      join(root, '../../node_modules/.bin/cem'),
      [
        ...['analyze', '--config', 'custom-elements-manifest.config.mjs', '--quiet'],
        ...['--outdir', relative(root, folder)],
      ],
      { cwd: root }
    );
    const manifest: unknown = JSON.parse(
      readFileSync(join(folder, 'custom-elements.json'), 'utf8')
    );
    const guide = readFileSync(join(root, '../../docs/widgets.md'), 'utf8');
    expect(await documentElements(guide, manifest)).toBe(guide);
  } finally {
    rmSync(folder, { recursive: true });
  }
}, 60_000);
