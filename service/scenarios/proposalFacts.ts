import type { AsOf } from '#api/asOf'
import type { Command } from '#api/contract'
import type { SubjectOf } from '#events/caseSubject'
import { MunicipalityCode, type RegionCode } from '#events/identifiers'
import type { AreaRef } from '#events/quota'
import type { PlannedChange } from '#events/scenario'
import { readPlanned } from '../deciders/plannedCommand.ts'
import { cellKey, cellOf } from '../deciders/scenarioEdits.ts'
import type { Supposing, Views } from '../projections/views.ts'
import { municipalitiesOfArea } from '../queries/facts/areaMembers.ts'
import { documentedBy, personsIn } from '../queries/facts/caps.ts'
import { planningAreasAt } from '../queries/facts/planningAreas.ts'
import { municipalitiesTouched } from '../queries/namedPlaces.ts'
import { planInForce } from '../queries/planInForce.ts'
import { documentations, practitioners } from '../queries/practitioners.ts'
import type { World } from '../queries/query.ts'
import type { ProposalFacts } from '../rules/facts/proposal.ts'
import { ruledOn, scenarioIn } from './handedIn.ts'

interface Asking {
  readonly before: Views
  readonly changed: Supposing
  readonly at: AsOf
  readonly region: RegionCode
  readonly world: World
}

/** The caps of a scenario that was handed in, beside who would be documented, and the municipalities of all its changes. */
export function proposalFacts(asking: Asking, subject: SubjectOf<'A16'>): ProposalFacts {
  const { before, changed } = asking
  const changes = ruledOn(scenarioIn(before, subject)?.changes ?? [])
  const caps = proposedCaps(changes)
  const documented = changed((after) => documentedIn(after, asking, caps))
  const drawn = new Map(changed((after) => planningAreasAt(after, asking.at)).map(({ id, name }) => [id, name]))
  const municipalities = new Set(municipalitiesOfEach(changes, asking).flat())
  return {
    caps: caps.map(({ area, target, cap }, index) => ({
      area: area.kind === 'planningArea' ? (drawn.get(area.code) ?? area.code) : area.code,
      group: target.id,
      cap,
      documented: documented[index] ?? 0,
    })),
    municipalities: [...municipalities].toSorted(),
    inputs: [],
  }
}

type ProposeQuota = Extract<
  Extract<ReturnType<typeof readPlanned>, { command: unknown }>['command'],
  { type: 'ProposeQuota' }
>['data']

/** The caps that changes propose; of several for one area and group the last. */
export function proposedCaps(changes: readonly PlannedChange[]): readonly ProposeQuota[] {
  const cells = new Map<string, ProposeQuota>()
  for (const { command } of changes) {
    const cell = cellOf(command)
    const read = readPlanned(command)
    if (cell === null || !('command' in read) || read.command.type !== 'ProposeQuota') continue
    cells.set(cellKey(cell), read.command.data)
  }
  return [...cells.values()]
}

/** How many are documented for each cap's group in its area. */
export function documentedIn(
  views: Views,
  { at, region, world }: Pick<Asking, 'at' | 'region' | 'world'>,
  caps: readonly ProposeQuota[],
): readonly number[] {
  const { areas } = world.geography
  const limits = planInForce(views, region, at)?.parameters ?? null
  const everybody = practitioners(views, at)
  const rows = documentations(views, at)
  const inAreas = new Map<string, ReturnType<typeof documentedBy>>()
  return caps.map(({ area, target }) => {
    const key = `${area.kind}.${area.code}`
    const inside = () => personsIn(everybody, municipalitiesOfArea(views, areas, area, at))
    const documented = inAreas.get(key) ?? documentedBy(inside(), rows, at, limits)
    inAreas.set(key, documented)
    return documented.of(target).valid
  })
}

/**
 * Municipalities that each change lies in or holds for, in the order of the changes. An area that one of them draws is known
 * to the others.
 */
export function municipalitiesOfEach(
  changes: readonly PlannedChange[],
  asking: Pick<Asking, 'before' | 'at' | 'world'>,
): readonly (readonly MunicipalityCode[])[] {
  const commands = changes.map(({ command }) => {
    const read = readPlanned(command)
    return 'command' in read ? read.command : null
  })
  const drawn = new Map<string, readonly string[]>()
  for (const command of commands)
    if (command?.type === 'DrawPlanningArea') drawn.set(command.data.area, command.data.municipalities)
  return commands.map((command) =>
    [...new Set(command === null ? [] : municipalitiesOf(command, drawn, asking))]
      .toSorted()
      .map((code) => MunicipalityCode.parse(code)),
  )
}

function municipalitiesOf(
  command: Command,
  drawn: ReadonlyMap<string, readonly string[]>,
  { before, at, world }: Pick<Asking, 'before' | 'at' | 'world'>,
): readonly string[] {
  const ofArea = (area: AreaRef) =>
    (area.kind === 'planningArea' ? drawn.get(area.code) : undefined) ??
    municipalitiesOfArea(before, world.geography.areas, area, at)
  switch (command.type) {
    case 'ProposeQuota':
    case 'AdoptQuota':
    case 'SuspendQuota':
      return ofArea(command.data.area)
    case 'DrawPlanningArea':
      return command.data.municipalities
    case 'RenamePlanningArea':
    case 'WithdrawPlanningArea':
      return ofArea({ kind: 'planningArea', code: command.data.area })
    default:
      return municipalitiesTouched(before, command.data)
  }
}
