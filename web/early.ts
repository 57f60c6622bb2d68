import { itemsPath } from './map/paths.ts'
import { parseSearch, searchOf } from './search.ts'

/** An answer of the service, read: whether it is one, and what its JSON says; null for none. */
export interface Told {
  readonly ok: boolean
  readonly status: number
  readonly body: unknown
}

/** Answers on their way that nobody has taken yet, by path, and when they were asked for. */
const early = new Map<string, { readonly at: number; readonly answer: Promise<Told> }>()

/** Who is asking. */
export const sessionPath = '/api/session'

/** Milliseconds that an answer may wait to be taken: as long as any answer counts as fresh. */
const fresh = 30_000

/** Values of the address bar that the page takes as they are. */
const dayText =
  /\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|02-(?:0[1-9]|1\d|2[0-8]))/
    .source
/** Not 29 February, which some years have: the page asks for it itself. */
const day = new RegExp(`^${dayText}$`)
const moment = new RegExp(`^${dayText}(?:T(?:[01]\\d|2[0-3]):[0-5]\\d:[0-5]\\d\\.\\d{3}Z)?$`)
const name = /^[a-z0-9-]+$/

/** What the address bar says of the map; null when some of it is no value that the page takes as it is. */
export function askedOfMap(search: string) {
  const { asOf, asKnownAt, scenario, region } = parseSearch(search)
  const known = fits(asOf, day) && fits(asKnownAt, moment) && fits(scenario, name) && fits(region, name)
  return known ? { at: { asOf, asKnownAt }, scenario, region } : null
}

/** Where the answers are that a map is drawn from, by what they are. */
export function pathsOfMap({ at, scenario, region }: NonNullable<ReturnType<typeof askedOfMap>>) {
  return {
    areas: `/api/views/areas${searchOf(at)}`,
    municipalities: `/api/views/municipalities${searchOf({ ...at, scenario, region: region === 'dk' ? undefined : region })}`,
    clinics: itemsPath('clinics', { ...at, scenario }),
    schools: itemsPath('ridingSchools', { ...at, scenario }),
  }
}

/**
 * Asks for what the map will be drawn from, while the code that draws it is still on its way. `search` is the address
 * bar's. Where the page then asks for something else, an answer is lost and nothing more.
 */
export function askForMap(search: string): void {
  ask(sessionPath)
  const asked = askedOfMap(search)
  if (asked !== null) Object.values(pathsOfMap(asked)).forEach(ask)
}

/** The answer to a path when it has been asked for a moment ago. Each is given once. */
export function takeEarly(path: string): Promise<Told> | undefined {
  const one = early.get(path)
  early.delete(path)
  return one !== undefined && performance.now() - one.at < fresh ? one.answer : undefined
}

/** The same, left for who takes it; null when nobody has asked or the service refused. */
export async function seeEarly(path: string): Promise<unknown> {
  const told = await early.get(path)?.answer
  return told?.ok === true ? told.body : null
}

/** Reads an answer. */
export async function toldBy(response: Response): Promise<Told> {
  const text = await response.text()
  return { ok: response.ok, status: response.status, body: text === '' ? null : parseJson(text) }
}

/** Forgets what nobody has taken. */
export function forgetEarly(): void {
  early.clear()
}

function ask(path: string): void {
  const answer = fetch(path, { credentials: 'same-origin' }).then(toldBy)
  // Whoever takes it is told of a failure; one that nobody takes is no fault.
  answer.catch(() => undefined)
  early.set(path, { at: performance.now(), answer })
}

function fits(text: string | undefined, form: RegExp): boolean {
  return text === undefined || form.test(text)
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
