import { MunicipalityCode, RegionCode } from '#events/identifiers'
import type { CoverageArea } from '#events/ridingAgreement'
import { countyArea, formerCountiesAt } from '#geo/countyAreas'
import { regionOf } from '#geo/hierarchy'
import { loadGeography } from '#service/geography'
import type { CaseFacts, ConsultationFact } from '#service/rules/facts'
import type { AreaFact, RidingFacts, SchoolFact } from '#service/rules/facts/riding'
import type { Step } from '#service/rules/riding/ridingTimeline'
import { idAt, on } from '../../given.ts'
import { address, code, relocationFacts } from './facts.ts'

const { areas } = loadGeography()

/** A riding school of the tests. */
export function school(
  municipality: string,
  change: Partial<SchoolFact> & { readonly town?: string } = {},
): SchoolFact {
  const { town = null, ...rest } = change
  return {
    school: `r-${municipality}`,
    name: `Rideskole ${municipality}`,
    municipality: code(municipality),
    position: [9.5, 56.2],
    approved: true,
    counties: formerCountiesAt(areas, { municipality, town, text: 'Vej 1' }),
    ...rest,
  }
}

/** An area at a school, with the municipalities and regions that the catalogue of areas gives it. */
export function area(
  at: SchoolFact,
  covered: CoverageArea,
  accession: string | null,
  { permission = true, date = '2026-12-31' }: { permission?: boolean; date?: string } = {},
): AreaFact {
  const { whole, parts } =
    covered.kind === 'county'
      ? countyArea(areas, covered.county, covered.codes)
      : { whole: covered.kind === 'municipality' ? covered.codes : [], parts: [] }
  const regions = [...whole, ...parts].flatMap((one) => regionOf(areas, one, date)?.code ?? [])
  return {
    school: at,
    permission,
    area: covered,
    accessionDate: accession === null ? null : on(accession),
    whole: whole.map((one) => MunicipalityCode.parse(one)),
    parts: parts.map((one) => MunicipalityCode.parse(one)),
    regions: [...new Set(regions)].toSorted().map((one) => RegionCode.parse(one)),
  }
}

/** Facts of a riding case, empty but for what the test says. */
export function ridingCase(
  type: CaseFacts['type'],
  riding: Partial<RidingFacts>,
  change: { readonly wantedFrom?: string; readonly consultations?: readonly ConsultationFact[] } = {},
): CaseFacts {
  const wantedFrom = change.wantedFrom ?? '2027-02-01'
  const nowhere = address(null, 'Ingen')
  return {
    ...relocationFacts({ from: nowhere, to: nowhere, wantedFrom, receivedOn: '2026-10-01' }),
    type,
    relocation: null,
    riding: {
      takesHold: true,
      lacks: [],
      number: null,
      permission: null,
      totals: [],
      shift: null,
      areas: [],
      sites: [],
      involved: null,
      documentation: null,
      inputs: [idAt(2)],
      ...riding,
    },
    consultations: change.consultations ?? [],
  }
}

/** A step of a timeline; `to` null is open. */
export function step(from: string, to: string | null, hoursTenths: number): Step {
  return { from: on(from), to: to === null ? null : on(to), hoursTenths }
}

/** A hearing of a municipality. */
export function hearing(municipality: string, state: ConsultationFact['state']): ConsultationFact {
  return { municipality: code(municipality), state, dueOn: on('2026-12-15'), inputs: [] }
}
