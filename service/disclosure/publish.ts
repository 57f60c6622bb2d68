import type { Area, Hierarchy } from './hierarchy.ts'
import type { PublishedTable } from './published.ts'
import { type Cells, roundedCells } from './roundedCells.ts'
import { protectedCells, type Shields } from './shields.ts'
import type { Tally } from './tally.ts'

/** Counts of one group at one time, by municipality; null where the source has none. */
export interface DataVersion {
  readonly id: string
  readonly counts: ReadonlyMap<string, Tally | null>
}

/**
 * The disclosure gate for counts of persons by area.
 *
 * For every group and data version it publishes ONE table over one fixed hierarchy of areas, the same for everybody. All
 * else that is told about these persons - any other set of municipalities, covered users, caps, shares, what-ifs,
 * tooltips, files - is computed from published tables and public data, by `published.ts` and never from the counts.
 * Whatever is computed from a safe table tells no more than the table: so it is enough that the tables together are safe.
 *
 * Why they are. Hidden municipalities stand in shields (`shields.ts`). A shield has at least two of them, no published
 * total holds some of a shield and not all, and its members are at least `leastShielded` together. So any member
 * can be thought smaller by as much as it is, or larger by all that the others are, with the others making up for it:
 * every published number stays what it is. The attacker's interval for each hidden cell is at least as wide as the shield.
 *
 * Over versions the same holds as long as an attacker who knows which cells did not change, which is more than anybody is
 * told, finds the shield in every version: it stays, with all its members, while any member is what it was. When
 * some change and others do not, the difference of two totals is a sum over the changed ones alone; they must be enough to
 * shield one another, or others that changed and are not yet known are hidden with them. When all have changed, nothing
 * old can be had from anything new, and the shield is made anew. Which cells are hidden beside the small ones is decided
 * by inhabitants, never by the counts, so that the choice tells nothing.
 *
 * An estimate is inhabitants times a published rate, so anyone can multiply for themselves; it is hidden all the same,
 * because four expected persons in a small place read as four persons.
 */
export function publishTables(
  hierarchy: Hierarchy,
  versions: readonly DataVersion[],
  minCell: number,
): readonly PublishedTable[] {
  let before: Shields | null = null
  return versions.map(({ id, counts }) => {
    const cells = roundedCells(hierarchy, counts, minCell)
    const now = protectedCells(hierarchy, cells, before, minCell)
    before = now
    return tableOf(hierarchy, id, cells, now)
  })
}

function tableOf({ areas }: Hierarchy, version: string, cells: Cells, { hidden, totals }: Shields): PublishedTable {
  const told = (code: string) => (hidden.has(code) ? 'hidden' : (cells.count(code) ?? 'unknown'))
  return {
    version,
    municipalities: new Map(cells.codes.map((code) => [code, told(code)])),
    areas: areas.map((area) => ({ ...area, count: totalOf(area, cells, totals) })),
  }
}

function totalOf({ id, municipalities }: Area, { count }: Cells, totals: ReadonlySet<string>) {
  let sum = 0
  for (const code of municipalities) {
    const one = count(code)
    if (one === null) return 'unknown'
    sum += one
  }
  return totals.has(id) ? sum : 'hidden'
}
