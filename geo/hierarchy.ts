import type {
  Area,
  AreaCatalogue,
  County,
  FormerMunicipality,
  IsoDate,
  Municipality,
  Region,
  Validity,
} from './areaCatalogue.ts'

/** Kinds of area that hold on a date. */
export type AreaKind = 'region' | 'county' | 'formerMunicipality' | 'municipality'

/** A municipality's county: one, several where the county line ran through it, or none on that date. */
export type CountyAnswer =
  | { readonly status: 'one'; readonly county: County }
  | { readonly status: 'several'; readonly counties: readonly County[] }
  | { readonly status: 'none' }

/** Who was responsible above the municipality: a county until 2006, a region since 2007. */
export type ParentAnswer = CountyAnswer | { readonly status: 'region'; readonly region: Region }

/** True when the date lies in the half-open period; an unknown end counts as open. */
export function inForce({ validFrom, validTo }: Validity, date: IsoDate): boolean {
  return (validFrom === null || validFrom <= date) && (validTo === null || date < validTo)
}

/** Areas of one kind that hold on the date, by code. */
export function areasInForce(areas: AreaCatalogue, kind: AreaKind, date: IsoDate): readonly Area[] {
  return listOf(areas, kind)
    .filter((area) => inForce(area, date))
    .toSorted((a, b) => (a.code < b.code ? -1 : 1))
}

function listOf(areas: AreaCatalogue, kind: AreaKind): readonly Area[] {
  switch (kind) {
    case 'region':
      return areas.regions
    case 'county':
      return areas.counties
    case 'formerMunicipality':
      return areas.formerMunicipalities
    case 'municipality':
      return areas.municipalities
    default:
      return kind satisfies never
  }
}

/** Today's municipality by its four-digit code. */
export function municipalityOf(areas: AreaCatalogue, code: string): Municipality | undefined {
  return areas.municipalities.find((municipality) => municipality.code === code)
}

/** Region of a municipality on a date; undefined before 2007, for Christiansø and for an unknown code. */
export function regionOf(areas: AreaCatalogue, municipalityCode: string, date: IsoDate): Region | undefined {
  const held = municipalityOf(areas, municipalityCode)?.regions.find((period) => inForce(period, date))
  return held && areas.regions.find((region) => region.code === held.code)
}

/**
 * Regions whose matters a region's bodies have on a date: its own, and once it is in force those that it replaced
 * (S_OST). Empty for a code that is no region's.
 */
export function regionsHeldBy(areas: AreaCatalogue, code: string | null, date: IsoDate): readonly string[] {
  const region = areas.regions.find((one) => one.code === code)
  if (region === undefined) return []
  return inForce(region, date) ? [region.code, ...region.replaces] : [region.code]
}

/** County of today's municipality on a date before 2007; where the county line ran through it, all of them. */
export function countyOf(areas: AreaCatalogue, municipalityCode: string, date: IsoDate): CountyAnswer {
  const codes = municipalityOf(areas, municipalityCode)?.counties.map((county) => county.code) ?? []
  const counties = areas.counties.filter((county) => codes.includes(county.code) && inForce(county, date))
  const [first] = counties
  if (first === undefined) return { status: 'none' }
  return counties.length === 1 ? { status: 'one', county: first } : { status: 'several', counties }
}

/** The county before 2007, the region since. */
export function parentOf(areas: AreaCatalogue, municipalityCode: string, date: IsoDate): ParentAnswer {
  const region = regionOf(areas, municipalityCode, date)
  return region ? { status: 'region', region } : countyOf(areas, municipalityCode, date)
}

/** Codes of the municipalities in a region on a date, ascending. */
export function municipalitiesOfRegion(areas: AreaCatalogue, regionCode: string, date: IsoDate): readonly string[] {
  return areas.municipalities
    .filter(({ regions }) => regions.some((period) => period.code === regionCode && inForce(period, date)))
    .map(({ code }) => code)
    .toSorted()
}

/** Former municipalities that lie wholly or partly in today's municipality, with the county of each. */
export function formerMunicipalitiesOf(areas: AreaCatalogue, municipalityCode: string): readonly FormerMunicipality[] {
  return areas.formerMunicipalities.filter(({ municipalities }) =>
    municipalities.some(({ code }) => code === municipalityCode),
  )
}

/** Inhabitants by the newest figure on or before the date; undefined when there is none that old. */
export function populationOf(
  areas: AreaCatalogue,
  municipalityCode: string,
  date: IsoDate,
): Municipality['population'][number] | undefined {
  return municipalityOf(areas, municipalityCode)?.population.findLast((figure) => figure.date <= date)
}

/** Municipalities of a health council whose members are all known; null for another name. */
export function councilMembers({ healthCouncils }: AreaCatalogue, name: string): readonly string[] | null {
  const council = healthCouncils.known.find((one) => one.name === name)
  return council?.complete === true ? council.municipalities : null
}
