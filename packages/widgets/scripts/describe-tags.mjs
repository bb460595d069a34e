import { readFileSync, writeFileSync } from 'node:fs';

/**
 * Writes from the custom-elements manifest what editors and compilers know of the tags:
 * `vscode.html-custom-data.json` and `jsx.d.ts` (React 19 and what follows its JSX).
 */

const place = (path) => new URL(`../${path}`, import.meta.url);
const { modules } = JSON.parse(readFileSync(place('custom-elements.json'), 'utf8'));
const elements = modules
  .flatMap(({ declarations = [] }) => declarations)
  .filter(({ tagName }) => tagName)
  .sort((one, other) => (one.tagName < other.tagName ? -1 : 1));

/** Values an attribute allows, where there are few. */
const values = {
  theme: ['light', 'dark', 'auto'],
  density: ['comfortable', 'compact'],
  lang: ['th', 'en'],
};
const attributesOf = ({ attributes = [] }) => attributes.filter(({ name }) => name);

const customData = {
  version: 1.1,
  tags: elements.map((element) => ({
    name: element.tagName,
    description: element.description,
    attributes: attributesOf(element).map(({ name, description }) => ({
      name,
      description,
      ...(values[name] && { values: values[name].map((value) => ({ name: value })) }),
    })),
  })),
};

const typeOf = ({ name, type }) =>
  values[name]?.map((value) => `'${value}'`).join(' | ') ??
  { number: 'number', boolean: 'boolean' }[type?.text] ??
  'string';
const tag = (element) => `    /** ${element.description?.replace(/\s+/g, ' ')} */
    '${element.tagName}': KmAttributes & {
${attributesOf(element)
  .map((attribute) => `      '${attribute.name}'?: ${typeOf(attribute)};`)
  .join('\n')}
    };`;
const types = `// Written by scripts/describe-tags.mjs from the custom-elements manifest.
import type { DetailedHTMLProps, HTMLAttributes } from 'react';

type KmAttributes = Omit<DetailedHTMLProps<HTMLAttributes<HTMLElement>, HTMLElement>, 'lang'>;

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements {
${elements.map((element) => tag(element).replace(/^/gm, '  ')).join('\n')}
    }
  }
}
`;

writeFileSync(place('vscode.html-custom-data.json'), `${JSON.stringify(customData, null, 2)}\n`);
writeFileSync(place('jsx.d.ts'), types);
