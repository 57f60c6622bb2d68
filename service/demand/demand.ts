import type { AsOf } from '#api/asOf'
import { type DiagnosisGroup, diagnosisGroups } from '#events/diagnosisGroups'
import type { AreaCatalogue } from '#geo/areaCatalogue'
import { areaHierarchy } from '../disclosure/hierarchy.ts'
import { publishTables } from '../disclosure/publish.ts'
import type { PublishedTable } from '../disclosure/published.ts'
import type { Views } from '../projections/views.ts'
import { remembering } from '../remembering.ts'
import { strictestCell } from './minCell.ts'
import { type DatedVersion, inhabitantsOn, populationDates, prevalenceVersions } from './prevalenceVersions.ts'

/** A published table, from when it holds and the document that it is from; null for what is computed here. */
export interface DatedTable {
  readonly table: PublishedTable
  readonly from: string
  readonly document: string | null
}

/** Everything that may be told of how many persons there are, on one date by what was known then; the same to every role. */
export interface Demand {
  readonly minCell: number
  /** Date of the inhabitants that prevalence is multiplied with, and how many they were by municipality. */
  readonly populationAsOf: string
  readonly inhabitants: ReadonlyMap<string, number>
  /** Persons with the diagnosis, by group; a group that is not there has an unknown prevalence. */
  readonly prevalence: ReadonlyMap<string, DatedTable>
  /** Patients as reported, by group; a group that is not there has no report. */
  readonly observed: ReadonlyMap<string, DatedTable>
}

/** Tables by the catalogue of areas that they are over: they are the same for every question. */
const kept = 64
const tables = new WeakMap<AreaCatalogue, ReturnType<typeof remembering<readonly DatedTable[]>>>()

/** What may be told at the two times: of each group the newest version that holds, or the oldest where none is that old. */
export function demandAt(views: Views, areas: AreaCatalogue, at: AsOf): Demand {
  const minCell = strictestCell(views)
  const dates = populationDates(areas)
  const populationAsOf = dates.findLast((date) => date <= at.effectiveOn) ?? dates[0]
  if (populationAsOf === undefined) throw new Error('No date has the inhabitants of every municipality')
  return {
    minCell,
    populationAsOf,
    inhabitants: inhabitantsOn(areas, populationAsOf),
    prevalence: new Map(
      diagnosisGroups.flatMap((group) => {
        const all = prevalenceTables(areas, group, minCell)
        const found = all.findLast(({ from }) => from <= at.effectiveOn) ?? all[0]
        return found === undefined ? [] : [[group.id, found] as const]
      }),
    ),
    observed: new Map(),
  }
}

function prevalenceTables(areas: AreaCatalogue, group: DiagnosisGroup, minCell: number): readonly DatedTable[] {
  const remembered = tables.get(areas) ?? remembering<readonly DatedTable[]>(kept)
  tables.set(areas, remembered)
  return remembered(`${group.id} ${minCell}`, () => datedTables(areas, prevalenceVersions(areas, group), minCell))
}

/** The gate over one sequence of versions, in the order in which they came to be known. */
function datedTables(areas: AreaCatalogue, versions: readonly DatedVersion[], minCell: number): readonly DatedTable[] {
  const published = publishTables(areaHierarchy(areas), versions, minCell)
  return published.flatMap((table, index) => {
    const version = versions[index]
    return version === undefined ? [] : [{ table, from: version.from, document: version.document }]
  })
}
