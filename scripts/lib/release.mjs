/** Packages that go to npm, each after those it needs. */
export const published = ['thai', 'contract', 'widgets'];

/**
 * What stands in the way of a release, as sentences; none where it may go out.
 *
 * @param {{
 *   packages: {name: string, version: string, repository?: unknown, dependencies?: Record<string, string>}[],
 *   changelog: string,
 *   sources: Record<string, string>,
 *   changes: string,
 *   hasIdentity: boolean,
 * }} found - `package.json` of each that is published; files of ours that name the version, by their
 *   paths; what git says is not committed; whether this is a build npm can vouch for.
 * @returns {string[]}
 */
export function releaseFaults({ packages, changelog, sources, changes, hasIdentity }) {
  const version = packages[0]?.version ?? '';
  const names = new Set(packages.map(({ name }) => name));
  const faults = [];
  if (changes !== '') faults.push('The checkout has changes that are not committed.');
  if (!changelog.split('\n').includes(`## ${version}`)) {
    faults.push(`CHANGELOG.md has no heading "## ${version}".`);
  }
  for (const one of packages) {
    if (one.version !== version) {
      faults.push(`${one.name} is ${one.version}, not ${version}.`);
    }
    for (const [name, wanted] of Object.entries(one.dependencies ?? {})) {
      if (names.has(name) && wanted !== version) {
        faults.push(`${one.name} asks for ${name} ${wanted}, not ${version}.`);
      }
    }
    if (!one.repository) {
      faults.push(`${one.name} names no repository, which npm compares with where it was built.`);
    }
  }
  for (const [path, source] of Object.entries(sources)) {
    if (!source.includes(`'${version}'`)) faults.push(`${path} does not say '${version}'.`);
  }
  if (!hasIdentity) {
    faults.push('Only a build on GitHub Actions or GitLab CI can be vouched for by npm.');
  }
  return faults;
}
