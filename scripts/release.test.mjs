import { describe, expect, it } from 'vitest';
import { releaseFaults } from './lib/release.mjs';

const repository = { type: 'git', url: 'git+https://git.example/km.git' };
const ready = {
  packages: [
    { name: '@km-laas/thai', version: '1.2.0', repository },
    {
      name: '@km-laas/widgets',
      version: '1.2.0',
      repository,
      dependencies: { '@km-laas/thai': '1.2.0', lit: '3.3.3' },
    },
  ],
  changelog: '# Changelog\n\n## 1.2.0\n\n- News.\n',
  sources: { 'version.ts': "export const version = '1.2.0';" },
  changes: '',
  hasIdentity: true,
};
const [thai, widgets] = /** @type {[any, any]} */ (ready.packages);

describe('a release', () => {
  it('goes out where everything says the same version', () => {
    expect(releaseFaults(ready)).toEqual([]);
  });

  it.each([
    [{ changes: ' M a.ts' }, 'not committed'],
    [{ changelog: '## 1.2.0-beta\n' }, 'no heading "## 1.2.0"'],
    [{ packages: [thai, { ...widgets, version: '1.1.0' }] }, '@km-laas/widgets is 1.1.0'],
    [
      { packages: [thai, { ...widgets, dependencies: { '@km-laas/thai': '1.1.0' } }] },
      'asks for @km-laas/thai 1.1.0',
    ],
    [{ packages: [thai, { ...widgets, repository: undefined }] }, 'names no repository'],
    [{ sources: { 'version.ts': "'1.1.0'" } }, "version.ts does not say '1.2.0'"],
    [{ hasIdentity: false }, 'vouched for'],
  ])('waits otherwise: %o', (change, sentence) => {
    const faults = releaseFaults({ ...ready, ...change });
    expect(faults).toHaveLength(1);
    expect(faults[0]).toContain(sentence);
  });
});
