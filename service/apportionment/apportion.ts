import { createHash } from 'node:crypto'
import type { Infeasible } from '#api/views/capProposal'
import type { ApportionmentMethod } from '#events/quota'
import { bySteps, type Given } from './divisors.ts'
import { byRemainders } from './largestRemainder.ts'
import { methods } from './methods.ts'

/** Somebody that seats are shared out to, by size. */
export interface Unit {
  readonly id: string
  /** Persons, a whole number of 0 or more. */
  readonly size: number
  /** The fewest seats that it is to have. */
  readonly least: number
  /** Seats that it keeps, whatever its size; null when it is free. */
  readonly locked: number | null
}

/** What a unit got, and what is to be said about it. */
export interface Seat {
  readonly id: string
  readonly seats: number
  /** `house x size / all`: what proportion alone gives. */
  readonly share: number
  /** More than the share rounded up, or less than it rounded down. */
  readonly leavesQuota: 'above' | 'below' | null
  /** Has a seat fewer when there is one more to share out (the Alabama paradox; largest remainder only). */
  readonly losesWhenHouseGrows: boolean
  readonly why: 'size' | 'minimum' | 'locked' | 'tie' | 'nobody'
}

export interface Apportioned {
  readonly seats: readonly Seat[]
  /** Units with the same claim to fewer seats than they are. The seats are given to nobody, unless a lot is asked for. */
  readonly ties: readonly { readonly among: readonly string[]; readonly seats: number }[]
  /** The lot that was drawn, and whom it fell on; null without a tie or a lot. */
  readonly lot: { readonly seed: string; readonly drawn: readonly string[] } | null
  /** Limits that cannot be met together; then nothing is shared out. */
  readonly infeasible: Infeasible | null
}

export interface Question {
  readonly method: ApportionmentMethod
  /** Seats to share out, locked ones among them. */
  readonly house: number
  readonly units: readonly Unit[]
  /** Text that a lot is drawn from when there is a tie; without it ties stay open. */
  readonly lot?: string
}

/**
 * Shares a whole number out by size. A tie is never broken silently; a lot falls by the SHA-256 of its text and the unit's
 * id, so that whoever knows the text can draw it again. Throws a RangeError for a size or number that is not whole or
 * below 0, and for two units of one id.
 */
export function apportion(question: Question): Apportioned {
  check(question)
  const { house, units, lot } = question
  const infeasible = conflict(house, units)
  if (infeasible !== null) return { seats: [], ties: [], lot: null, infeasible }
  const given = give(question)
  const seats = Int32Array.from(given.seats)
  const drawn = lot === undefined ? [] : drawnFrom(lot, given, units)
  for (const at of drawn) seats[at] = (seats[at] ?? 0) + 1
  const tied = new Set(lot === undefined ? given.tied : [])
  const grown = loses(question, given)
  const unbound = units.some(({ least }) => least > 0)
    ? give({ ...question, units: units.map((unit) => ({ ...unit, least: 0 })) })
    : given
  const all = units.reduce((sum, { size }) => sum + size, 0)
  const id = (at: number) => units[at]?.id ?? ''
  return {
    seats: units.map(({ id: own, size, locked }, at) => {
      const got = seats[at] ?? 0
      const lifted = got > (unbound.seats[at] ?? 0) + Number(unbound.tied.includes(at))
      return {
        id: own,
        seats: got,
        share: all === 0 ? 0 : (house * size) / all,
        leavesQuota: tied.has(at) ? null : outside(got, house * size, all),
        losesWhenHouseGrows: grown.has(at),
        why:
          locked !== null
            ? 'locked'
            : tied.has(at)
              ? 'tie'
              : lifted && given !== unbound && got === units[at]?.least
                ? 'minimum'
                : size === 0
                  ? 'nobody'
                  : 'size',
      }
    }),
    ties: given.tied.length === 0 ? [] : [{ among: given.tied.map(id), seats: given.left }],
    lot: lot === undefined || drawn.length === 0 ? null : { seed: lot, drawn: drawn.map(id) },
    infeasible: null,
  }
}

/** The free units' seats and the locked ones' own. */
function give({ method, house, units }: Pick<Question, 'method' | 'house' | 'units'>): Given {
  const free = [...units.keys()].filter((at) => units[at]?.locked === null)
  const sizes = free.map((at) => units[at]?.size ?? 0)
  const least = Int32Array.from(free, (at) => units[at]?.least ?? 0)
  const open = house - units.reduce((sum, { locked }) => sum + (locked ?? 0), 0)
  const how = methods[method]
  const given = how.kind === 'remainder' ? byRemainders(open, sizes, least) : bySteps(how, open, sizes, least)
  const seats = Int32Array.from(units, ({ locked }) => locked ?? 0)
  for (const [index, at] of free.entries()) seats[at] = given.seats[index] ?? 0
  return { seats, tied: given.tied.map((index) => free[index] ?? 0), left: given.left }
}

/** Units whose seats are fewer with one more to share out, whoever a tie falls on. Divisor methods have none. */
function loses({ method, house, units }: Question, { seats }: Given): ReadonlySet<number> {
  if (methods[method].kind !== 'remainder') return new Set()
  const more = give({ method, house: house + 1, units })
  const most = (at: number) => (more.seats[at] ?? 0) + Number(more.tied.includes(at))
  return new Set([...units.keys()].filter((at) => most(at) < (seats[at] ?? 0)))
}

function outside(got: number, numerator: number, all: number): 'above' | 'below' | null {
  if (all === 0) return null
  const rest = numerator % all
  const floor = (numerator - rest) / all
  if (got < floor) return 'below'
  return got > floor + Number(rest > 0) ? 'above' : null
}

function drawnFrom(lot: string, { tied, left }: Given, units: readonly Unit[]): readonly number[] {
  const fate = (at: number) => createHash('sha256').update(`${lot}\n${units[at]?.id}`).digest('hex')
  return tied
    .map((at) => ({ at, fate: fate(at) }))
    .toSorted((a, b) => (a.fate < b.fate ? -1 : 1))
    .slice(0, left)
    .map(({ at }) => at)
}

/** What cannot be met together, with the numbers that say why. */
function conflict(house: number, units: readonly Unit[]): Infeasible | null {
  const locked = units.reduce((sum, one) => sum + (one.locked ?? 0), 0)
  if (locked > house) return { code: 'lockedAboveFrame', frame: house, locked }
  const free = units.filter((one) => one.locked === null)
  const bound = free.filter(({ least }) => least > 0)
  const needed = locked + bound.reduce((sum, { least }) => sum + least, 0)
  const minimum = Math.max(0, ...bound.map(({ least }) => least))
  if (needed > house) return { code: 'minimumAboveFrame', frame: house, areas: bound.length, minimum, locked, needed }
  const hasTaker = free.some(({ size }) => size > 0)
  return needed < house && !hasTaker ? { code: 'nobodyToShareBetween', frame: house, locked } : null
}

function check({ house, units }: Question): void {
  const numbers = [house, ...units.flatMap(({ size, least, locked }) => [size, least, locked ?? 0])]
  const wrong = numbers.find((one) => !Number.isSafeInteger(one) || one < 0)
  if (wrong !== undefined) throw new RangeError(`expected whole numbers of 0 or more, got ${wrong}`)
  if (new Set(units.map(({ id }) => id)).size < units.length) throw new RangeError('two units have one id')
}
