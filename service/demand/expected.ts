import type { Told, Unknown } from '#api/views/caps'
import { estimatedIn, personsBetween, personsIn } from '../disclosure/published.ts'
import type { DatedTable, Demand } from './demand.ts'
import { membersOf, uptakePercentOf } from './groupRates.ts'
import { afterPathway, type EfficiencyGoal, pathwaySavesPermille } from './pathways.ts'

/** Letters of what a size was counted from, at most. */
const mostSource = 200

/** What is counted: persons with the diagnosis, those expected to use free physiotherapy, or patients as reported. */
export type Counted = 'prevalence' | 'users' | 'observed'

/**
 * Persons of a group, or of a family's groups pooled, in any set of municipalities, as they may be told (R-40). Computed
 * from published tables alone. `users` are the patients reported, or persons with the diagnosis times uptake; a group whose
 * uptake no source has is unknown. A family is hidden or unknown as soon as one of its groups is.
 */
export function expectedIn(demand: Demand, id: string, counted: Counted, municipalities: readonly string[]): Told {
  const each = membersOf(id).map((group) => groupIn(demand, group, counted, municipalities))
  if (each.length === 0) return { state: 'unknown', lacks: 'prevalence' }
  return smallHidden(demand, summed(each))
}

/** The same in users after what structured pathways are to save on a day. */
export function demandIn(
  demand: Demand,
  id: string,
  municipalities: readonly string[],
  goal: EfficiencyGoal,
  on: string,
): Told {
  const each = membersOf(id).map((group): Told => {
    const users = groupIn(demand, group, 'users', municipalities)
    return users.state === 'value' ? value(afterPathway(users.value, pathwaySavesPermille(goal, group, on))) : users
  })
  return each.length === 0 ? { state: 'unknown', lacks: 'prevalence' } : smallHidden(demand, summed(each))
}

/** Fewest and most persons; `most` is null where nothing bounds it. */
export interface PersonsRange {
  readonly least: number
  readonly most: number | null
}

/**
 * What the told numbers leave possible where `expectedIn` has none: a hidden count is at most the remainder it is in, an
 * unknown uptake is between nobody and everybody with the diagnosis.
 */
export function rangeIn(demand: Demand, id: string, counted: Counted, municipalities: readonly string[]): PersonsRange {
  return membersOf(id).reduce(
    (sum: PersonsRange, group) => {
      const { least, most } = groupRange(demand, group, counted, municipalities)
      return { least: sum.least + least, most: sum.most === null || most === null ? null : sum.most + most }
    },
    { least: 0, most: 0 },
  )
}

function groupRange(demand: Demand, group: string, counted: Counted, municipalities: readonly string[]): PersonsRange {
  const source = sourceOf(demand, group, counted)
  if (source !== null) {
    const { least, most } = personsBetween(source.table, municipalities)
    const times = (persons: number) => Math.round(persons * source.factor)
    return { least: times(least), most: most === null ? null : times(most) }
  }
  const persons = counted === 'users' ? demand.prevalence.get(group) : undefined
  return { least: 0, most: persons === undefined ? null : personsBetween(persons.table, municipalities).most }
}

/** Counts added up; hidden when one is hidden, unknown when one is unknown. */
export function summed(counts: readonly Told[]): Told {
  return counts.reduce((sum: Told, one): Told => {
    if (sum.state === 'unknown') return sum
    if (one.state === 'value') return sum.state === 'value' ? value(sum.value + one.value) : sum
    return one.state === 'unknown' || sum.state === 'value' ? one : sum
  }, value(0))
}

/** What is told of one municipality; `estimate` stands in for a hidden count and is called an estimate where it is shown. */
export interface PublishedUsers {
  readonly told: Told
  /** Part of the remainder of the told total around it, by inhabitants; null where the count is told or nothing is known. */
  readonly estimate: number | null
}

/**
 * Expected users of a group or family for every municipality, by code. For measures that need a number everywhere: take
 * `told.value`, else `estimate` and say that it is one, else nothing. Neither tells more than the published tables do.
 */
export function publishedUsers(
  demand: Demand,
  id: string,
  counted: Counted = 'users',
): ReadonlyMap<string, PublishedUsers> {
  return new Map(
    [...demand.inhabitants.keys()].map((code) => {
      const told = expectedIn(demand, id, counted, [code])
      return [code, { told, estimate: told.state === 'hidden' ? estimateIn(demand, id, counted, code) : null }]
    }),
  )
}

function estimateIn(demand: Demand, id: string, counted: Counted, code: string): number | null {
  return membersOf(id).reduce((sum: number | null, group): number | null => {
    const source = sourceOf(demand, group, counted)
    if (sum === null || source === null) return null
    const told = personsIn(source.table, [code])
    const persons =
      typeof told === 'number' ? told : estimatedIn(source.table, code, (one) => demand.inhabitants.get(one) ?? 0)
    return persons === null ? null : sum + persons * source.factor
  }, 0)
}

function groupIn(demand: Demand, group: string, counted: Counted, municipalities: readonly string[]): Told {
  const source = sourceOf(demand, group, counted)
  if (source === null) return { state: 'unknown', lacks: lackOf(demand, group, counted) }
  const persons = personsIn(source.table, municipalities)
  if (persons === 'hidden') return { state: 'hidden' }
  if (persons === 'unknown')
    return { state: 'unknown', lacks: counted === 'prevalence' ? 'prevalence' : 'patientCount' }
  return value(Math.round(persons * source.factor))
}

/** The table that the count is read from, and what it is multiplied with. Null when something is not known. */
export function sourceOf(
  { prevalence, observed }: Demand,
  group: string,
  counted: Counted,
): (DatedTable & { readonly factor: number }) | null {
  const persons = prevalence.get(group)
  const reported = observed.get(group)
  if (counted === 'prevalence') return persons === undefined ? null : { ...persons, factor: 1 }
  if (reported !== undefined) return { ...reported, factor: 1 }
  const uptake = counted === 'users' ? uptakePercentOf(group) : null
  return persons === undefined || uptake === null ? null : { ...persons, factor: uptake / 100 }
}

/** What the persons of a group or family were counted from, in words that can be kept. */
export function sizeSource(demand: Demand, id: string, counted: Counted): string {
  const sources = membersOf(id).map((group) => {
    const source = sourceOf(demand, group, counted)
    return `${group} ${counted}: ${source === null ? '-' : (source.document ?? `inhabitants ${source.from}`)}`
  })
  return sources.join('; ').slice(0, mostSource)
}

function lackOf({ prevalence }: Demand, group: string, counted: Counted): Unknown {
  if (counted === 'observed') return 'patientCount'
  return prevalence.has(group) ? 'uptake' : 'prevalence'
}

/** A number that is computed from one that may be told can itself be small; it is not secret, and not shown either (R-40). */
function smallHidden({ minCell }: Demand, told: Told): Told {
  return told.state === 'value' && told.value < minCell ? { state: 'hidden' } : told
}

function value(count: number): Told {
  return { state: 'value', value: count }
}
