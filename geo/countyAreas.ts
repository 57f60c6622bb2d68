import type { AreaCatalogue, County } from './areaCatalogue.ts'
import { formerMunicipalitiesOf, municipalityOf } from './hierarchy.ts'

/** Municipalities of today that an area of a former county takes in: as a whole, or with a part that is not known here. */
export interface CountyArea {
  readonly whole: readonly string[]
  readonly parts: readonly string[]
}

/** True when two names are of the same county: `Aarhus` is `Århus`, and case and spaces around do not count. */
export function isSameCounty(a: string, b: string): boolean {
  return plain(a) === plain(b)
}

/** A former county by its name; undefined for a name that was no county's. */
function countyNamed(areas: AreaCatalogue, name: string): County | undefined {
  return areas.counties.find((county) => isSameCounty(county.name, name))
}

/**
 * Municipalities of an area that was agreed in a county. With `codes` it is those: a municipality that the county line ran
 * through is taken in with its part of the county only. Without `codes` it is the county as a whole, which is a guess.
 */
export function countyArea(areas: AreaCatalogue, county: string, codes: readonly string[]): CountyArea {
  const known = countyNamed(areas, county)
  if (codes.length === 0) return { whole: known?.municipalitiesWhole ?? [], parts: known?.municipalitiesPart ?? [] }
  const isPart = (code: string) => known?.municipalitiesPart.includes(code) ?? false
  return { whole: codes.filter((code) => !isPart(code)), parts: codes.filter(isPart) }
}

/**
 * Names of the former counties that a place in today's municipality can have lain in on 2006-12-31, ascending. One where
 * the municipality lay in one county, or where a former municipality in it is named by the place's town or text; several
 * where neither settles it; none for a code that is unknown. A postal town is taken for the former municipality of its name
 * (ASSUMPTION).
 */
export function formerCountiesAt(
  areas: AreaCatalogue,
  place: { readonly municipality: string; readonly town: string | null; readonly text: string },
): readonly string[] {
  const codes = municipalityOf(areas, place.municipality)?.counties.map(({ code }) => code) ?? []
  const names = (found: readonly string[]) =>
    areas.counties
      .filter(({ code }) => found.includes(code))
      .map(({ name }) => name)
      .toSorted()
  if (codes.length < 2) return names(codes)
  const said = formerMunicipalitiesOf(areas, place.municipality).filter(({ name }) => says(place, name))
  const told = [...new Set(said.map(({ county }) => county))]
  return names(told.length === 1 ? told : codes)
}

/** True when the town is the former municipality, or, without a town, when the address ends with its name. */
function says({ town, text }: { readonly town: string | null; readonly text: string }, name: string): boolean {
  if (town !== null && town.trim() !== '') return plain(town) === plain(name)
  return plain(text).endsWith(` ${plain(name)}`)
}

function plain(text: string): string {
  return text.trim().toLowerCase().replaceAll('aa', 'å')
}
