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
  /** The fewest by another rule, which is told apart: so that somebody is near. Nothing of the kind when left out. */
  readonly floor?: number
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
  readonly why: 'size' | 'minimum' | 'floor' | 'locked' | 'tie' | 'nobody'
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
  const free = freeOf(units)
  const given = give(question, house, free, free.least)
  const seats = given.seats.slice()
  const drawn = lot === undefined ? [] : drawnFrom(lot, given, units)
  for (const at of drawn) seats[at] = (seats[at] ?? 0) + 1
  const tied = new Set(lot === undefined ? given.tied : [])
  const grown = loses(question, free, given)
  // What each would have at most without least numbers.
  const unbound = free.least.some((least) => least > 0)
    ? mostOf(give(question, house, free, new Int32Array(free.least.length)))
    : null
  const all = units.reduce((sum, { size }) => sum + size, 0)
  const id = (at: number) => units[at]?.id ?? ''
  return {
    seats: units.map(({ id: own, size, least, floor = 0, locked }, at) => {
      const got = seats[at] ?? 0
      const isLifted = unbound !== null && got > (unbound[at] ?? 0) && got === Math.max(least, floor)
      return {
        id: own,
        seats: got,
        share: all === 0 ? 0 : (house * size) / all,
        leavesQuota: tied.has(at) ? null : outside(got, house * size, all),
        losesWhenHouseGrows: grown.has(at),
        why: whyOf({ isLocked: locked !== null, isTied: tied.has(at), isLifted, isByFloor: floor > least, size }),
      }
    }),
    ties: given.tied.length === 0 ? [] : [{ among: given.tied.map(id), seats: given.left }],
    lot: lot === undefined || drawn.length === 0 ? null : { seed: lot, drawn: drawn.map(id) },
    infeasible: null,
  }
}

/** Why a unit got what it got; of several reasons the most telling one. */
function whyOf(unit: {
  readonly isLocked: boolean
  readonly isTied: boolean
  /** A least number gave it more than it would have had without. */
  readonly isLifted: boolean
  readonly isByFloor: boolean
  readonly size: number
}): Seat['why'] {
  if (unit.isLocked) return 'locked'
  if (unit.isTied) return 'tie'
  if (unit.isLifted) return unit.isByFloor ? 'floor' : 'minimum'
  return unit.size === 0 ? 'nobody' : 'size'
}

/** Units that are not locked, as numbers, and what the locked ones keep. */
interface Free {
  /** Index among all units. */
  readonly at: Int32Array
  readonly sizes: Float64Array
  readonly least: Int32Array
  /** Seats of all units: the locked ones' own, and 0. */
  readonly kept: Int32Array
  readonly locked: number
}

function freeOf(units: readonly Unit[]): Free {
  const count = units.length
  const [at, sizes, least] = [new Int32Array(count), new Float64Array(count), new Int32Array(count)]
  const kept = new Int32Array(count)
  let [free, sum] = [0, 0]
  for (let unit = 0; unit < count; unit += 1) {
    const one = units[unit]
    if (one === undefined) continue
    if (one.locked === null) {
      at[free] = unit
      sizes[free] = one.size
      least[free] = fewest(one)
      free += 1
    } else {
      kept[unit] = one.locked
      sum += one.locked
    }
  }
  return {
    at: at.subarray(0, free),
    sizes: sizes.subarray(0, free),
    least: least.subarray(0, free),
    kept,
    locked: sum,
  }
}

/** The free units' seats and the locked ones' own. */
function give({ method }: Question, house: number, { at, sizes, kept, locked }: Free, least: Int32Array): Given {
  const how = methods[method]
  const open = house - locked
  const given = how.kind === 'remainder' ? byRemainders(open, sizes, least) : bySteps(how, open, sizes, least)
  const seats = kept.slice()
  for (let index = 0; index < at.length; index += 1) seats[at[index] ?? 0] = given.seats[index] ?? 0
  return { seats, tied: given.tied.map((index) => at[index] ?? 0), left: given.left }
}

/** What each gets if a tie falls on it. */
function mostOf({ seats, tied }: Given): Int32Array {
  const most = seats.slice()
  for (const at of tied) most[at] = (most[at] ?? 0) + 1
  return most
}

/** Units whose seats are fewer with one more to share out, whoever a tie falls on. Divisor methods have none. */
function loses(question: Question, free: Free, { seats }: Given): ReadonlySet<number> {
  const lost = new Set<number>()
  if (methods[question.method].kind !== 'remainder') return lost
  const most = mostOf(give(question, question.house + 1, free, free.least))
  for (const [at, got] of seats.entries()) if ((most[at] ?? 0) < got) lost.add(at)
  return lost
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

function fewest({ least, floor = 0 }: Unit): number {
  return Math.max(least, floor)
}

/** What cannot be met together, with the numbers that say why. */
function conflict(house: number, units: readonly Unit[]): Infeasible | null {
  const locked = units.reduce((sum, one) => sum + (one.locked ?? 0), 0)
  if (locked > house) return { code: 'lockedAboveFrame', frame: house, locked }
  const free = units.filter((one) => one.locked === null)
  const bound = free.filter(({ least }) => least > 0)
  const floored = free.filter(({ least, floor = 0 }) => floor > least)
  const needed = locked + free.reduce((sum, one) => sum + fewest(one), 0)
  const minimum = Math.max(0, ...bound.map(({ least }) => least))
  if (needed > house && floored.length > 0)
    return { code: 'floorAboveFrame', frame: house, areas: floored.length, locked, needed }
  if (needed > house) return { code: 'minimumAboveFrame', frame: house, areas: bound.length, minimum, locked, needed }
  const hasTaker = free.some(({ size }) => size > 0)
  return needed < house && !hasTaker ? { code: 'nobodyToShareBetween', frame: house, locked } : null
}

function check({ house, units }: Question): void {
  whole(house)
  for (const { size, least, floor, locked } of units) {
    whole(size)
    whole(least)
    whole(floor ?? 0)
    whole(locked ?? 0)
  }
  if (new Set(units.map(({ id }) => id)).size < units.length) throw new RangeError('two units have one id')
}

function whole(one: number): void {
  if (!Number.isSafeInteger(one) || one < 0) throw new RangeError(`expected whole numbers of 0 or more, got ${one}`)
}
