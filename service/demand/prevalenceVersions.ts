import type { DiagnosisGroup } from '#events/diagnosisGroups'
import type { AreaCatalogue } from '#geo/areaCatalogue'
import type { DataVersion } from '../disclosure/publish.ts'
import { Tally } from '../disclosure/tally.ts'
import { prevalenceOf } from './groupRates.ts'

/** A data version with the date from which it says how many there are. */
export interface DatedVersion extends DataVersion {
  readonly from: string
  /** Null for what was computed here. */
  readonly document: string | null
  /** Tells versions with different counts apart, wherever they come from. */
  readonly key: string
}

/** Dates of which the inhabitants of every municipality are known, oldest first. */
export function populationDates({ municipalities }: AreaCatalogue): readonly string[] {
  const [first] = municipalities
  const all = first?.population.map(({ date }) => date) ?? []
  return all.filter((date) => municipalities.every(({ population }) => population.some((one) => one.date === date)))
}

/** Inhabitants of every municipality on one of those dates. */
export function inhabitantsOn({ municipalities }: AreaCatalogue, date: string): ReadonlyMap<string, number> {
  return new Map(
    municipalities.map(({ code, population }) => [code, population.find((one) => one.date === date)?.value ?? 0]),
  )
}

/**
 * Expected persons of a group by municipality: inhabitants times prevalence, one version for each date of inhabitants. No
 * version for a group whose prevalence no source has: unknown is not nobody.
 */
export function prevalenceVersions(areas: AreaCatalogue, group: DiagnosisGroup): readonly DatedVersion[] {
  return populationDates(areas).flatMap((from) => {
    const inhabitants = inhabitantsOn(areas, from)
    const rate = prevalenceOf(
      group,
      [...inhabitants.values()].reduce((sum, count) => sum + count, 0),
    )
    if (rate === null) return []
    const counts = new Map(
      [...inhabitants].map(([code, count]) => [code, new Tally((count * rate.used) / 100_000)] as const),
    )
    return [{ id: `${group.id} ${from}`, key: `${group.id} ${from}`, from, document: null, counts }]
  })
}
