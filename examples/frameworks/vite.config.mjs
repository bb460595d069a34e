import { fileURLToPath } from 'node:url';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import vue from '@vitejs/plugin-vue';
import { defineConfig } from 'vite';

const page = (name) => fileURLToPath(new URL(`${name}.html`, import.meta.url));

export default defineConfig({
  plugins: [
    // Vue would look for a component of its own.
    vue({
      template: { compilerOptions: { isCustomElement: (tag) => tag.startsWith('km-') } },
    }),
    svelte(),
  ],
  esbuild: { jsx: 'automatic' },
  build: { target: 'es2022', rollupOptions: { input: ['react', 'vue', 'svelte'].map(page) } },
});
