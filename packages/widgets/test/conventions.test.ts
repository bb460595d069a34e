import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { missingFrom, surfaceOf } from '../scripts/list-surface.mjs';

const root = fileURLToPath(new URL('../', import.meta.url));
const source = join(root, 'src');
const elements = readdirSync(join(source, 'elements'));

/** Names pages rely on. */
interface Surface {
  tags: Record<string, Record<string, string[]>>;
  tokens: string[];
}
interface Named {
  name: string;
}
interface Declaration {
  tagName?: string;
  slots?: Named[];
  events?: Named[];
  cssParts?: Named[];
}

const read = (path: string) => readFileSync(join(root, path), 'utf8');
const namesOf = (list: readonly Named[] = []) => list.map(({ name }) => name).sort();
const unique = (list: Iterable<string>) => [...new Set(list)].sort();

/** Everything a module imports, now or later, within the sources. */
function importsOf(path: string, found = new Set<string>()): Set<string> {
  if (found.has(path)) return found;
  found.add(path);
  const code = readFileSync(path, 'utf8');
  for (const [, specifier] of code.matchAll(/(?:from|import\()\s*'(\.[^']+)\.js'/g)) {
    importsOf(resolve(dirname(path), `${specifier}.ts`), found);
  }
  return found;
}

/** Keys of words, those of nested tables included. */
function keysOf(words: object, prefix = ''): string[] {
  return Object.entries(words).flatMap(([key, word]) =>
    typeof word === 'object' ? keysOf(word as object, `${prefix}${key}.`) : [prefix + key]
  );
}

