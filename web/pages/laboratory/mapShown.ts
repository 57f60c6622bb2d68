import type { Matrix } from './matrix.ts'
import type { Change } from './scenarioAnswer.ts'
import type { LaboratoryChoice, MapShows, MapSide } from './useLaboratoryChoice.ts'

/** Commands that move nobody: a cap, an area, and what a pathway saves leave who is covered as it is. */
const stills: ReadonlySet<string> = new Set(['ProposeQuota', 'DrawPlanningArea', 'SetStructuredPathway'])

/** What the maps show: what was chosen, else what the changes bear on. A family has no coverage of its own, only caps. */
export function mapShows(
  { shows }: Pick<LaboratoryChoice, 'shows'>,
  isFamily: boolean,
  changes: readonly Pick<Change, 'on' | 'command'>[],
): MapShows {
  if (isFamily) return 'caps'
  const movesCoverage = changes.some(({ on, command }) => on && !stills.has(command.type))
  return shows ?? (movesCoverage ? 'coverage' : 'caps')
}

/** The side that is shown: the one chosen, else the difference; B where no cap was known before to differ from. */
export function mapSide(
  { map }: Pick<LaboratoryChoice, 'map'>,
  shows: MapShows,
  matrix: Matrix,
  group: string,
): MapSide {
  if (map !== undefined) return map
  const isNew = [...matrix.values()].every((cell) => cell.group !== group || cell.before === null)
  return shows === 'caps' && isNew ? 'b' : 'difference'
}
