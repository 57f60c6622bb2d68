import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin } from 'vite'

const project = fileURLToPath(new URL('..', import.meta.url))
const service = `http://localhost:${process.env.PORT ?? '3000'}`

/** Below this many bytes packing saves nothing. */
const leastBytes = 1024
/** The best level is a tenth smaller and takes ten times as long. */
const brotli = { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }

/** Puts a `.br` and a `.gz` beside each text file of the build, so that the service need not pack them when asked. */
function packed(): Plugin {
  return {
    name: 'packed',
    apply: 'build',
    async writeBundle({ dir = '' }, bundle) {
      const files = Object.keys(bundle).filter((name) => /\.(js|css|html|svg)$/.test(name))
      await Promise.all(
        files.map(async (name) => {
          const file = join(dir, name)
          const bytes = await readFile(file)
          if (bytes.length < leastBytes) return
          await writeFile(`${file}.br`, await promisify(brotliCompress)(bytes, brotli))
          await writeFile(`${file}.gz`, await promisify(gzip)(bytes, { level: 9 }))
        }),
      )
    },
  }
}

/** Has the browser fetch the code that every page needs while it still reads the first file. It is run later. */
function fetchedAtOnce(): Plugin {
  return {
    name: 'fetched-at-once',
    transformIndexHtml: {
      order: 'post',
      handler(html, { bundle = {} }) {
        const chunks = Object.values(bundle).filter((one) => one.type === 'chunk')
        const app = chunks.find(({ facadeModuleId }) => facadeModuleId?.endsWith('/web/app.tsx'))
        const files = app === undefined ? [] : [app.fileName, ...app.imports]
        return files
          .filter((file) => !html.includes(file))
          .map((file) => ({
            tag: 'link',
            attrs: { rel: 'preload', as: 'script', fetchpriority: 'low', crossorigin: true, href: `/${file}` },
            injectTo: 'head' as const,
          }))
      },
    },
  }
}

/** Code that more than one page uses; the map and what only the map uses stay files of their own. */
const shared =
  /web\/(parts|shell|time|text)\/|\/events\/say\/|\/node_modules\/(react|react-dom|zod|i18next|react-i18next|temporal-[a-z]+|@tanstack\/[a-z-]+)\//

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
  plugins: [react(), fetchedAtOnce(), packed()],
  worker: { format: 'es' },
  build: {
    outDir: '../dist/web',
    emptyOutDir: true,
    target: 'es2023',
    // Everything is a file of its own: the service's policy allows no `data:` fonts and no inline scripts.
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 1500,
    modulePreload: { polyfill: false },
    // What pages share is one file: a dozen small ones cost more to ask for than to read.
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            // What starts the page must not wait for what it shares.
            {
              name: 'early',
              test: /\/web\/(early|search|numbers|map\/paths|text\/(language|loading))\.ts|\/events\/say\/numbers\.ts/,
              priority: 1,
            },
            { name: 'shared', test: shared, minShareCount: 2 },
          ],
        },
      },
    },
  },
  // With the slash: `/api.ts` is ours. The host stays the browser's, which is whom the service lets write.
  server: { proxy: { '^/(api|ogc)/': { target: service, changeOrigin: false } } },
})
