import type { PlanParameters } from '#events/planParameters'
import type { CoverageFacts, GroupCoverageFact, NearestFact } from '../facts/coverage.ts'
import { defineRule, type Verdict } from '../rule.ts'
import { assumption, seed } from '../sources.ts'

type Limits = Pick<PlanParameters, 'smallGroupBelow' | 'coverageMaxKm' | 'detourHundredths' | 'coverageMinProviders'>

/** People of a region by whether skilled care is near; `farthestM` is by road, null where nobody can reach any. */
export interface Cover {
  readonly covered: number
  readonly people: number
  readonly farthestM: number | null
}

/**
 * Who is covered: the straight line to the nearest provider, lengthened by the detour, is at most the limit, the limit
 * itself included. 41 km in a straight line and a detour of 1.3 are 53.3 km, and more than 30.
 */
export function coverOf(
  { metres }: NearestFact,
  people: ArrayLike<number>,
  { coverageMaxKm, detourHundredths }: Limits,
): Cover {
  let covered = 0
  let all = 0
  let farthestM: number | null = null
  for (let square = 0; square < people.length; square += 1) {
    const count = people[square] ?? 0
    const straight = metres[square] ?? Number.POSITIVE_INFINITY
    all += count
    if (!Number.isFinite(straight)) continue
    const byRoad = (straight * detourHundredths) / 100
    if (byRoad <= coverageMaxKm * 1000) covered += count
    farthestM = Math.max(farthestM ?? 0, Math.round(byRoad))
  }
  return { covered, people: all, farthestM }
}

/**
 * small groups have skilled care near home. Proposed by the patient organisations and adopted by nobody, so it
 * advises. People are modelled inhabitants of the region, not patients; every group's share is before and after the
 * change, and the worst group is told. Nothing is said of what would turn it: cover is made by a place and who works
 * there, not by one number, and every other place is a question of its own that a scenario asks.
 */
export const smallGroupsNearHome = defineRule({
  id: 'R-28',
  version: 1,
  strength: 'proposal',
  uses: ['smallGroupBelow', 'coverageMaxKm', 'detourHundredths', 'coverageMinProviders'],
  sources: [seed('S_SEED000', 'recommendation 3'), assumption('coverageMaxKm'), assumption('detourHundredths')],
  judge({ coverage }, limits): Verdict {
    if (coverage === null) return { outcome: 'not-applicable', code: 'R-28.notConcerned' }
    if (coverage === 'unprepared')
      return { outcome: 'needs-information', code: 'R-28.unprepared', missing: ['travelSurface'] }
    const small = coverage.groups.filter(({ persons }) => persons !== null && persons < limits.smallGroupBelow)
    const [worst] = small
      .map((group) => judgeGroup(group, coverage, limits))
      .toSorted((a, b) => b.lost - a.lost || a.covered - b.covered)
    return worst === undefined ? { outcome: 'not-applicable', code: 'R-28.noSmallGroup' } : worst.verdict
  },
})

function judgeGroup(group: GroupCoverageFact, { people, inputs, municipality }: CoverageFacts, limits: Limits) {
  const before = coverOf(group.before, people, limits)
  const after = coverOf(group.after, people, limits)
  const perMille = ({ covered, people: all }: Cover) => (all === 0 ? null : Math.floor((1000 * covered) / all))
  const gaps = new Set(
    municipality.filter((_, square) => covers(group.before, square, limits) && !covers(group.after, square, limits)),
  )
  const shared = {
    measured: [
      { key: 'coveredBefore', value: perMille(before), unit: 'permille' as const },
      { key: 'coveredAfter', value: perMille(after), unit: 'permille' as const, limit: 1000 },
      { key: 'farthestByRoad', value: after.farthestM, unit: 'metres' as const, limit: limits.coverageMaxKm * 1000 },
      {
        key: 'documentedAfter',
        value: group.after.providers,
        unit: 'count' as const,
        limit: limits.coverageMinProviders,
      },
    ],
    inputs,
    evidence: [...gaps].toSorted().map((code) => ({ kind: 'municipality' as const, role: 'gap', code })),
    params: {
      group: group.group,
      gaps: [...gaps].toSorted(),
      providers: group.after.providers,
      before: perMille(before) ?? '',
      after: perMille(after) ?? '',
    },
  }
  const lost = before.covered - after.covered
  const verdict = (): Verdict => {
    if (group.after.providers === 0 && group.before.providers === 0)
      return { ...shared, outcome: 'needs-information', code: 'R-28.nobodyKnown', missing: ['documentedProvider'] }
    if (after.covered < after.people)
      return { ...shared, outcome: 'breach', code: lost > 0 ? 'R-28.newGap' : 'R-28.gap' }
    return { ...shared, outcome: 'pass', code: 'R-28.covered' }
  }
  return { lost, covered: after.covered, verdict: verdict() }
}

/** Whether a square is covered; see `coverOf`. */
export function covers(
  { metres }: NearestFact,
  square: number,
  { coverageMaxKm, detourHundredths }: Pick<Limits, 'coverageMaxKm' | 'detourHundredths'>,
): boolean {
  return ((metres[square] ?? Number.POSITIVE_INFINITY) * detourHundredths) / 100 <= coverageMaxKm * 1000
}
