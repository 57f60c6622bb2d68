import { defineConfig } from 'vitest/config'

// The `source` condition makes `#events/*` and its like resolve to TypeScript instead of `dist`.
const source = { resolve: { conditions: ['source'] }, ssr: { resolve: { conditions: ['source'] } } }

/** The walk that promises two seconds from one browser to another: it has the machine to itself. */
const timed = 'tests/browser/relocation.test.ts'

const walk = {
  globalSetup: ['tests/browser/demoData.ts'],
  testTimeout: 120_000,
  expect: { poll: { timeout: 15_000 } },
  hookTimeout: 120_000,
  pool: 'forks',
} as const

export default defineConfig({
  test: {
    projects: [
      {
        ...source,
        test: {
          name: 'node',
          include: ['tests/**/*.test.ts'],
          exclude: ['tests/browser/**', 'tests/bench/**', '**/node_modules/**'],
          testTimeout: 30_000,
          hookTimeout: 60_000,
          pool: 'forks',
          // By default one core is left idle: on two cores that is half of them.
          maxWorkers: '100%',
          // A quarter of the work was importing the same modules anew for every file; no file changes what another sees.
          isolate: false,
        },
      },
      {
        ...source,
        test: {
          ...walk,
          name: 'browser',
          include: ['tests/browser/**/*.test.ts'],
          exclude: [timed],
          // Each walk has a service, a port, a data folder and a browser of its own.
          maxWorkers: '100%',
        },
      },
      { ...source, test: { ...walk, name: 'browser, timed', include: [timed], fileParallelism: false } },
    ],
  },
})
