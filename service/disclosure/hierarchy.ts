import type { AreaCatalogue } from '#geo/areaCatalogue'

/** An area that a total is published for. */
export interface Area {
  /** `council:<name>`, `region:<code>` or `country`. */
  readonly id: string
  readonly municipalities: ReadonlySet<string>
}

/**
 * The areas of every published table: each lies within each other one or apart from it. It is the same for every group,
 * date and role, so that no two tables are of areas that could be subtracted from each other: both the five regions and the
 * one that replaces two of them are in it.
 */
export interface Hierarchy {
  /** Codes of municipalities, those with the fewest inhabitants first. */
  readonly municipalities: readonly string[]
  /** The smaller first; the country last. */
  readonly areas: readonly Area[]
  /** Areas whose totals are rounded before their municipalities are: the regions as they were before they merged. */
  readonly rounded: readonly Area[]
}

/** Municipality, health council, region, country. Only councils whose members are all known have a total. */
export function areaHierarchy(areas: AreaCatalogue): Hierarchy {
  const inhabitants = new Map(areas.municipalities.map(({ code, population }) => [code, population[0]?.value ?? 0]))
  const of = (region: string) =>
    areas.municipalities.filter(({ regions }) => regions.some(({ code }) => code === region)).map(({ code }) => code)
  const regions = areas.regions.map(({ code }) => area(regionArea(code), of(code)))
  const councils = areas.healthCouncils.known.flatMap(({ name, municipalities, complete }) =>
    complete && municipalities !== null ? [area(councilArea(name), municipalities)] : [],
  )
  const country = area(
    countryArea,
    areas.municipalities.map(({ code }) => code),
  )
  const merged = new Set(
    areas.regions.filter(({ replaces }) => replaces.length > 0).map(({ code }) => regionArea(code)),
  )
  return {
    municipalities: [...inhabitants.keys()].toSorted(
      (a, b) => (inhabitants.get(a) ?? 0) - (inhabitants.get(b) ?? 0) || a.localeCompare(b),
    ),
    areas: [...councils, ...regions, country].toSorted((a, b) => a.municipalities.size - b.municipalities.size),
    rounded: regions.filter(({ id }) => !merged.has(id)),
  }
}

/** Names of areas in a hierarchy. */
export function regionArea(code: string): string {
  return `region:${code}`
}
export function councilArea(name: string): string {
  return `council:${name}`
}
export const countryArea = 'country'

function area(id: string, municipalities: readonly string[]): Area {
  return { id, municipalities: new Set(municipalities) }
}
