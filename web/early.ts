import { itemsPath } from './map/paths.ts'
import { parseSearch, searchOf } from './search.ts'

/** Answers on their way that nobody has taken yet, by path, and when they were asked for. */
const early = new Map<string, { readonly at: number; readonly answer: Promise<Response> }>()

/** Milliseconds that an answer may wait to be taken: as long as any answer counts as fresh. */
const fresh = 30_000

/** Values of the address bar that the page takes as they are. */
const day = /^\d{4}-\d\d-\d\d$/
const moment = /^\d{4}-\d\d-\d\d(T[\d:.]+Z)?$/
const name = /^[a-z0-9-]+$/

/**
 * Asks for what the map will be drawn from, while the code that draws it is still on its way. `search` is the address
 * bar's. Where the page then asks for something else, an answer is lost and nothing more.
 */
export function askForMap(search: string): void {
  ask('/api/session')
  const { asOf, asKnownAt, scenario, region } = parseSearch(search)
  const known = fits(asOf, day) && fits(asKnownAt, moment) && fits(scenario, name) && fits(region, name)
  if (!known) return
  const at = { asOf, asKnownAt }
  ask(`/api/views/areas${searchOf(at)}`)
  ask(`/api/views/municipalities${searchOf({ ...at, scenario, region: region === 'dk' ? undefined : region })}`)
  ask(itemsPath('clinics', { ...at, scenario }))
  ask(itemsPath('ridingSchools', { ...at, scenario }))
}

/** The answer to a path when it has been asked for a moment ago. Each is given once. */
export function takeEarly(path: string): Promise<Response> | undefined {
  const one = early.get(path)
  early.delete(path)
  return one !== undefined && performance.now() - one.at < fresh ? one.answer : undefined
}

/** Forgets what nobody has taken. */
export function forgetEarly(): void {
  early.clear()
}

function ask(path: string): void {
  const answer = fetch(path, { credentials: 'same-origin' })
  // Whoever takes it is told of a failure; one that nobody takes is no fault.
  answer.catch(() => undefined)
  early.set(path, { at: performance.now(), answer })
}

function fits(text: string | undefined, form: RegExp): boolean {
  return text === undefined || form.test(text)
}
