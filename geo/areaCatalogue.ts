/** A calendar date `YYYY-MM-DD`; compares as text. */
export type IsoDate = string

/** Half-open: `validFrom` counts, `validTo` does not. `null` is open, or not known. */
export type Validity = { readonly validFrom: IsoDate | null; readonly validTo: IsoDate | null }

export type Area = Validity & { readonly code: string; readonly name: string }

export type Region = Area & {
  /** Where the code was read; ASSUMPTION marks a code of our own or one inferred from its series. */
  readonly codeSource: string
  readonly iso3166_2: string | null
  readonly nuts2: string | null
  /** Codes of the regions merged into this one. */
  readonly replaces: readonly string[]
  readonly sources: readonly string[]
}

/** County (amt) until 2006. Municipalities are today's: wholly or only partly in the former county. */
export type County = Area & {
  readonly kind: string
  readonly municipalitiesWhole: readonly string[]
  readonly municipalitiesPart: readonly string[]
  readonly sources: readonly string[]
}

/** Municipality until 2006, with today's municipalities; `onlyPart` when it was divided between several. */
export type FormerMunicipality = Area & {
  readonly county: string
  readonly municipalities: readonly { readonly code: string; readonly onlyPart: boolean }[]
}

export type Municipality = Area & {
  readonly aliases: readonly string[]
  /** Total area in km2, lakes included (ARE207). */
  readonly areaKm2: number
  /** Inhabitants on a date (FOLK1A), oldest first. */
  readonly population: readonly { readonly date: IsoDate; readonly value: number; readonly source: string }[]
  readonly regions: readonly (Validity & { readonly code: string })[]
  readonly province: { readonly nuts3: string; readonly name: string }
  /** Health council (sundhedsråd); `null` where no source named the municipality's. */
  readonly healthCouncil: { readonly name: string; readonly sources: readonly string[] } | null
  readonly islandWithoutFixedLink: boolean
  readonly counties: readonly { readonly code: string; readonly formerMunicipalities: readonly string[] }[]
}

export type HealthCouncil = {
  readonly name: string
  readonly region: string
  /** Known members; `null` where none was found. Only a `complete` list may be taken as the whole. */
  readonly municipalities: readonly string[] | null
  readonly complete: boolean
  readonly sources: readonly string[]
}

/** What `boundaries/areas.json` holds. */
export type AreaCatalogue = {
  readonly compiledOn: IsoDate
  /** Sources of the fields that every municipality has. */
  readonly fields: Readonly<Record<string, readonly string[]>>
  readonly regions: readonly Region[]
  readonly counties: readonly County[]
  readonly formerMunicipalities: readonly FormerMunicipality[]
  readonly municipalities: readonly Municipality[]
  /** Land that belongs to no municipality and no region (Christiansø). */
  readonly outside: readonly { readonly code: string; readonly name: string; readonly sources: readonly string[] }[]
  readonly healthCouncils: {
    readonly total: number
    readonly totalSources: readonly string[]
    readonly validFrom: IsoDate
    readonly known: readonly HealthCouncil[]
  }
  readonly sources: Readonly<Record<string, AreaSource>>
}

export type AreaSource = {
  readonly kind: string
  readonly url?: string
  readonly title?: string
  readonly licence?: string
  readonly readThrough?: readonly string[]
}

const LISTS = ['regions', 'counties', 'formerMunicipalities', 'municipalities', 'outside'] as const

/**
 * The parsed text of `boundaries/areas.json` as a catalogue.
 * Throws a TypeError that names the list which is missing or holds an area without a code and a name.
 */
export function areaCatalogue(json: unknown): AreaCatalogue {
  for (const list of LISTS) {
    const areas = field(json, list)
    const named = Array.isArray(areas) && areas.length > 0 && areas.every(isNamed)
    if (!named) throw new TypeError(`areas.json: expected ${list} to be a list of areas with code and name`)
  }
  // The file is committed and its contents are checked by tests; here only a wrong file is told apart.
  return json as AreaCatalogue
}

function isNamed(area: unknown): boolean {
  return typeof field(area, 'code') === 'string' && typeof field(area, 'name') === 'string'
}

function field(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null
    ? Object.entries(value).find(([name]) => name === key)?.[1]
    : undefined
}