describe('every element', () => {
  const folder = mkdtempSync(join(tmpdir(), 'km-manifest-'));
  const declarations = new Map<string, Declaration>();
  let manifest: { modules: { declarations?: Declaration[] }[] };

  beforeAll(() => {
    const cem = join(root, '../../node_modules/.bin/cem');
    const options = ['--config', 'custom-elements-manifest.config.mjs', '--quiet'];
    execFileSync(cem, ['analyze', ...options, '--outdir', relativeTo(folder)], { cwd: root });
    manifest = JSON.parse(
      readFileSync(join(folder, 'custom-elements.json'), 'utf8')
    ) as typeof manifest;
    for (const { declarations: list = [] } of manifest.modules) {
      for (const declaration of list) {
        if (declaration.tagName) declarations.set(declaration.tagName, declaration);
      }
    }
  }, 60_000);
  afterAll(() => rmSync(folder, { recursive: true }));

  it('keeps every tag, attribute, event, slot, part, property and token it ever promised', () => {
    const listed = JSON.parse(read('v1-surface.json')) as Surface;
    const present = surfaceOf(manifest, read('src/themes/tokens.css')) as Surface;
    expect(missingFrom(listed, present)).toEqual([]);
    // What is new is promised too: npm run surface -w @km-laas/widgets
    expect(missingFrom(present, listed)).toEqual([]);
  });

  it('tells what is gone', () => {
    const kinds = { attributes: ['a'], events: [], slots: [''], parts: ['p'], properties: [] };
    const listed = { tags: { 'km-x': kinds }, tokens: ['--km-t'] };
    const present = { tags: { 'km-x': { ...kinds, parts: [] } }, tokens: [] };
    expect(missingFrom(listed, present)).toEqual(['km-x parts p', 'token --km-t']);
  });

  it.each(elements)('%s has its files', (name) => {
    for (const kind of ['ts', 'styles.ts', 'define.ts', 'th.ts', 'en.ts', 'test.ts']) {
      expect(existsSync(join(source, 'elements', name, `${name}.${kind}`)), kind).toBe(true);
    }
  });

  it.each(elements)('%s is exported, defined under its tag and known to the loader', (name) => {
    expect(read('src/index.ts')).toContain(`./elements/${name}/${name}.js`);
    expect(read(`src/elements/${name}/${name}.define.ts`)).toContain(`'km-${name}'`);
    expect(read('src/kit/find-elements.ts')).toContain(`'km-${name}'`);
    expect([...declarations.keys()]).toContain(`km-${name}`);
  });

  it.each(elements)('%s documents its parts, slots and events, and no others', (name) => {
    const code = [...importsOf(join(source, 'elements', name, `${name}.ts`))]
      .map((path) => readFileSync(path, 'utf8').replace(/\/\*\*[\s\S]*?\*\//g, ''))
      .join('\n');
    const declaration = declarations.get(`km-${name}`)!;
    const parts = namesOf(declaration.cssParts);
    const written = unique([...code.matchAll(/\spart="([\w-]+)"/g)].map(([, part]) => part!));
    expect(parts).toEqual(expect.arrayContaining(written));
    for (const part of parts) {
      expect(code, `part ${part}`).toMatch(new RegExp(`part="${part}"|'${part}'`));
    }
    const slots = [...code.matchAll(/<slot(?: name="([\w-]+)")?/g)].map(([, slot]) => slot ?? '');
    expect(namesOf(declaration.slots)).toEqual(unique(slots));
    const events = [...code.matchAll(/super\('(km-[\w-]+)'/g)].map(([, event]) => event!);
    expect(namesOf(declaration.events)).toEqual(unique(events));
  });
});

describe('what elements share', () => {
  it.each(sourcesIn(source).filter((path) => /\bth\.ts$/.test(path)))(
    'says the same in both languages: %s',
    async (path) => {
      const english = path.replace(/th\.ts$/, 'en.ts');
      const { th } = (await import(/* @vite-ignore */ path)) as { th: object };
      const { en } = (await import(/* @vite-ignore */ english)) as { en: object };
      expect(keysOf(en).sort()).toEqual(keysOf(th).sort());
    }
  );

  it('gives tokens the same values in the stylesheet and in the elements', () => {
    const sheet = read('src/themes/tokens.css').replace(/\/\*[\s\S]*?\*\//g, '');
    const tokens = read('src/themes/tokens.styles.ts');
    const values = (block: string) =>
      Object.fromEntries(
        [...block.matchAll(/--km-([a-z-]+): (#[0-9a-f]+)/g)].map(([, name, value]) => [name, value])
      );
    const [light, auto, dark] = [...sheet.matchAll(/:root(?:\[[^\]]+\])? \{([^}]+)\}/g)].map(
      ([, block]) => values(block!)
    );
    const own = [
      ...tokens.matchAll(
        /--_([a-z-]+): var\(--km-\1, var\(--_light, (#\w+)\) var\(--_dark, (#\w+)\)\)/g
      ),
    ];
    expect(Object.fromEntries(own.map(([, name, value]) => [name, value]))).toEqual(light);
    expect(Object.fromEntries(own.map(([, name, , value]) => [name, value]))).toEqual(dark);
    expect(auto).toEqual(dark);
  });

  it('names the version of the package', () => {
    const { version } = JSON.parse(read('package.json')) as { version: string };
    for (const file of ['version.ts', 'kit/kit-api.ts']) {
      expect(read(`src/${file}`), file).toContain(`'${version}'`);
    }
  });

  it('keeps what copies share under one name and shape in the loader and the client', () => {
    const line = /Symbol\.for\('[^']+'\)\] \?\?= .+/;
    expect(line.exec(read('src/kit/kit-api.ts'))?.[0]).toBe(
      line.exec(read('src/client/registry.ts'))?.[0]
    );
  });

  it('writes no inline style and no HTML, and reads the wire in one place only', () => {
    for (const path of sourcesIn(source)) {
      const code = readFileSync(path, 'utf8');
      expect(code, path).not.toMatch(/innerHTML|unsafeHTML|\beval\(|\sstyle=["$]/);
      if (!/\/client\/|find-elements|checked-loader/.test(path)) {
        expect(code, path).not.toMatch(/(?<![.\w])fetch\(/);
      }
    }
  });
});

/** The analyzer takes its output folder relative to where it runs. */
function relativeTo(path: string): string {
  return `${'../'.repeat(root.split('/').length - 2)}${path.slice(1)}`;
}

function sourcesIn(path: string): string[] {
  return readdirSync(path, { withFileTypes: true }).flatMap((entry) => {
    const child = join(path, entry.name);
    if (entry.isDirectory()) return sourcesIn(child);
    return /\.ts$/.test(child) && !/\.test\.ts$/.test(child) ? [child] : [];
  });
}
