/** What editors, documentation and tests know of the elements. */
export default {
  globs: ['src/index.ts', 'src/internal/km-element.ts', 'src/elements/*/*.ts'],
  exclude: ['src/**/*.test.ts', 'src/**/*.styles.ts', 'src/**/*.{th,en}.ts'],
  outdir: '.',
  // package.json names the manifest by hand; the analyzer would write there wherever it last wrote.
  packagejson: false,
  litelement: true,
  plugins: [
    {
      name: 'documented-events-only',
      // The analyzer takes the first argument of any event's constructor for an event's name.
      packageLinkPhase({ customElementsManifest }) {
        for (const { declarations = [] } of customElementsManifest.modules) {
          for (const declaration of declarations) {
            declaration.events &&= declaration.events.filter(({ name }) => name?.startsWith('km-'));
          }
        }
      },
    },
  ],
};
