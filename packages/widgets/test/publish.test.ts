import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { checkPackage, createPackageFromTarballData } from '@arethetypeswrong/core';
import { publint } from 'publint';
import { formatMessage } from 'publint/utils';
import { describe, expect, it } from 'vitest';

const packages = fileURLToPath(new URL('../../', import.meta.url));
/** Each of a package's entries for programs that read ES modules; the packages are nothing else. */
const notOurs = new Set(['CJSResolvesToESM', 'NoResolution']);

describe.each(['contract', 'thai', 'widgets'])('@km-laas/%s as it is published', (name) => {
  const root = join(packages, name);

  it('has exports, types and files that fit together', async () => {
    const { messages, pkg } = await publint({ pkgDir: root, strict: true });
    expect(messages.map((message) => formatMessage(message, pkg))).toEqual([]);
  });

  it('has types that say what its code does', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'km-pack-'));
    try {
      const packed = execFileSync('npm', ['pack', '--json', '--pack-destination', folder], {
        cwd: root,
        encoding: 'utf8',
      });
      const [{ filename }] = JSON.parse(packed) as [{ filename: string }];
      const analysed = await checkPackage(
        createPackageFromTarballData(new Uint8Array(readFileSync(join(folder, filename))))
      );
      const problems = analysed.types ? analysed.problems : [{ kind: 'NoTypes' }];
      expect(problems.filter(({ kind }) => !notOurs.has(kind))).toEqual([]);
    } finally {
      rmSync(folder, { recursive: true });
    }
  }, 60_000);
});
