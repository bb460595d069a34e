import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';

/** Stands in the loader that checks where the hash of `integrity.json` goes; of the same length. */
const place = `sha384-${'km'.repeat(32)}`;
/** Stands in the loader where the folder of the build goes. */
const releasePlace = 'km-release';
const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));

/** A hash as the attribute `integrity` wants it. */
export function integrityOf(content) {
  return `sha384-${createHash('sha384').update(content).digest('base64')}`;
}

/**
 * Writes who vouches for whom: the page for `km-checked.js` (its hash is in `manifest.json`), that
 * for `integrity.json`, and that for every file an element can ever need.
 */
export function signFiles(elements) {
  return {
    name: 'sign-files',
    generateBundle(_options, bundle) {
      const files = elements.map((name) => [
        name,
        Object.fromEntries(
          closureOf(bundle, `${name}.js`).map((file) => [file, integrityOf(bundle[file].code)])
        ),
      ]);
      const source = JSON.stringify(Object.fromEntries(files));
      this.emitFile({ type: 'asset', fileName: 'integrity.json', source });
      const loader = bundle['km.js'];
      if (!loader.code.includes(releasePlace)) this.error('The loader has no place for its build.');
      loader.code = loader.code.replace(releasePlace, releaseOf(source));
    },
  };
}

/** Name of a build: its version, and what tells its files from those of any other build. */
function releaseOf(integrity) {
  return `${version}-${createHash('sha256').update(integrity).digest('hex').slice(0, 8)}`;
}

/** Puts the hash of `integrity.json` into the loader that checks, and lists all hashes for people. */
export function signLoader(folder) {
  return {
    name: 'sign-loader',
    generateBundle(_options, bundle) {
      const [loader] = Object.values(bundle);
      if (!loader.code.includes(place)) this.error('The loader has no place for a hash.');
      const list = readFileSync(`${folder}integrity.json`, 'utf8');
      loader.code = loader.code.replace(place, integrityOf(list));
      const files = readdirSync(folder).filter((name) => name.endsWith('.js'));
      const hashes = files
        .filter((name) => name !== loader.fileName)
        .map((name) => [name, integrityOf(readFileSync(folder + name))]);
      const manifest = {
        version,
        release: releaseOf(list),
        integrity: Object.fromEntries([[loader.fileName, integrityOf(loader.code)], ...hashes]),
      };
      const source = `${JSON.stringify(manifest, null, 2)}\n`;
      this.emitFile({ type: 'asset', fileName: 'manifest.json', source });
    },
  };
}

/** A file and all it imports, now or later. */
function closureOf(bundle, fileName, found = new Set()) {
  if (found.has(fileName)) return [...found];
  found.add(fileName);
  const { imports, dynamicImports } = bundle[fileName];
  for (const file of [...imports, ...dynamicImports]) closureOf(bundle, file, found);
  return [...found].sort();
}
