import type { AsOf } from '#api/asOf'
import { type DiagnosisGroup, diagnosisGroups } from '#events/diagnosisGroups'
import type { AreaCatalogue } from '#geo/areaCatalogue'
import type { Asker } from '../asker.ts'
import { areaHierarchy } from '../disclosure/hierarchy.ts'
import { publishTables } from '../disclosure/publish.ts'
import type { PublishedTable } from '../disclosure/published.ts'
import { momentary } from '../momentary.ts'
import { patientCountProjection } from '../projections/patientCount.ts'
import { planProjection } from '../projections/plan.ts'
import type { Views } from '../projections/views.ts'
import { remembering } from '../remembering.ts'
import { inTurns } from '../turns.ts'
import { strictestCell } from './minCell.ts'
import { loadedVersions } from './patientCounts.ts'
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

/** Tables kept, by the catalogue of areas that they are over: they are the same for every question until more is loaded. */
const kept = 64
const tables = new WeakMap<AreaCatalogue, ReturnType<typeof remembering<readonly DatedTable[]>>>()

/** What may be told at the two times: of each group the newest version that holds, of inhabitants the oldest where none is that old. */
export function demandAt(views: Views, areas: AreaCatalogue, at: AsOf): Demand {
  const known =
    readers.get(areas) ?? momentary((of, when) => read(of, areas, when), [planProjection, patientCountProjection])
  readers.set(areas, known)
  return known(views, at)
}

/** Publishes the tables of the moment that nobody has asked for yet, in turns with others: `demandAt` is quick after it. */
export async function publishInTurns(views: Views, areas: AreaCatalogue, at: AsOf, asker: Asker = {}): Promise<void> {
  const turn = inTurns(asker.signal)
  const minCell = strictestCell(views)
  for (const [done, group] of diagnosisGroups.entries()) {
    asker.onProgress?.({ of: 'tables', done, all: diagnosisGroups.length })
    prevalenceTable(views, areas, at, group, minCell)
    await turn()
    observedTable(views, areas, at, group, minCell)
    await turn()
  }
}

const readers = new WeakMap<AreaCatalogue, (views: Views, at: AsOf) => Demand>()

function read(views: Views, areas: AreaCatalogue, at: AsOf): Demand {
  const minCell = strictestCell(views)
  const dates = populationDates(areas)
  const populationAsOf = dates.findLast((date) => date <= at.effectiveOn) ?? dates[0]
  if (populationAsOf === undefined) throw new Error('No date has the inhabitants of every municipality')
  return {
    minCell,
    populationAsOf,
    inhabitants: inhabitantsOn(areas, populationAsOf),
    prevalence: byGroup((group) => prevalenceTable(views, areas, at, group, minCell)),
    observed: byGroup((group) => observedTable(views, areas, at, group, minCell)),
  }
}

function prevalenceTable(views: Views, areas: AreaCatalogue, at: AsOf, group: DiagnosisGroup, minCell: number) {
  const computed = prevalenceVersions(areas, group)
  const loaded = loadedVersions(views, at, group.id, 'prevalence-estimate')
  const published = publishedOf(areas, [...computed, ...loaded], minCell)
  const own = published.slice(0, computed.length)
  return holding(published.slice(computed.length), at) ?? holding(own, at) ?? own[0]
}

function observedTable(views: Views, areas: AreaCatalogue, at: AsOf, group: DiagnosisGroup, minCell: number) {
  return holding(publishedOf(areas, loadedVersions(views, at, group.id, 'observed'), minCell), at)
}

function byGroup(tableOf: (group: DiagnosisGroup) => DatedTable | undefined): ReadonlyMap<string, DatedTable> {
  return new Map(
    diagnosisGroups.flatMap((group) => {
      const found = tableOf(group)
      return found === undefined ? [] : [[group.id, found] as const]
    }),
  )
}

/** The one from the latest date that is not after the day; of the same date the one loaded last. */
function holding(published: readonly DatedTable[], { effectiveOn }: AsOf): DatedTable | undefined {
  return published
    .filter(({ from }) => from <= effectiveOn)
    .toSorted((a, b) => a.from.localeCompare(b.from))
    .at(-1)
}

/** The gate over one sequence of versions, in the order in which they came to be known. */
function publishedOf(areas: AreaCatalogue, versions: readonly DatedVersion[], minCell: number): readonly DatedTable[] {
  const remembered = tables.get(areas) ?? remembering<readonly DatedTable[]>(kept)
  tables.set(areas, remembered)
  return remembered(`${minCell} ${versions.map(({ key }) => key).join()}`, () =>
    publishTables(areaHierarchy(areas), versions, minCell).flatMap((table, index) => {
      const version = versions[index]
      return version === undefined ? [] : [{ table, from: version.from, document: version.document }]
    }),
  )
}
