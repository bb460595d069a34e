import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { format, resolveConfig } from 'prettier';

/**
 * Everything pages may rely on within v1, by tag: what is in `v1-surface.json` never disappears.
 *
 *   node scripts/list-surface.mjs   adds what is new; a name that has gone is for people to judge
 */

const file = fileURLToPath(new URL('../v1-surface.json', import.meta.url));
const namesOf = (list = []) =>
  [...new Set(list.map(({ name }) => name))].filter((name) => name !== undefined).sort();

/** The names of a manifest and of the style sheet with the tokens. */
export function surfaceOf({ modules }, tokens) {
  const declarations = modules.flatMap((module) => module.declarations ?? []);
  const elements = declarations
    .filter(({ tagName }) => tagName)
    .sort((one, other) => (one.tagName < other.tagName ? -1 : 1))
    .map(({ tagName, attributes, events, slots, cssParts, cssProperties }) => [
      tagName,
      {
        attributes: namesOf(attributes),
        events: namesOf(events),
        slots: namesOf(slots),
        parts: namesOf(cssParts),
        properties: namesOf(cssProperties),
      },
    ]);
  return {
    tags: Object.fromEntries(elements),
    tokens: [...new Set(tokens.match(/--km-[a-z-]+(?=:)/g))].sort(),
  };
}

/** Names of one surface that another does not have, e.g. `km-faq-list part question`. */
export function missingFrom(listed, present) {
  const lost = (kind, names, others = []) =>
    names.filter((name) => !others.includes(name)).map((name) => `${kind} ${name}`);
  return [
    ...Object.entries(listed.tags).flatMap(([tag, kinds]) =>
      Object.entries(kinds).flatMap(([kind, names]) =>
        lost(`${tag} ${kind}`, names, present.tags[tag]?.[kind])
      )
    ),
    ...lost('token', listed.tokens, present.tokens),
  ];
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const read = (path) => readFileSync(new URL(path, import.meta.url), 'utf8');
  const surface = surfaceOf(
    JSON.parse(read('../custom-elements.json')),
    read('../src/themes/tokens.css')
  );
  const listed = existsSync(file)
    ? JSON.parse(read('../v1-surface.json'))
    : { tags: {}, tokens: [] };
  const gone = missingFrom(listed, surface);
  if (gone.length) {
    console.error(`Within v1 these must stay:\n  ${gone.join('\n  ')}`);
    process.exitCode = 1;
  } else {
    const text = JSON.stringify(surface);
    writeFileSync(file, await format(text, { ...(await resolveConfig(file)), filepath: file }));
  }
}
