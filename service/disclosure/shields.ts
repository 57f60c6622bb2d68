import type { Area, Hierarchy } from './hierarchy.ts'
import type { Cells } from './roundedCells.ts'

/**
 * Municipalities that hide one another (see `publish.ts`): what they were in the last version that told of them, and the
 * least that each has been since they hide one another.
 */
interface Shield {
  readonly members: readonly string[]
  readonly was: ReadonlyMap<string, number>
  readonly lowest: ReadonlyMap<string, number>
}

/** What one version hides, and what the next one has to know of it. */
export interface Shields {
  /** Municipalities whose counts are hidden. */
  readonly hidden: ReadonlySet<string>
  /** Areas whose totals are told, where they are known. */
  readonly totals: ReadonlySet<string>
  readonly shields: readonly Shield[]
  /** Counts that were told and have not been told to be another since. */
  readonly told: ReadonlyMap<string, number>
}

/**
 * What a shield must hold together. With this much, a small cell next to one that is not small could still be anything
 * below the smallest cell, even to somebody who knows which of them is the small one.
 */
export function leastShielded(minCell: number): number {
  return 2 * minCell - 1
}

/** Municipalities that have to be hidden together; `fresh` are those that no older total says anything about. */
interface Wanting {
  readonly members: readonly string[]
  readonly fresh: readonly string[]
}

/** A shield of which some changed and that stands all the same; it can also be made anew with others. */
interface Leaning extends Wanting {
  readonly shield: Shield
}

/**
 * What a version hides: its small cells, what was hidden before and could be told by subtraction, and as many others as
 * it takes, looked for in the smallest area that has them. An area that has too few is hidden whole and leaves it to the
 * next larger one; where even the country has too few, nothing of the version is told.
 * @param leans whether a shield may stand when some of it changed and the rest does not. Not where a cell has a known upper
 * bound besides the total: what changed by as much as it can be would be told by the difference.
 */
export function protectedCells(
  { municipalities, areas }: Hierarchy,
  cells: Cells,
  before: Shields | null,
  minCell: number,
  leans = true,
): Shields {
  const { kept, leaning, wanting } = standing(municipalities, cells, before, leans ? leastShielded(minCell) : null)
  const shields: Shield[] = [...kept]
  let own = leaning
  const taken = new Set([...kept, ...leaning, ...wanting].flatMap(({ members }) => members))
  const isFree = (code: string) => {
    const count = cells.count(code)
    return count !== null && !taken.has(code) && before?.told.get(code) !== cells.exact(code)
  }
  let open = wanting
  for (const { municipalities: inside } of areas.filter((area) => isKnown(area, cells))) {
    const isInside = ({ members }: { readonly members: readonly string[] }) => members.every((code) => inside.has(code))
    const here = open.filter(isInside)
    if (here.length === 0) continue
    const free = municipalities.filter((code) => inside.has(code) && isFree(code))
    // Shields that could stand as they are help too, with what changed in them.
    const near = own.filter(isInside)
    const alone = helpersOf(here, free, cells, minCell)
    const helpers = alone ?? helpersOf([...here, ...near], free, cells, minCell)
    const joining = alone === null && helpers !== null ? near : []
    const together = joined([...here, ...joining], helpers ?? free)
    for (const code of together.members) taken.add(code)
    open = open.filter((one) => !here.includes(one))
    own = own.filter((one) => !joining.includes(one))
    if (helpers === null) open = [...open, together]
    else shields.push(shieldOf(together.members, cells))
  }
  shields.push(...own.map(({ shield }) => shield))
  if (open.length > 0 && areas.every((area) => isKnown(area, cells))) return nothingTold(municipalities, cells, before)
  // No known total is around these. What was once hidden together stays so for the versions to come.
  const bare = new Set(open.flatMap(({ members }) => members))
  const resting = (before?.shields ?? []).filter(({ members }) => members.some((code) => bare.has(code)))
  const standingShields = [...shields, ...resting]
  const hidden = [...bare, ...standingShields.flatMap(({ members }) => members)]
  const isTold = ({ municipalities: inside }: Area) =>
    [...bare].every((code) => !inside.has(code)) &&
    standingShields.every(({ members }) => new Set(members.map((code) => inside.has(code))).size === 1)
  return {
    hidden: new Set(hidden.filter((code) => cells.count(code) !== null)),
    totals: new Set(areas.filter(isTold).map(({ id }) => id)),
    shields: standingShields,
    told: toldAfter(before, cells, new Set(hidden)),
  }
}

