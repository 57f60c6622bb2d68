import type { Told } from '#api/views/caps'
import type { CoverageRow, CoverageUsers } from '#api/views/coverage'
import { EffectiveDate } from '#events/time'
import type { Demand } from '../demand/demand.ts'
import { expectedIn, type PublishedUsers, publishedUsers } from '../demand/expected.ts'
import type { EfficiencyGoal } from '../demand/pathways.ts'
import { NotFound } from './answered.ts'
import { capTargets } from './facts/caps.ts'
import { groupSize } from './groupSizes.ts'

/** How many of a municipality's inhabitants count as covered, 0 to 1. */
interface Covered {
  readonly municipality: string
  readonly share: number
}

/** Expected users within the limit: each municipality's, and of all of them together with what they rest on. */
export interface ReachedUsers {
  of(municipality: string): CoverageRow['users']
  readonly all: CoverageUsers
}

/**
 * Expected users of a group or family by reach, from the published tables and the inhabitants alone (R-40): what may be
 * told of a municipality, or else the estimate from the remainder that it is hidden in, times the covered share of its
 * inhabitants. Users are spread as the inhabitants are within a municipality. All together: the told total times the share
 * of the municipalities' users that is covered; so the share differs from that of the inhabitants where users live otherwise.
 * Throws `NotFound` for a group that is not known.
 */
export function usersReached(
  demand: Demand,
  goal: EfficiencyGoal,
  id: string,
  covered: readonly Covered[],
): ReachedUsers {
  const { minCell, populationAsOf } = demand
  const published = publishedUsers(demand, id)
  const places = covered.map(({ municipality, share }) => {
    const { told, estimate } = published.get(municipality) ?? nobodySays
    return { municipality, share, told, people: told.state === 'value' ? told.value : estimate }
  })
  const rows = new Map(
    places.map(({ municipality, share, told, people }) => {
      const within = withinOf(told, people, share, minCell)
      const isEstimate = told.state === 'hidden' && within.state === 'value' && within.value > 0
      return [municipality, { told, within, isEstimate }]
    }),
  )
  const told = expectedIn(
    demand,
    id,
    'users',
    places.map(({ municipality }) => municipality),
  )
  const people = summed(places.map((one) => one.people))
  const near = summed(places.map((one) => (one.people === null ? null : one.people * one.share)))
  const isKnown = told.state !== 'unknown' && people !== null && people > 0 && near !== null
  const share = isKnown ? near / people : null
  const within =
    share === null
      ? withinOf(told, null, 1, minCell)
      : withinOf(told, told.state === 'value' ? told.value : people, share, minCell)
  const target = capTargets.find((one) => one.id === id)
  if (target === undefined) throw new NotFound(`Diagnosis group ${id}`)
  return {
    of: (municipality) => rows.get(municipality) ?? null,
    all: {
      told,
      within,
      // With the number of users, the share would tell the covered ones that are hidden.
      share: within.state === 'value' ? share : null,
      isEstimate: share !== null && share > 0 && places.some((place) => place.told.state === 'hidden'),
      minCell,
      populationAsOf: EffectiveDate.parse(populationAsOf),
      size: groupSize(target, demand, goal, populationAsOf),
    },
  }
}

const nobodySays: PublishedUsers = { told: { state: 'unknown', lacks: 'prevalence' }, estimate: null }

/** Nobody lives within the limit: then no user does, whatever is hidden. A small number is not shown. */
function withinOf(told: Told, people: number | null, share: number, minCell: number): Told {
  if (told.state === 'unknown') return told
  if (share === 0) return { state: 'value', value: 0 }
  const count = people === null ? null : Math.round(people * share)
  return count === null || count < minCell ? { state: 'hidden' } : { state: 'value', value: count }
}

/** Null as soon as one is not known. */
function summed(counts: readonly (number | null)[]): number | null {
  return counts.reduce((sum: number | null, one) => (sum === null || one === null ? null : sum + one), 0)
}
