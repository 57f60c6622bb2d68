import type { AsOf } from '#api/asOf'
import { diagnosisFamilies, diagnosisGroups } from '#events/diagnosisGroups'
import type { PlanParameters } from '#events/planParameters'
import type { Demand } from '../../demand/demand.ts'
import { type Counted, expectedIn, rangeIn, summed } from '../../demand/expected.ts'
import { membersOf } from '../../demand/groupRates.ts'
import { type Validity, validityOn } from '../../rules/coverage/competenceValidity.ts'
import type { SizeFact } from '../../rules/facts/specialisation.ts'
import type { DocumentationRow, Practitioner } from '../practitioners.ts'

/** A group or family, as caps are set for it. */
export interface CapTarget {
  readonly kind: 'group' | 'family'
  readonly id: string
}

/** Everything that a cap is set for: every group, then every family, which is counted as one. */
export const capTargets: readonly CapTarget[] = [
  ...diagnosisGroups.map(({ id }) => ({ kind: 'group' as const, id })),
  ...diagnosisFamilies.map(({ id }) => ({ kind: 'family' as const, id })),
]

/** Headcount of documented persons of an area for a group or family. */
export interface DocumentedFact {
  /** With valid documentation for just this group or family. */
  readonly valid: number
  /** Whose documentation ran out and can still be renewed; not counted. */
  readonly grace: number
  /** Valid for the group itself or a family that it is in. */
  readonly serving: number
}

/** Who of the area is documented for what, on the date. `limits` null: by the written expiry, and without grace. */
export function documentedFact(
  target: CapTarget,
  here: ReadonlySet<string>,
  rows: readonly DocumentationRow[],
  at: AsOf,
  limits: PlanParameters | null,
): DocumentedFact {
  const families = diagnosisFamilies.filter(({ groups }) => groups.some((id) => id === target.id)).map(({ id }) => id)
  const own = rows.filter(
    ({ person, kind, target: id }) => here.has(person) && kind === target.kind && id === target.id,
  )
  const byFamily = rows.filter(
    ({ person, kind, target: id }) => here.has(person) && kind === 'family' && families.some((one) => one === id),
  )
  const valid = personsOf(own, at, limits, counts)
  const grace = personsOf(own, at, limits, (validity) => validity === 'grace')
  return {
    valid: valid.size,
    grace: [...grace].filter((person) => !valid.has(person)).length,
    serving: new Set([...valid, ...personsOf(byFamily, at, limits, counts)]).size,
  }
}

/** Persons of the area: whoever uses a number at a place in one of its municipalities. */
export function personsIn(all: readonly Practitioner[], municipalities: readonly string[]): ReadonlySet<string> {
  const inside = new Set(municipalities)
  return new Set(
    all.filter(({ municipalities: own }) => [...own].some((code) => inside.has(code))).map(({ person }) => person),
  )
}

/** Everything that R-27 may know of a group's or family's size in a set of municipalities, by what is told. */
export function sizeFact(
  demand: Demand,
  { id }: CapTarget,
  counted: Counted,
  municipalities: readonly string[],
): SizeFact {
  const members = new Set(membersOf(id))
  const range = (ids: Iterable<string>) =>
    [...ids].reduce(
      (sum: SizeFact['own'], one) => {
        const { least, most } = rangeIn(demand, one, counted, municipalities)
        return { least: sum.least + least, most: sum.most === null || most === null ? null : sum.most + most }
      },
      { least: 0, most: 0 },
    )
  return {
    people: expectedIn(demand, id, counted, municipalities),
    all: summed(diagnosisGroups.map((group) => expectedIn(demand, group.id, counted, municipalities))),
    own: range(members),
    others: range(diagnosisGroups.flatMap((group) => (members.has(group.id) ? [] : [group.id]))),
  }
}

function counts(validity: Validity): boolean {
  return validity === 'valid' || validity === 'expiresSoon'
}

function personsOf(
  rows: readonly DocumentationRow[],
  { effectiveOn }: AsOf,
  limits: PlanParameters | null,
  has: (validity: Validity) => boolean,
): ReadonlySet<string> {
  const validity = (row: DocumentationRow): Validity => {
    if (limits !== null) return validityOn(row, effectiveOn, limits).validity
    return row.expiresOn === null || effectiveOn < row.expiresOn ? 'valid' : 'expired'
  }
  return new Set(rows.filter((row) => has(validity(row))).map(({ person }) => person))
}
