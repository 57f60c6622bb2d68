import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

const project = fileURLToPath(new URL('..', import.meta.url))
const service = `http://localhost:${process.env.PORT ?? '3000'}`

// The package's own `#events/*` and its like are resolved to their sources here. The `source` condition would do the
// same, but it would also pull the TypeScript sources of libraries that publish them.
export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  resolve: {
    alias: [
      { find: /^#events\/(.*)$/, replacement: `${project}events/$1.ts` },
      { find: /^#geo\/(.*)$/, replacement: `${project}geo/$1.ts` },
      { find: /^#api\/(.*)$/, replacement: `${project}service/api/$1.ts` },
      { find: /^#boundaries\/(.*)$/, replacement: `${project}geo/boundaries/$1` },
    ],
  },
  plugins: [react()],
  worker: { format: 'es' },
  build: {
    outDir: '../dist/web',
    emptyOutDir: true,
    target: 'es2023',
    // Everything is a file of its own: the service's policy allows no `data:` fonts and no inline scripts.
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 1500,
    modulePreload: { polyfill: false },
  },
  server: { proxy: { '/api': service, '/ogc': service } },
})
