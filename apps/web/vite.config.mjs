import { fileURLToPath } from 'node:url';

/** Built by scripts/build-web.mjs; `npx vite apps/web` serves it while one works on it, with the API at port 3000. */
export default {
  root: fileURLToPath(new URL('.', import.meta.url)),
  resolve: { conditions: ['source', 'import', 'module', 'browser', 'default'] },
  build: {
    outDir: fileURLToPath(new URL('../../dist/web', import.meta.url)),
    emptyOutDir: true,
    target: 'es2022',
    // A page that is shown waits for its own chunk only.
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 1200,
  },
  server: { proxy: { '/api': 'http://127.0.0.1:3000' } },
};
