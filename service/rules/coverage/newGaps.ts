import type { PalliativeArea } from '#events/palliative'
import type { PlanParameters } from '#events/planParameters'
import type { CoverageFacts } from '../facts/coverage.ts'
import type { PalliativeFacts } from '../facts/palliative.ts'
import { supplyOf } from './palliativeCoverage.ts'
import { covers } from './smallGroupsNearHome.ts'

/** Parameters that say when somebody is covered. */
export const gapParameters = [
  'smallGroupBelow',
  'coverageMaxKm',
  'detourHundredths',
  'palliativeMinAccepting',
  'surveyMonths',
] as const satisfies readonly (keyof PlanParameters)[]
type Limits = Pick<PlanParameters, (typeof gapParameters)[number]>

/** People of the region who have a provider for a small group near home before a change and not after it. */
export interface GroupGap {
  readonly group: string
  readonly people: number
  readonly municipalities: readonly string[]
}

/**
 * Small groups that lose cover by a change, the one that most people lose first. `unprepared` while the ground has not
 * been made: nothing is said of what has not been measured.
 */
export function newGroupGaps(
  coverage: CoverageFacts | 'unprepared' | null,
  limits: Limits,
): readonly GroupGap[] | 'unprepared' {
  if (coverage === 'unprepared') return coverage
  if (coverage === null) return []
  const { smallGroupBelow, coverageMaxKm, detourHundredths } = limits
  const key = [smallGroupBelow, coverageMaxKm, detourHundredths].join()
  const known = measured.get(coverage) ?? new Map<string, readonly GroupGap[]>()
  measured.set(coverage, known)
  const gaps = known.get(key) ?? gapsIn(coverage, limits)
  known.set(key, gaps)
  return gaps
}

/** What turns a finding is sought by asking it many times over the same facts. */
const measured = new WeakMap<CoverageFacts, Map<string, readonly GroupGap[]>>()

function gapsIn({ people, municipality, groups }: CoverageFacts, limits: Limits): readonly GroupGap[] {
  return groups
    .filter(({ persons }) => persons !== null && persons < limits.smallGroupBelow)
    .flatMap(({ group, before, after }): GroupGap[] => {
      // Nothing is measured twice where the therapists stay where they are.
      if (before === after) return []
      const lost = municipality.map((_, square) => covers(before, square, limits) && !covers(after, square, limits))
      const gone = lost.reduce((sum, isLost, square) => sum + (isLost ? (people[square] ?? 0) : 0), 0)
      const where = new Set(municipality.filter((_, square) => lost[square] === true))
      return gone === 0 ? [] : [{ group, people: gone, municipalities: [...where].toSorted() }]
    })
    .toSorted((a, b) => b.people - a.people || a.group.localeCompare(b.group))
}

/** Areas with enough therapists who take new palliative patients before a change and too few after it. */
export function newPalliativeGaps(palliative: PalliativeFacts | null, limits: Limits): readonly PalliativeArea[] {
  if (palliative === null) return []
  const isEnough = (therapists: PalliativeFacts['areas'][number]['before'], fact: PalliativeFacts['areas'][number]) =>
    supplyOf(therapists, fact, palliative.on, limits).least >= limits.palliativeMinAccepting
  return palliative.areas
    .filter((fact) => isEnough(fact.before, fact) && !isEnough(fact.after, fact))
    .map(({ area }) => area)
}
