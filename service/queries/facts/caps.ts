import type { AsOf } from '#api/asOf'
import type { Told } from '#api/views/caps'
import { diagnosisFamilies, diagnosisGroups } from '#events/diagnosisGroups'
import type { PlanParameters } from '#events/planParameters'
import type { EffectiveDate } from '#events/time'
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

/** Who of an area is documented for what. */
export interface Documented {
  of(target: CapTarget): DocumentedFact
}

/** Documentations of the persons, judged once on the date. `limits` null: by the written expiry, and without grace. */
export function documentedBy(
  here: ReadonlySet<string>,
  rows: readonly DocumentationRow[],
  { effectiveOn }: AsOf,
  limits: PlanParameters | null,
): Documented {
  const judged = rows
    .filter(({ person }) => here.has(person))
    .map((row) => ({ row, validity: validityOf(row, effectiveOn, limits) }))
  const personsOf = ({ kind, id }: CapTarget, has: (validity: Validity) => boolean) =>
    judged.flatMap(({ row, validity }) => (row.kind === kind && row.target === id && has(validity) ? [row.person] : []))
  return {
    of(target) {
      const families = diagnosisFamilies.filter(({ groups }) => groups.some((id) => id === target.id))
      const valid = new Set(personsOf(target, counts))
      const grace = new Set(personsOf(target, (validity) => validity === 'grace'))
      const byFamily = families.flatMap(({ id }) => personsOf({ kind: 'family', id }, counts))
      return {
        valid: valid.size,
        grace: [...grace].filter((person) => !valid.has(person)).length,
        serving: new Set([...valid, ...byFamily]).size,
      }
    },
  }
}

/** Persons of the area: whoever uses a number at a place in one of its municipalities. */
export function personsIn(all: readonly Practitioner[], municipalities: readonly string[]): ReadonlySet<string> {
  const inside = new Set(municipalities)
  return new Set(
    all.filter(({ municipalities: own }) => [...own].some((code) => inside.has(code))).map(({ person }) => person),
  )
}

/** Sizes of the groups in a set of municipalities, by what is told and one way of counting. */
export interface Sizes {
  of(target: CapTarget): SizeFact
}

/** Everything that R-27 may know of how large groups and families are; each group is asked once. */
export function sizesIn(demand: Demand, counted: Counted, municipalities: readonly string[]): Sizes {
  const told = new Map<string, Told>()
  const ranges = new Map<string, SizeFact['own']>()
  for (const { id } of diagnosisGroups) {
    told.set(id, expectedIn(demand, id, counted, municipalities))
    ranges.set(id, rangeIn(demand, id, counted, municipalities))
  }
  const all = summed([...told.values()])
  return {
    of({ id }) {
      const members = membersOf(id)
      const range = (isOwn: boolean) => {
        const ids = [...ranges.keys()].filter((one) => members.includes(one) === isOwn)
        return between(ids.flatMap((one) => ranges.get(one) ?? []))
      }
      const people = told.get(id) ?? expectedIn(demand, id, counted, municipalities)
      return { people, all, own: range(true), others: range(false) }
    },
  }
}

function between(ranges: readonly SizeFact['own'][]): SizeFact['own'] {
  return ranges.reduce(
    (sum, { least, most }) => ({
      least: sum.least + least,
      most: sum.most === null || most === null ? null : sum.most + most,
    }),
    { least: 0, most: 0 },
  )
}

function counts(validity: Validity): boolean {
  return validity === 'valid' || validity === 'expiresSoon'
}

const judgements = new WeakMap<DocumentationRow, Map<string, Validity>>()

/** Calendar sums are slow and the rows stay the same from question to question, so each is judged once. */
function validityOf(row: DocumentationRow, on: EffectiveDate, limits: PlanParameters | null): Validity {
  if (limits !== null) {
    const { competenceYears, competenceGraceDays, competenceAdviceDays } = limits
    const key = `${on} ${competenceYears} ${competenceGraceDays} ${competenceAdviceDays}`
    const known = judgements.get(row) ?? new Map<string, Validity>()
    judgements.set(row, known)
    const validity = known.get(key) ?? validityOn(row, on, limits).validity
    known.set(key, validity)
    return validity
  }
  return row.expiresOn === null || on < row.expiresOn ? 'valid' : 'expired'
}
