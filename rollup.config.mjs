import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { copyFile, mkdir, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import nodeResolve from '@rollup/plugin-node-resolve';
import terser from '@rollup/plugin-terser';
import esbuild from 'rollup-plugin-esbuild';
import { minifyTemplateLiterals } from 'rollup-plugin-minify-template-literals';
import { leanLit } from './packages/widgets/scripts/lean-lit.mjs';
import { signFiles, signLoader } from './packages/widgets/scripts/sign-files.mjs';

const widgets = new URL('./packages/widgets/', import.meta.url).pathname;
const elements = readdirSync(`${widgets}src/elements`).filter((name) =>
  existsSync(`${widgets}src/elements/${name}/${name}.define.ts`)
);
const definitions = Object.fromEntries(
  elements.map((name) => [name, `${widgets}src/elements/${name}/${name}.define.ts`])
);

// Chrome 109 is the last for Windows 7, which local offices still run.
const compile = () =>
  esbuild({
    target: ['chrome109', 'firefox115', 'safari16.4'],
    tsconfig: `${widgets}tsconfig.json`,
  });

const minify = (options = {}) =>
  terser({
    module: true,
    ecma: 2020,
    format: { comments: /^!/ },
    compress: { passes: 3, keep_fargs: false, unsafe_arrows: true },
    ...options,
  });

/** What `<km-search-box>` starts with, on pages that hold nothing else; English comes when asked for. */
const base = new RegExp(
  `^(${[
    'client/(api|operation|registry|request|service-)',
    'controllers/language',
    'internal/(choose|debounce|define|host|icons|km-|safe|write-thai)',
    'themes/',
  ].join('|')})`
);
const shared = new RegExp(
  `^(${[
    'client/(read|saved|shape|shared)',
    'controllers/(deep|list|localize|resource)',
    'internal/(copy-t|render-(heading|more|search-field|states)|service)',
    'translations/th',
  ].join('|')})`
);

/** Modules every element needs go together; what only some need stays in chunks of its own. */
function chooseChunk(id) {
  if (/\/node_modules\/(lit|lit-html|lit-element|@lit)\//.test(id)) return 'base';
  if (id.endsWith('/thai/dist/thai-day.js')) return 'base';
  if (!id.startsWith(`${widgets}src/`)) return undefined;
  const path = id.slice(`${widgets}src/`.length);
  if (/^(client|internal)\/feedback.*(?<!\.en)\.ts$/.test(path)) return 'feedback';
  // What opens an item is small and wanted by most elements: apart, each file would cost a request.
  if (
    /^(client\/topics|internal\/(item\/(entry|item-controller|render-back)|render-select))/.test(
      path
    )
  ) {
    return 'item';
  }
  if (/^internal\/render-blocks/.test(path)) return 'blocks';
  if (/^internal\/item\/(copy-controller|render-item-tools)/.test(path)) return 'render-item-tools';
  if (/^(controllers\/topic|internal\/render-topic)/.test(path)) return 'topic-filter';
  if (/^elements\/webboard\/safe-html\.ts/.test(path)) return 'safe-html';
  if (base.test(path)) return 'base';
  return shared.test(path) ? 'shared' : undefined;
}

/** Properties lit keeps for itself; their names matter to nobody outside it. */
const litsOwn =
  /^(_\$.+|addInitializer|elementStyles|enableUpdating|finalizeStyles|getPropertyDescriptor|getPropertyOptions|getUpdateComplete|isUpdatePending|performUpdate|scheduleUpdate)$/;

/**
 * Short names for what lit keeps for itself, made beforehand: each file is minified alone, and what
 * one calls a property another must call the same.
 */
function namesOfLit() {
  const { resolve } = createRequire(createRequire(`${widgets}package.json`).resolve('lit'));
  const code = ['@lit/reactive-element', 'lit-html', 'lit-element']
    .map((name) => readFileSync(resolve(name), 'utf8'))
    .join('\n');
  const names = [...new Set(code.match(/[\w$]+/g))].filter((name) => litsOwn.test(name)).sort();
  return new Map(names.map((name, at) => [name, `_${at.toString(36)}`]));
}

/** Self-contained files for `<script type="module">`; no hashes, the folder is the version. */
const embed = {
  input: {
    km: `${widgets}src/loader.ts`,
    frame: `${widgets}src/kit/frame.ts`,
    'km-frame': `${widgets}src/kit/frame-host.ts`,
    ...definitions,
  },
  plugins: [
    nodeResolve({ exportConditions: ['production', 'browser'] }),
    compile(),
    leanLit(),
    stillCharts(),
    minifyTemplateLiterals({ failOnError: true }),
    clearFolder(),
    minify({ mangle: { properties: { regex: litsOwn, cache: { props: namesOfLit() } } } }),
    signFiles(elements),
  ],
  output: {
    dir: `${widgets}dist/embed/`,
    format: 'es',
    entryFileNames: '[name].js',
    chunkFileNames: '[name].js',
    manualChunks: chooseChunk,
    hoistTransitiveImports: false,
    // Instead of lit's own notice, which stands in each of its modules.
    banner: ({ name }) =>
      name === 'base' ? '/*! Contains lit, (c) Google LLC, BSD-3-Clause */' : '',
  },
};

/** The loader that checks hashes stands alone: it is built when those of the others are known. */
const checked = {
  input: { 'km-checked': `${widgets}src/checked-loader.ts` },
  plugins: [compile(), minify(), signLoader(embed.output.dir)],
  output: { dir: embed.output.dir, format: 'es', entryFileNames: '[name].js' },
};

/** ES modules for npm: one file a module, lit left to the page's own bundler. */
const modules = {
  input: [`${widgets}src/index.ts`, ...Object.values(definitions)],
  external: /^(lit|@lit|@km-laas|chart\.js)(\/|$)/,
  plugins: [nodeResolve(), compile(), copyTokens()],
  output: {
    dir: `${widgets}dist`,
    format: 'es',
    preserveModules: true,
    preserveModulesRoot: `${widgets}src`,
  },
};

/**
 * Takes out of Chart.js what our charts never do, a fifth of it: they neither move nor listen, have
 * no plug-ins and no curves, mix no colours, and are drawn on canvases that are no part of the page.
 * A release of it that is made of other parts stops the build here.
 */
function stillCharts() {
  const files = {
    '/chart.js/dist/chart.js': {
      DomPlatform: 'class DomPlatform extends BasicPlatform {}',
      Animator:
        'class Animator { has() { return false; } running() { return false; } listen() {} start() {} stop() {} remove() {} }',
      Animation: 'class Animation {}',
      Animations: 'class Animations { update(target, values) { Object.assign(target, values); } }',
      PluginService: 'class PluginService { notify() {} invalidate() {} }',
      Interaction: 'const Interaction = { modes: {} };',
    },
    '/chart.js/dist/chunks/index.js': {
      _updateBezierControlPoints: 'function _updateBezierControlPoints() {}',
      _bezierCurveTo: 'function _bezierCurveTo() {}',
      _steppedLineTo: 'function _steppedLineTo() {}',
      drawBackdrop: 'function drawBackdrop() {}',
      decorateText: 'function decorateText() {}',
    },
  };
  const nameOf = ({ id, declarations }) => (id ?? declarations?.[0].id)?.name;
  return {
    name: 'still-charts',
    resolveId: (id) => (id === '@kurkle/color' ? '\0no-colours' : null),
    load: (id) => (id === '\0no-colours' ? 'export class Color {}' : null),
    transform(code, id) {
      const [, parts] = Object.entries(files).find(([file]) => id.endsWith(file)) ?? [];
      if (!parts) return null;
      const found = this.parse(code).body.filter((node) => Object.hasOwn(parts, nameOf(node)));
      if (found.length < Object.keys(parts).length) {
        this.error('Chart.js is made of other parts than still-charts knows.');
      }
      const edited = found.reduceRight(
        (text, node) => text.slice(0, node.start) + parts[nameOf(node)] + text.slice(node.end),
        code
      );
      return { code: edited, map: null };
    },
  };
}

/** Chunks of a former build are nobody's any more. */
function clearFolder() {
  return {
    name: 'clear-folder',
    generateBundle: ({ dir }) => rm(dir, { recursive: true, force: true }),
  };
}

/** The stylesheet for pages that want the same tokens. */
function copyTokens() {
  return {
    name: 'copy-tokens',
    async writeBundle() {
      await mkdir(`${widgets}dist/themes`, { recursive: true });
      await copyFile(`${widgets}src/themes/tokens.css`, `${widgets}dist/themes/tokens.css`);
    },
  };
}

export default [embed, checked, modules];
