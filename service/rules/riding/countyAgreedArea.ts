import { isSameCounty } from '#geo/countyAreas'
import type { AreaFact } from '../facts/riding.ts'
import { defineRule, type Verdict } from '../rule.ts'
import { published, seed } from '../sources.ts'
import { accededBefore, areaEvidence } from './ridingArea.ts'
import { isKnown } from './ridingDocumentation.ts'

/** Where a school lies by a county's area: in it, outside it, or in a municipality that the county line ran through. */
type Siting = 'inside' | 'outside' | 'split'

/**
 * who acceded before 2007 keeps the area that was agreed in the former county. A documented area that holds the school
 * is a pass, one that does not a breach. A county's name alone is a guess and never an answer, and neither is a
 * municipality that lay in several counties, unless the place says which former municipality it was.
 */
export const countyAgreedArea = defineRule({
  id: 'R-16',
  version: 2,
  strength: 'binding',
  uses: ['countyCutoff'],
  sources: [seed('S_SEED001', 'section 3, section 4'), published('S_COUNTYMAP')],
  judge({ type, riding, region }, { countyCutoff }): Verdict {
    const fact = riding?.areas[0]
    if (type === 'A2' || fact === undefined) return { outcome: 'not-applicable', code: 'R-16.noArea' }
    const { school, area, accessionDate, regions } = fact
    const county = area.kind === 'county' ? area.county : ''
    const across = regions.filter((code) => code !== region)
    const shared = {
      inputs: riding?.inputs ?? [],
      measured: [{ key: 'regions', value: regions.length, unit: 'count' as const }],
      evidence: areaEvidence(fact),
      params: {
        school: school.name,
        county,
        municipality: school.municipality ?? '',
        accessionDate: accessionDate ?? '',
        cutoff: countyCutoff,
        regions: [...regions],
        across,
        counties: [...school.counties],
      },
    }
    const lacks = (code: Verdict['code'], missing: readonly string[]): Verdict => ({
      ...shared,
      outcome: 'needs-information',
      code,
      missing,
    })
    if (accessionDate === null) return lacks('R-16.accessionUnknown', ['accessionDate'])
    if (!accededBefore(accessionDate, countyCutoff))
      return { ...shared, evidence: [], outcome: 'not-applicable', code: 'R-16.later' }
    if (area.kind === 'unknown') return lacks('R-16.areaUnknown', ['area'])
    if (school.municipality === null) return lacks('R-16.placeUnknown', ['toMunicipality'])
    const siting = sitingOf(fact)
    if (!isKnown(area)) return lacks(hypotheses[siting], ['area'])
    if (siting === 'split') return lacks('R-16.split', ['formerMunicipality'])
    if (siting === 'outside') return { ...shared, outcome: 'breach', code: 'R-16.outside' }
    return { ...shared, outcome: 'pass', code: across.length > 0 ? 'R-16.insideAcross' : 'R-16.inside' }
  },
})

const hypotheses = {
  inside: 'R-16.hypothesisInside',
  outside: 'R-16.hypothesisOutside',
  split: 'R-16.hypothesisSplit',
} as const satisfies Record<Siting, string>

function sitingOf({ school, area, whole, parts }: AreaFact): Siting {
  const holds = (codes: readonly string[]) => school.municipality !== null && codes.includes(school.municipality)
  if (holds(whole)) return 'inside'
  if (!holds(parts) || area.kind !== 'county') return 'outside'
  if (school.counties.length > 1) return 'split'
  return school.counties.some((name) => isSameCounty(name, area.county)) ? 'inside' : 'outside'
}
