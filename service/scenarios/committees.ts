import { type ChangeLies, type NotHandedIn, notHandedInReasons } from '#api/views/scenario'
import { RegionCode } from '#events/identifiers'
import { madeUpChanges } from '#events/madeUp'
import type { PlannedChange, PlannedCommand } from '#events/scenario'
import { councilMembers, regionOf } from '#geo/hierarchy'
import { readPlanned } from '../deciders/plannedCommand.ts'
import type { Views } from '../projections/views.ts'
import { areaConcerned } from '../queries/areaConcerned.ts'
import { municipalitiesTouched, Named } from '../queries/namedPlaces.ts'
import type { World } from '../queries/query.ts'

/**
 * Where a change lies. `views` are those of its scenario, where clinics, numbers and areas that the scenario makes up have
 * their places. One that has no place yet, or cannot be read, lies in no region, and so within every committee's reach.
 */
function whereLies(planned: PlannedCommand, views: Views, { geography: { areas }, today }: Placing): ChangeLies {
  const read = readPlanned(planned)
  if ('reason' in read) return { in: 'regions', regions: [] }
  const { command } = read
  const concerned = areaConcerned(command, views, (council) => councilMembers(areas, council))
  if (concerned === 'country' || concerned === 'unknown') return { in: concerned, regions: [] }
  const municipalities = concerned?.municipalities ?? municipalitiesTouched(views, command.data)
  const found = municipalities.map((code) => regionOf(areas, code, today)?.code)
  if (found.includes(undefined)) return { in: 'unknown', regions: [] }
  const regions = new Set([
    ...(concerned?.regions ?? [Named.parse(command.data).region ?? []].flat()),
    ...found.flatMap((one) => one ?? []),
  ])
  return { in: 'regions', regions: [...regions].toSorted().map((code) => RegionCode.parse(code)) }
}

type Placing = Pick<World, 'geography' | 'today'>

/**
 * The changes that are on and that a committee of these regions cannot adopt, each with the reason and where it lies. What is
 * made up has that reason wherever it lies: no committee can rule on it.
 */
export function notHandedIn(
  changes: readonly PlannedChange[],
  views: Views,
  own: readonly string[],
  world: Placing,
): readonly NotHandedIn[] {
  const madeUp = madeUpChanges(changes)
  return changes.flatMap(({ change, command, on }): NotHandedIn[] => {
    if (!on) return []
    if (madeUp.has(change)) return [{ change, why: notHandedInReasons.madeUp, regions: [] }]
    const { in: where, regions } = whereLies(command, views, world)
    if (where !== 'regions') return [{ change, why: notHandedInReasons[where], regions: [] }]
    return regions.every((region) => own.includes(region))
      ? []
      : [{ change, why: notHandedInReasons.regions, regions: [...regions] }]
  })
}
