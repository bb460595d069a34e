import js from '@eslint/js';
import { configs as lit } from 'eslint-plugin-lit';
import litA11y from 'eslint-plugin-lit-a11y';
import noOnlyTests from 'eslint-plugin-no-only-tests';
import { configs as wc } from 'eslint-plugin-wc';
import globals from 'globals';
import tseslint from 'typescript-eslint';

/** The packages of the house; what a room does not list here it may not import. */
const packages = [
  '@km-laas/thai',
  '@km-laas/contract',
  '@km-laas/widgets',
  '@km-laas/portal',
  '@km-laas/bench',
  '@km-laas/cms',
  'strapi-plugin-km',
];

/** Who may import whom: a room, the packages open to it, and paths closed to it inside its own package. */
const rooms = [
  { files: ['packages/thai/src/**'], open: [] },
  { files: ['packages/contract/src/**'], open: ['@km-laas/thai'] },
  { files: ['packages/widgets/src/**'], open: ['@km-laas/thai', '@km-laas/contract'] },
  {
    // Elements compose by tag: none imports another.
    files: ['packages/widgets/src/elements/*/**'],
    open: ['@km-laas/thai', '@km-laas/contract'],
    closed: [{ regex: '^\\.\\./(?!\\.\\.)', message: 'Elements never import one another.' }],
  },
  {
    files: ['packages/portal/src/**'],
    open: ['@km-laas/thai', '@km-laas/contract', '@km-laas/widgets'],
  },
  {
    files: ['packages/strapi-plugin/{server,admin}/src/**'],
    open: ['@km-laas/thai', '@km-laas/contract'],
  },
  {
    // What every service stands on cannot stand on a service.
    files: ['packages/strapi-plugin/server/src/platform/**'],
    open: ['@km-laas/thai', '@km-laas/contract'],
    closed: [{ regex: '^\\.\\./', message: 'platform/ may not import a service.' }],
  },
  {
    files: ['packages/strapi-plugin/server/src/platform/*/**'],
    open: ['@km-laas/thai', '@km-laas/contract'],
    closed: [{ regex: '^\\.\\./\\.\\./', message: 'platform/ may not import a service.' }],
  },
  { files: ['cms/{src,config}/**'], open: ['strapi-plugin-km', '@km-laas/thai'] },
];

/** The lint rule that keeps one room to its doors. */
function houseRule({ files, open, closed = [] }) {
  const shut = packages.filter((name) => !open.includes(name));
  return {
    files,
    ignores: ['**/*.test.ts'],
    rules: {
      '@typescript-eslint/no-restricted-imports': [
        'error',
        {
          patterns: [
            ...shut.map((name) => ({
              group: [name, `${name}/**`],
              message: 'The house rules close this door: see docs/architecture.md.',
            })),
            ...open.map((name) => ({
              group: [`${name}/src/**`, `${name}/dist/**`],
              message: 'Import a package by its name.',
            })),
            {
              regex:
                '^(\\.\\./)+(packages|cms|examples|scripts)/|^(\\.\\./)+(thai|contract|widgets|portal|strapi-plugin|bench)/(src|server|admin|dist)/',
              message: 'Import a package by its name.',
            },
            ...(/widgets|portal/.test(files[0])
              ? [
                  {
                    group: ['@km-laas/contract'],
                    allowTypeImports: true,
                    message: 'The contract gives pages types only: zod never reaches one.',
                  },
                  { group: ['zod', 'zod/**'], message: 'zod never reaches a page.' },
                ]
              : []),
            ...closed,
          ],
        },
      ],
    },
  };
}

export default tseslint.config(
  {
    ignores: [
      '**/dist/**',
      '**/build/**',
      '**/node_modules/**',
      '**/.cache/**',
      '**/.tmp/**',
      '.km/**',
      'cms/types/generated/**',
      'cms/.strapi/**',
      'cms/public/**',
    ],
  },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  js.configs.recommended,
  tseslint.configs.recommended,
  {
    plugins: { 'no-only-tests': noOnlyTests },
    rules: {
      'no-only-tests/no-only-tests': 'error',
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-console': 'error',
      'no-restricted-exports': ['error', { restrictDefaultExports: { direct: true } }],
      'no-restricted-syntax': [
        'error',
        {
          // Strapi 5.54 ignores `filters` here and changes every row; only `where` is honoured.
          selector:
            "CallExpression[callee.property.name=/^(updateMany|deleteMany)$/] > ObjectExpression > Property[key.name='filters']",
          message: 'updateMany/deleteMany ignore `filters` and touch every row: use `where`.',
        },
        {
          selector: 'AssignmentExpression[left.property.name=/^(innerHTML|outerHTML)$/]',
          message: 'Markup goes through a template, never through innerHTML.',
        },
      ],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true },
      ],
    },
  },
  ...rooms.map(houseRule),
  {
    files: ['packages/{widgets,portal}/src/**', 'packages/widgets/test/**'],
    extends: [wc['flat/recommended'], wc['flat/best-practice'], lit['flat/recommended']],
    plugins: { 'lit-a11y': litA11y },
    languageOptions: { globals: globals.browser },
    rules: {
      ...litA11y.configs.recommended.rules,
      // Every element extends LitElement through our base, which this rule cannot see through.
      'wc/guard-super-call': 'off',
      // Safari takes a list without bullets for no list, unless its role says so.
      'lit-a11y/no-redundant-role': 'off',
      // A webmaster's wrong attribute is told where webmasters look.
      'no-console': ['error', { allow: ['warn', 'debug'] }],
    },
  },
  {
    files: [
      '**/*.{mjs,cjs,js}',
      '**/*.config.ts',
      'scripts/**',
      'e2e/**',
      'packages/bench/**',
      'examples/**',
    ],
    languageOptions: { globals: globals.node },
    rules: { 'no-console': 'off' },
  },
  {
    // Strapi, rollup, vitest and the test runner ask for default exports in these places.
    files: [
      '**/*.config.{mjs,ts}',
      'cms/config/**',
      'cms/src/index.ts',
      'cms/src/admin/**',
      'packages/strapi-plugin/{server,admin}/src/index.ts',
      'packages/strapi-plugin/admin/src/**/*.tsx',
      'packages/strapi-plugin/server/test/**',
      'e2e/house.ts',
    ],
    rules: { 'no-restricted-exports': 'off' },
  },
  {
    files: ['examples/frameworks/src/**'],
    languageOptions: { globals: globals.browser },
  },
  {
    files: ['cms/src/seed/**', 'packages/*/scripts/**'],
    languageOptions: { globals: globals.node },
    rules: { 'no-console': 'off' },
  }
);
