import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { format, resolveConfig } from 'prettier';

/**
 * Writes the reference part of docs/widgets.md from the custom-elements manifest.
 *
 *   node scripts/document.mjs          writes it
 *   node scripts/document.mjs --check  fails when it is out of date
 */

const markers = ['<!-- reference: written by `npm run document` -->', '<!-- /reference -->'];
const guide = fileURLToPath(new URL('../../../docs/widgets.md', import.meta.url));
const manifestFile = fileURLToPath(new URL('../custom-elements.json', import.meta.url));

/** The guide with the reference of this manifest between its markers. */
export async function documentElements(text, manifest) {
  const [before, rest] = text.split(markers[0]);
  const after = rest?.split(markers[1])[1];
  if (after === undefined) {
    throw new Error(`docs/widgets.md: the lines ${markers.join(' and ')} are missing.`);
  }
  const whole = `${before}${markers[0]}\n\n${describeAll(manifest)}\n${markers[1]}${after}`;
  return format(whole, { ...(await resolveConfig(guide)), filepath: guide });
}

function describeAll({ modules }) {
  const declarations = modules.flatMap((module) => module.declarations ?? []);
  const base = declarations.find(({ name }) => name === 'KmElement');
  const own = (list = []) => list.filter(({ inheritedFrom }) => !inheritedFrom);
  const elements = declarations
    .filter(({ tagName }) => tagName)
    .sort((a, b) => a.tagName.localeCompare(b.tagName));
  return [
    '### Attributes of every tag\n',
    table(['Attribute', 'Default', 'Meaning'], describeAttributes(base.attributes)),
    ...elements.map((element) =>
      [
        `### \`<${element.tagName}>\`\n`,
        `${element.description}\n`,
        section('Attribute', ['Default', 'Meaning'], describeAttributes(own(element.attributes))),
        section('Event', ['Fired when'], describeNamed(element.events)),
        section('Slot', ['Meaning'], describeNamed(element.slots, '(default)')),
        section('Part', ['Box'], describeNamed(element.cssParts)),
        section(
          'Custom property',
          ['Default', 'Meaning'],
          own(element.cssProperties).map((item) => [
            code(item.name),
            code(item.default),
            item.description,
          ])
        ),
      ]
        .filter(Boolean)
        .join('\n')
    ),
  ].join('\n');
}

const section = (name, columns, rows) => rows.length > 0 && table([name, ...columns], rows);

const describeAttributes = (list = []) =>
  list.map(({ name, description, default: value }) => [code(name), code(value), description]);

const describeNamed = (list = [], unnamed = '') =>
  list.map(({ name, description }) => [name ? code(name) : unnamed, description]);

const code = (text) => (text && text !== "''" ? `\`${text.replace(/^'|'$/g, '')}\`` : '');

function table(columns, rows) {
  const line = (cells) =>
    `| ${cells.map((cell = '') => cell.replace(/\s+/g, ' ').replaceAll('|', '\\|')).join(' | ')} |`;
  return `${[line(columns), line(columns.map(() => '---')), ...rows.map(line)].join('\n')}\n`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const text = readFileSync(guide, 'utf8');
  const wanted = await documentElements(text, JSON.parse(readFileSync(manifestFile, 'utf8')));
  if (!process.argv.includes('--check')) {
    writeFileSync(guide, wanted);
  } else if (text !== wanted) {
    console.error(
      'docs/widgets.md does not say what the elements say; run `npm run document --workspace @km-laas/widgets`.'
    );
    process.exitCode = 1;
  }
}
