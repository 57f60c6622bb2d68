import type { SubjectOf } from '#events/caseSubject'
import type { RegionCode } from '#events/identifiers'
import type { Demand } from '../../demand/demand.ts'
import { expectedIn } from '../../demand/expected.ts'
import type { GroupSizeFact } from '../../rules/facts/coverage.ts'
import type { World } from '../query.ts'

/**
 * Expected persons of the group, or of a family's groups together, in the therapist's municipality, its health council and
 * the region, as they may be told. A council whose members are not all known has no number.
 */
export function groupSizeFact(
  { target, place }: SubjectOf<'A14'>,
  region: RegionCode,
  demand: Demand,
  { geography: { areas } }: World,
): GroupSizeFact {
  const own = areas.municipalities.find(({ code }) => code === place?.municipality)
  const council = areas.healthCouncils.known.find(({ name }) => name === own?.healthCouncil?.name)
  // Whenever it is asked, the region that judges: the municipalities that it has or had.
  const inRegion = areas.municipalities.filter(({ regions }) => regions.some(({ code }) => code === region))
  const told = (codes: readonly string[]) => expectedIn(demand, target.id, 'prevalence', codes)
  return {
    group: target.id,
    areas: [
      ...(own === undefined ? [] : [{ area: own.name, told: told([own.code]) }]),
      ...(council?.complete === true && council.municipalities !== null
        ? [{ area: council.name, told: told(council.municipalities) }]
        : []),
      {
        area: areas.regions.find(({ code }) => code === region)?.name ?? region,
        told: told(inRegion.map(({ code }) => code)),
      },
    ],
  }
}
