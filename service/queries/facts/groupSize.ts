import type { SubjectOf } from '#events/caseSubject'
import { type DiagnosisGroup, diagnosisFamilies, diagnosisGroups } from '#events/diagnosisGroups'
import type { RegionCode } from '#events/identifiers'
import type { Municipality } from '#geo/areaCatalogue'
import { expectedPersons } from '../../disclosure.ts'
import type { GroupSizeFact } from '../../rules/facts/coverage.ts'
import type { World } from '../query.ts'

/**
 * Expected persons of the group, or of a family's groups together, in the therapist's municipality, its health council and
 * the region: inhabitants times prevalence. Null where the source gives no number of any of the groups.
 */
export function groupSizeFact(
  { target, place }: SubjectOf<'A14'>,
  region: RegionCode,
  { geography: { areas } }: World,
): GroupSizeFact {
  const { municipalities } = areas
  const per100k = prevalence(target, inhabitantsOf(municipalities))
  const expected = (of: readonly Municipality[]) =>
    per100k === null || of.length === 0 ? null : expectedPersons(inhabitantsOf(of), per100k)
  const own = municipalities.find(({ code }) => code === place?.municipality)
  const council = own?.healthCouncil?.name
  const inCouncil = municipalities.filter((one) => council !== undefined && one.healthCouncil?.name === council)
  const inRegion = municipalities.filter((one) => one.regions.some(({ code }) => code === region))
  return {
    group: target.id,
    areas: [
      ...(own === undefined ? [] : [{ area: own.name, count: expected([own]) }]),
      ...(council === undefined ? [] : [{ area: council, count: expected(inCouncil) }]),
      { area: areas.regions.find(({ code }) => code === region)?.name ?? region, count: expected(inRegion) },
    ],
  }
}

function inhabitantsOf(municipalities: readonly Municipality[]): number {
  return municipalities.reduce((sum, { population }) => sum + (population.at(-1)?.value ?? 0), 0)
}

/** Per 100,000 inhabitants: the source's own figure, its middle where it gives a range, or its count over all inhabitants. */
function prevalence({ kind, id }: SubjectOf<'A14'>['target'], inhabitants: number): number | null {
  const ids = kind === 'group' ? [id] : (diagnosisFamilies.find((family) => family.id === id)?.groups ?? [])
  const rates = ids.map((one) =>
    rateOf(
      diagnosisGroups.find((group) => group.id === one),
      inhabitants,
    ),
  )
  return rates.length === 0
    ? null
    : rates.reduce((sum: number | null, rate) => (sum === null || rate === null ? null : sum + rate), 0)
}

function rateOf(group: DiagnosisGroup | undefined, inhabitants: number): number | null {
  if (group === undefined) return null
  if (group.per100k !== null) return (group.per100k[0] + group.per100k[1]) / 2
  return group.persons === null ? null : (group.persons * 100_000) / inhabitants
}
