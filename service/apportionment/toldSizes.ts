import type { Infeasible } from '#api/views/capProposal'
import type { Told } from '#api/views/caps'
import type { ApportionmentMethod } from '#events/quota'
import { type Apportioned, apportion, type Seat, type Unit } from './apportion.ts'

/** An area with what may be told of its size. */
export interface ToldArea {
  readonly id: string
  readonly people: Told
  readonly least: number
  readonly floor: number
  readonly locked: number | null
}

/** Persons of the areas whose sizes are not told, all together: what is told of the sum, and between what it must be. */
export interface Pool {
  readonly people: Told
  readonly least: number
  readonly most: number | null
}

/** Seats by told sizes. A seat that is not there could not be said. */
export interface ToldSeats {
  readonly seats: ReadonlyMap<string, Seat>
  /** Seats of the areas that are not told, together; null where they cannot be said, or there are no such areas. */
  readonly pool: number | null
  readonly ties: Apportioned['ties']
  readonly lot: Apportioned['lot']
  readonly infeasible: Infeasible | null
  /** False where an area keeps its seats and its size is not told: then nobody's exact share is known. */
  readonly hasShares: boolean
}

/** One share-out over areas of which some are not told. */
export interface ToldQuestion {
  readonly method: ApportionmentMethod
  readonly house: number
  readonly areas: readonly ToldArea[]
  /** Looked up only when an area is not told. */
  readonly pool: () => Pool
  readonly lot?: string
}

/** In ties and lots it stands for the areas that are not told, together; no code or name is like it. */
export const pooled = '*pool'

/**
 * Shares out by the sizes that may be told. Areas whose size is hidden are one unit, with the size that the sum of
 * them is told to be; what falls on it is theirs together, and no hidden size is used. Where not even the sum is told but
 * whatever it can be gives the others the same, that stands. Where it cannot be anything certain, nothing is shared out.
 * Least numbers and floors are not asked for hidden areas: nobody can say whether anyone lives there who needs it.
 */
export function apportionTold({ method, house, areas, pool, lot }: ToldQuestion): ToldSeats {
  const told: Unit[] = []
  const hidden: ToldArea[] = []
  for (const area of areas) {
    const { id, people, least, floor, locked } = area
    if (people.state === 'value') {
      const hasPeople = people.value > 0
      told.push({ id, size: people.value, least: hasPeople ? least : 0, floor: hasPeople ? floor : 0, locked })
    }
    // What is locked needs no size.
    else if (locked !== null) told.push({ id, size: 0, least: 0, locked })
    else hidden.push(area)
  }
  const asked = (size: number | null) =>
    apportion({
      method,
      house,
      units: size === null ? told : [...told, { id: pooled, size, least: 0, locked: null }],
      ...(lot === undefined ? {} : { lot }),
    })
  const hasShares = areas.every(({ people, locked }) => locked === null || people.state === 'value')
  const answerOf = (apportioned: Apportioned) => toldOf(apportioned, hasShares)
  if (hidden.length === 0) return answerOf(asked(null))
  const { people, least, most } = pool()
  if (people.state === 'value') return answerOf(asked(people.value))
  if (most === null) return nothing
  const [low, high] = [asked(least), asked(most)]
  return equal(low, high) ? { ...answerOf(low), hasShares: false } : nothing
}

const nothing: ToldSeats = { seats: new Map(), pool: null, ties: [], lot: null, infeasible: null, hasShares: false }

function toldOf({ seats, ties, lot, infeasible }: Apportioned, hasShares: boolean): ToldSeats {
  return {
    seats: new Map(seats.filter(({ id }) => id !== pooled).map((seat) => [seat.id, seat])),
    pool: seats.find(({ id }) => id === pooled)?.seats ?? null,
    ties,
    lot,
    infeasible,
    hasShares,
  }
}

/** True when every unit gets the same seats, and none of them is in a tie. */
function equal(one: Apportioned, other: Apportioned): boolean {
  if (one.ties.length > 0 || other.ties.length > 0 || one.infeasible !== null || other.infeasible !== null) return false
  return one.seats.every(({ seats }, at) => other.seats[at]?.seats === seats)
}
