import type { Translation } from './translations/index.js';

/** What somebody has chosen to show on a page of theirs. */
export interface Choice {
  /** Origin of the knowledge bank. */
  origin: string;
  /** Element without `km-`. */
  name: string;
  /** Page of the same service on the knowledge bank's own site. */
  path: string;
  /** Name of the service. */
  title: string;
  /** Attributes that differ from what the element does by itself. */
  attributes: Readonly<Record<string, string>>;
  /** `#rrggbb`; null leaves the element's own. */
  accent: string | null;
  /** The release whose files browsers are to check; null for the current one, whichever that is. */
  release: Release | null;
}

/** A release that is named, with what its first file must be. */
export interface Release {
  version: string;
  /** Of `km-checked.js`, as the attribute `integrity` wants it. */
  integrity: string;
}

/** A kind of website; what to do there is a matter of language. */
export interface Host {
  name: keyof Translation['hosts'];
  /** Its code can name a release and its hash. */
  takesRelease?: true;
  write(choice: Choice, translation: Translation): string;
}

/** Address of a frame that shows the choice. */
export function frameAddress({ origin, name, attributes, accent }: Choice): string {
  const query = new URLSearchParams(attributes);
  if (accent) query.set('accent', accent.slice(1));
  return `${origin}/embed/${name}${query.size ? `?${query}` : ''}`;
}

function tagOf({ origin, name, path, title, attributes, accent }: Choice): string {
  const written = [
    ...Object.entries(attributes).map(([attribute, value]) => ` ${attribute}="${quoted(value)}"`),
    accent ? ` style="--km-accent: ${accent}"` : '',
  ].join('');
  return `<km-${name}${written}>\n  <a href="${origin}${path}">${title}</a>\n</km-${name}>`;
}

function scriptOf({ origin, release }: Choice): string {
  if (release) {
    const address = `${origin}/widgets/${release.version}/km-checked.js`;
    return `<script type="module" crossorigin src="${address}"\n  integrity="${quoted(release.integrity)}"></script>`;
  }
  return `<script type="module" src="${origin}/widgets/v1/km.js"></script>`;
}

function frameOf(choice: Choice): string {
  const address = quoted(frameAddress(choice));
  return `<iframe src="${address}" title="${choice.title}" width="100%" height="640" loading="lazy" style="border: 0"></iframe>`;
}

/** WordPress takes a hyphen for the end of a shorter shortcode's name. */
function shortcodeOf({ name }: Choice): string {
  return `km_${name.replaceAll('-', '_')}`;
}

/** An attribute's value as HTML wants it. */
function quoted(value: string): string {
  return value.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
}

export const hosts: readonly Host[] = [
  {
    name: 'html',
    takesRelease: true,
    write: (choice) => `${scriptOf(choice)}\n\n${tagOf(choice)}`,
  },
  {
    name: 'wordpress',
    takesRelease: true,
    write: (choice) => `${scriptOf(choice)}\n\n${tagOf(choice)}`,
  },
  {
    name: 'wordpress-address',
    write: frameAddress,
  },
  {
    name: 'wordpress-classic',
    write: (choice, { inThePage }) => `// functions.php
add_action( 'wp_head', function () {
  wp_print_script_tag( array( 'type' => 'module', 'src' => '${choice.origin}/widgets/v1/km.js' ) );
} );
add_shortcode( '${shortcodeOf(choice)}', function () {
  return '${tagOf(choice).replaceAll(/['\\]/g, '\\$&')}';
} );

<!-- ${inThePage} -->
[${shortcodeOf(choice)}]`,
  },
  {
    name: 'joomla',
    takesRelease: true,
    write: (choice) => `${scriptOf(choice)}\n\n${tagOf(choice)}`,
  },
  {
    name: 'iframe',
    write: frameOf,
  },
  {
    name: 'react',
    write: (choice) => `import { setDefaultApi } from '@km-laas/widgets';
import '@km-laas/widgets/elements/${choice.name}/${choice.name}.define';

setDefaultApi('${choice.origin}');

export function KnowledgeBank() {
  return (
    ${indent(jsxOf(choice), 4)}
  );
}`,
  },
  {
    name: 'vue',
    write: (choice) => `<script setup>
import { setDefaultApi } from '@km-laas/widgets';
import '@km-laas/widgets/elements/${choice.name}/${choice.name}.define';

setDefaultApi('${choice.origin}');
</script>

<template>
  ${indent(tagOf(choice), 2)}
</template>`,
  },
];

/** As HTML, but for the accent: React takes styles as objects. */
function jsxOf(choice: Choice): string {
  const { accent } = choice;
  const plain = tagOf({ ...choice, accent: null });
  if (!accent) return plain;
  return plain.replace(/>/, ` style={{ '--km-accent': '${accent}' }}>`);
}

function indent(code: string, by: number): string {
  return code.replaceAll('\n', `\n${' '.repeat(by)}`);
}
