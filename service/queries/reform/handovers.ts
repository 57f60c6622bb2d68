import { RegionCode } from '#events/identifiers'
import type { EffectiveDate } from '#events/time'
import type { AreaCatalogue } from '#geo/areaCatalogue'
import { regionOf } from '#geo/hierarchy'
import { municipalitiesOn } from '../drawnMunicipalities.ts'

/** A municipality with its region on each of two dates; null where there is none. */
interface Moved {
  readonly code: string
  readonly name: string
  readonly before: RegionCode | null
  readonly after: RegionCode | null
}

/** Regions of two dates that have municipalities in common with each other and with no others. */
export interface Group {
  readonly before: readonly RegionCode[]
  readonly after: readonly RegionCode[]
  readonly municipalities: readonly Moved[]
}

/** Every municipality of the second date with its region on each of the two. */
export function movesBetween(areas: AreaCatalogue, from: EffectiveDate, to: EffectiveDate): readonly Moved[] {
  const region = (code: string, on: EffectiveDate) =>
    RegionCode.nullable().parse(regionOf(areas, code, on)?.code ?? null)
  return municipalitiesOn(areas, to).municipalities.map(({ code, name }) => ({
    code,
    name,
    before: region(code, from),
    after: region(code, to),
  }))
}

/**
 * The municipalities in groups, so that no region is in two: a merger or a split is one group, and so is a region that
 * stays as it is. A municipality without a region on both dates is in none.
 */
export function groupsOf(moves: readonly Moved[]): readonly Group[] {
  const groups: { before: Set<RegionCode>; after: Set<RegionCode>; municipalities: Moved[] }[] = []
  for (const move of moves) {
    const { before, after } = move
    if (before === null && after === null) continue
    const met = groups.filter(
      (group) => (before !== null && group.before.has(before)) || (after !== null && group.after.has(after)),
    )
    const [first = { before: new Set(), after: new Set(), municipalities: [] }, ...others] = met
    if (met.length === 0) groups.push(first)
    for (const other of others) {
      for (const code of other.before) first.before.add(code)
      for (const code of other.after) first.after.add(code)
      first.municipalities.push(...other.municipalities)
      groups.splice(groups.indexOf(other), 1)
    }
    if (before !== null) first.before.add(before)
    if (after !== null) first.after.add(after)
    first.municipalities.push(move)
  }
  return groups.map(({ before, after, municipalities }) => ({
    before: [...before].toSorted(),
    after: [...after].toSorted(),
    municipalities: municipalities.toSorted((a, b) => a.code.localeCompare(b.code)),
  }))
}

/** True when nothing of the group lies with another region afterwards. */
export function isUnchanged({ municipalities }: Group): boolean {
  return municipalities.every(({ before, after }) => before === after)
}
