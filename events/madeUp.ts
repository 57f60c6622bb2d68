import type { PlannedChange } from './scenario.ts'
import type { Words } from './words.ts'

/**
 * What a scenario makes up so that a place or a cap can be reckoned with: clinics, persons, provider numbers and
 * documentation that do not exist. How each is known is said here and nowhere else, to those who make it up and to those
 * who must not let it into the register.
 */

/** First part of an id of what does not exist: `hyp-…`. ASSUMPTION: ours; a register gives no id of that form. */
export const madeUpPrefix = 'hyp'

/**
 * Provider numbers that a scenario makes up: 990000 to 999999. ASSUMPTION: the range is ours, no source states how numbers
 * are given. One that the register has in the range is real; it is made up where a change of the scenario brings it in.
 */
export const madeUpNumbers = { first: 990_000, count: 10_000 } as const

/** Who has issued documentation that a scenario gives somebody, who may exist. It is kept in the maker's language. */
export const madeUpIssuer = {
  da: 'Hypotetisk (scenarie)',
  en: 'Hypothetical (scenario)',
} as const satisfies Words

/** True for an id of a clinic, a person or an address that does not exist. */
export function isMadeUpId(id: string): boolean {
  return id.startsWith(`${madeUpPrefix}-`)
}

function isMadeUpNumber(number: string): boolean {
  const { first, count } = madeUpNumbers
  return /^\d{6}$/.test(number) && Number(number) >= first && Number(number) < first + count
}

/** The id in its data that a command brings into the register. */
const bringsIn: ReadonlyMap<string, string> = new Map([
  ['RegisterClinic', 'clinic'],
  ['OpenPracticeAddress', 'addressId'],
  ['RegisterProviderNumber', 'number'],
  ['TransferProviderNumber', 'newNumber'],
  ['RegisterRidingSchool', 'school'],
  ['RequestRidingAgreement', 'agreement'],
])

/**
 * The changes that bring in something made up, or rest on it: they name it, or something that such a change brings in.
 * Order and what is off do not matter: what a change made up stays made up while the change is off. An id may stand
 * anywhere in a command, so each of its texts is compared, as a whole.
 */
export function madeUpChanges(changes: readonly Pick<PlannedChange, 'change' | 'command'>[]): ReadonlySet<string> {
  const told = changes.map(({ change, command: { type, data } }) => {
    const key = bringsIn.get(type)
    const brought = key === undefined ? undefined : data[key]
    return { change, brings: typeof brought === 'string' ? brought : null, texts: textsIn(data), issuer: data.issuer }
  })
  const numbers = told.flatMap(({ brings }) => (brings !== null && isMadeUpNumber(brings) ? [brings] : []))
  const ids = new Set<string>(numbers)
  const issuers: ReadonlySet<unknown> = new Set(Object.values(madeUpIssuer))
  const found = new Set<string>()
  // Each round takes what rests on the round before; there are no more rounds than changes.
  for (let before = -1; before < found.size; ) {
    before = found.size
    for (const { change, brings, texts, issuer } of told) {
      if (found.has(change)) continue
      if (!issuers.has(issuer) && !texts.some((text) => isMadeUpId(text) || ids.has(text))) continue
      found.add(change)
      if (brings !== null) ids.add(brings)
    }
  }
  return found
}

function textsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value]
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : []
}
