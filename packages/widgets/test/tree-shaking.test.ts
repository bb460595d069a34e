import { fileURLToPath } from 'node:url';
import nodeResolve from '@rollup/plugin-node-resolve';
import { rollup } from 'rollup';
import { expect, it } from 'vitest';

const index = fileURLToPath(new URL('../dist/index.js', import.meta.url));

/** What a site's bundler makes of a line of its own, and of which of our modules. */
async function bundle(line: string): Promise<{ code: string; modules: string[] }> {
  const built = await rollup({
    input: 'site',
    external: /^(lit|@lit|chart\.js)(\/|$)/,
    treeshake: { moduleSideEffects: 'no-external' },
    plugins: [
      {
        name: 'site',
        resolveId: (id) => (id === 'site' ? id : id === '@km-laas/widgets' ? index : null),
        load: (id) => (id === 'site' ? line : null),
      },
      nodeResolve(),
    ],
    onwarn() {},
  });
  const { output } = await built.generate({ format: 'es' });
  await built.close();
  const chunks = output.filter((part) => part.type === 'chunk' && part.isEntry);
  return {
    code: chunks.map((chunk) => ('code' in chunk ? chunk.code : '')).join(''),
    modules: chunks
      .flatMap((chunk) => ('modules' in chunk ? Object.entries(chunk.modules) : []))
      .filter(([, { renderedLength }]) => renderedLength > 0)
      .map(([id]) => id),
  };
}

it('gives a site that wants one element no other', async () => {
  const { modules } = await bundle(
    `import { NewsTickerElement } from '@km-laas/widgets'; console.log(NewsTickerElement);`
  );
  const folders = modules.flatMap((id) => /dist\/elements\/([\w-]+)\//.exec(id)?.[1] ?? []);
  expect([...new Set(folders)]).toEqual(['news-ticker']);
});

it('defines nothing until asked to', async () => {
  const { code } = await bundle(
    `import { setDefaultApi } from '@km-laas/widgets'; setDefaultApi('https://km.example');`
  );
  expect(code).not.toMatch(/customElements\.define\(|defineElement\(/);
  expect(code).not.toContain('extends LitElement');
});
