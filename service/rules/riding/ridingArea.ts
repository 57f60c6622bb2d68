import type { MapEvidence } from '#events/finding'
import type { EffectiveDate } from '#events/time'
import type { AreaFact } from '../facts/riding.ts'
import { defineRule, type Verdict } from '../rule.ts'
import { seed } from '../sources.ts'
import { isKnown } from './ridingDocumentation.ts'
import { permissions } from './ridingLevers.ts'
import { schoolPoint } from './ridingPermission.ts'

/** True when somebody acceded strictly before the day on which counties could no longer agree on areas. */
export function accededBefore(accessionDate: EffectiveDate, cutoff: string): boolean {
  return accessionDate < cutoff
}

/** School and area on the map: whole municipalities, those of which a part is meant, and a county that is only a guess. */
export function areaEvidence({ school, area, whole, parts }: AreaFact): MapEvidence[] {
  const role = area.kind === 'county' && area.codes.length === 0 ? 'hypothesis' : 'area'
  return [
    ...schoolPoint(school, 'school'),
    ...whole.map((code) => ({ kind: 'municipality' as const, role, code })),
    ...parts.map((code) => ({ kind: 'municipality' as const, role, code, status: 'part' })),
  ]
}

/**
 * after a takeover, and for everybody who acceded from 2007 on, each riding school needs its own permission, and the
 * area is the municipality that the school lies in: no wider and no other.
 */
export const ridingArea = defineRule({
  id: 'R-15',
  version: 2,
  strength: 'binding',
  uses: ['countyCutoff'],
  sources: [seed('S_SEED001', 'section 4')],
  levers: [permissions],
  judge({ type, riding }, { countyCutoff }): Verdict {
    const all = riding?.areas ?? []
    const governed = type === 'A2' ? all : all.filter((one) => !isOld(one, countyCutoff))
    if (all.length === 0) return { outcome: 'not-applicable', code: 'R-15.noSchool' }
    if (governed.length === 0)
      return { outcome: 'not-applicable', code: 'R-15.before', params: { cutoff: countyCutoff } }
    const without = governed.filter(({ permission }) => !permission)
    const wider = governed.filter((one) => one.permission && isWider(one))
    const missing = [...new Set(governed.filter(({ permission }) => permission).flatMap(missingOf))]
    const named = (facts: readonly AreaFact[]) => facts.map(({ school }) => school.name)
    const shared = {
      inputs: riding?.inputs ?? [],
      measured: [
        { key: 'ridingSchools', value: governed.length, unit: 'count' as const },
        { key: 'schoolsWithoutPermission', value: without.length, unit: 'count' as const, limit: 0 },
        { key: 'areasTooWide', value: wider.length, unit: 'count' as const, limit: 0 },
      ],
      evidence: governed.flatMap(areaEvidence),
      params: {
        schools: named(governed),
        without: named(without),
        wider: named(wider),
        municipalities: governed.flatMap(({ school }) => school.municipality ?? []),
        municipalitiesWithout: without.flatMap(({ school }) => school.municipality ?? []),
        cutoff: countyCutoff,
      },
    }
    if (without.length > 0) return { ...shared, outcome: 'breach', code: 'R-15.noPermission' }
    if (wider.length > 0) return { ...shared, outcome: 'breach', code: 'R-15.wider' }
    return missing.length > 0
      ? { ...shared, outcome: 'needs-information', code: 'R-15.unknown', missing }
      : { ...shared, outcome: 'pass', code: 'R-15.fits' }
  },
})

function isOld({ accessionDate }: AreaFact, cutoff: string): boolean {
  return accessionDate !== null && accededBefore(accessionDate, cutoff)
}

/** True when the area takes in anything but the school's own municipality; an area that is not known takes in nothing. */
function isWider({ school, area, whole, parts }: AreaFact): boolean {
  return (
    isKnown(area) && school.municipality !== null && [...whole, ...parts].some((code) => code !== school.municipality)
  )
}

function missingOf({ school, area, accessionDate }: AreaFact): string[] {
  return [
    ...(accessionDate === null ? ['accessionDate'] : []),
    ...(school.municipality === null ? ['toMunicipality'] : []),
    ...(isKnown(area) ? [] : ['area']),
  ]
}
