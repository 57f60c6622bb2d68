import type { AsOf } from '#api/asOf'
import { DiagnosisGroupId } from '#events/identifiers'
import type { Position2d } from '#events/place'
import { middleOf } from '#geo/cellGrid'
import { strictestCell } from '../demand/minCell.ts'
import { disclosed } from '../disclosure.ts'
import type { Supposing, Views } from '../projections/views.ts'
import { type CompetentSite, competentSupply } from '../queries/competentSupply.ts'
import { inhabitedSquares } from '../queries/facts/coverage.ts'
import type { World } from '../queries/query.ts'
import type { Ground } from '../reach/ground.ts'
import { covers } from '../rules/coverage/smallGroupsNearHome.ts'
import type { CoverageFacts } from '../rules/facts/coverage.ts'

/** One place of documented persons. */
interface Place {
  readonly position: Position2d
  readonly municipality: string | null
  readonly persons: readonly string[]
}

/** Easting and northing of the middle of an inhabited square (EPSG:25832), its municipality and inhabitants. */
type Square = readonly [east: number, north: number, municipality: string, people: number]

/**
 * The squares that are not shown by themselves, together: how many live there, within reach before, within reach
 * after, and within reach before and no longer after. Null where it is fewer than the smallest cell and not nobody.
 */
interface Hidden {
  readonly people: number | null
  readonly coveredBefore: number | null
  readonly coveredAfter: number | null
  readonly lost: number | null
  /** Straight metres from the farthest of them to the nearest place after; null where none can be reached. */
  readonly farthestM: number | null
}

/** What the cover of a diagnosis group is measured from: places before and after, and where people live. */
export interface Cover {
  readonly group: string
  readonly before: readonly Place[]
  readonly after: readonly Place[]
  /** Municipalities without a fixed link: only their own places count there, and only there. */
  readonly islands: readonly string[]
  readonly squares: readonly Square[]
  readonly hidden: Hidden
}

/** What of the register and the ground the cover of a group was measured from, once and with the change. */
export function coverFrom(
  asked: {
    readonly before: Views
    readonly changed: Supposing
    readonly at: AsOf
    readonly ground: Ground
    readonly coverage: CoverageFacts
    readonly region: string
    readonly limits: Parameters<typeof covers>[2]
  },
  group: string,
  { geography: { areas } }: Pick<World, 'geography'>,
): Cover | null {
  const { before, changed, at, ground, coverage, limits } = asked
  const measured = coverage.groups.find((one) => one.group === group)
  if (measured === undefined) return null
  const id = DiagnosisGroupId.parse(group)
  const cells = inhabitedSquares(ground, areas, asked.region, at)
  const shown: Square[] = []
  const sums = { people: 0, coveredBefore: 0, coveredAfter: 0, lost: 0 }
  let farthestM: number | null = null
  for (const [square, cell] of cells.entries()) {
    const people = coverage.people[square] ?? 0
    if (ground.hidden[cell] !== 1) {
      const [east, north] = middleOf(ground.grid, cell)
      shown.push([east, north, coverage.municipality[square] ?? '', people])
      continue
    }
    const [was, is] = [covers(measured.before, square, limits), covers(measured.after, square, limits)]
    sums.people += people
    if (was) sums.coveredBefore += people
    if (is) sums.coveredAfter += people
    if (was && !is) sums.lost += people
    const metres = measured.after.metres[square] ?? Number.POSITIVE_INFINITY
    if (Number.isFinite(metres)) farthestM = Math.max(farthestM ?? 0, metres)
  }
  const minCell = strictestCell(before)
  const told = (count: number) => (count === 0 ? 0 : disclosed(count, minCell).value)
  return {
    group,
    before: competentSupply(before, at, id).sites.map(placeOf),
    after: changed((after) => competentSupply(after, at, id).sites.map(placeOf)),
    islands: areas.municipalities.filter((one) => one.islandWithoutFixedLink).map(({ code }) => code),
    squares: shown,
    hidden: {
      people: told(sums.people),
      coveredBefore: told(sums.coveredBefore),
      coveredAfter: told(sums.coveredAfter),
      lost: told(sums.lost),
      farthestM,
    },
  }
}

function placeOf({ position, municipality, persons }: CompetentSite): Place {
  return { position, municipality, persons }
}