function joined(wanting: readonly Wanting[], more: readonly string[]): Wanting {
  return {
    members: [...wanting.flatMap(({ members }) => members), ...more],
    fresh: [...wanting.flatMap(({ fresh }) => fresh), ...more],
  }
}

function nothingTold(municipalities: readonly string[], cells: Cells, before: Shields | null): Shields {
  const hidden = new Set(municipalities.filter((code) => cells.count(code) !== null))
  return { hidden, totals: new Set(), shields: before?.shields ?? [], told: toldAfter(before, cells, hidden) }
}

/** Shields that stand as they are, and what needs a new one; null where none may stand that changed in part. */
function standing(codes: readonly string[], cells: Cells, before: Shields | null, enough: number | null) {
  const kept: Shield[] = []
  const leaning: Leaning[] = []
  const wanting: Wanting[] = []
  for (const shield of before?.shields ?? []) {
    const { members, was } = shield
    const isUnknown = members.some((code) => cells.count(code) === null)
    const fresh = members.filter((code) => cells.exact(code) !== was.get(code))
    if (isUnknown || fresh.length === 0) kept.push(shield)
    else if (fresh.length < members.length) {
      // Whatever is exchanged in every version alike changes no total: enough, if there is enough of it in the leanest.
      const still = shieldOf(members, cells, shield)
      const together = [...still.lowest.values()].reduce((sum, count) => sum + count, 0)
      if (enough !== null && together >= enough) leaning.push({ members, fresh, shield: still })
      else wanting.push({ members, fresh })
    }
  }
  const inShield = new Set([...kept, ...leaning, ...wanting].flatMap(({ members }) => members))
  for (const code of codes)
    if (cells.isSmall(code) && !inShield.has(code)) wanting.push({ members: [code], fresh: [code] })
  return { kept, leaning, wanting }
}

/**
 * The first free cells that make the shield strong enough; null where there are too few. What a helper is above the
 * smallest cell counts: it is known to be no less, so only that much can be exchanged with the small ones, even by
 * somebody who knows which are which. Many small cells need no helper when each could be anything small while the others
 * make up for it.
 */
function helpersOf(
  wanting: readonly Wanting[],
  free: readonly string[],
  { count, isSmall }: Cells,
  minCell: number,
): readonly string[] | null {
  const fresh = wanting.flatMap((one) => one.fresh)
  const sumOf = (codes: readonly string[]) => codes.reduce((sum, code) => sum + (count(code) ?? 0), 0)
  const small = fresh.filter(isSmall)
  const together = sumOf(small)
  if (together >= leastShielded(minCell) && together <= (small.length - 1) * (minCell - 1)) return []
  let spare = sumOf(fresh)
  for (const [index, code] of free.entries()) {
    spare += (count(code) ?? 0) - minCell
    if (spare >= minCell - 1) return free.slice(0, index + 1)
  }
  return null
}

function isKnown({ municipalities }: Area, { count }: Cells): boolean {
  return [...municipalities].every((code) => count(code) !== null)
}

/** The municipalities as they are now, and never more than they were in an older shield of the same. */
function shieldOf(members: readonly string[], { exact, count }: Cells, older?: Shield): Shield {
  const least = (code: string) => Math.min(count(code) ?? 0, older?.lowest.get(code) ?? Number.POSITIVE_INFINITY)
  return {
    members,
    was: new Map(members.map((code) => [code, exact(code) ?? 0])),
    lowest: new Map(members.map((code) => [code, least(code)])),
  }
}

function toldAfter(before: Shields | null, { codes, exact }: Cells, hidden: ReadonlySet<string>) {
  const told = new Map(before?.told)
  for (const code of codes) {
    const now = exact(code)
    if (now === null) continue
    // Hidden now, but known to whoever knows that it is what it was.
    if (!hidden.has(code)) told.set(code, now)
    else if (told.get(code) !== now) told.delete(code)
  }
  return told
}
