import highs, { type Highs } from 'highs'

// The types are written for CommonJS, where the loader is a member; an ES module gets the loader itself.
const load = highs as unknown as typeof highs.default

/** Loads HiGHS: a WebAssembly program of some megabytes, which takes a moment. */
export async function loadSolver(): Promise<Highs> {
  return await load()
}
