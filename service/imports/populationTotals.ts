import type { EffectiveDate } from '#events/time'
import type { AreaCatalogue } from '#geo/areaCatalogue'
import type { CellGrid } from '#geo/cellGrid'
import { areasInForce } from '#geo/hierarchy'
import type { KnownMunicipalities } from './populationPlaces.ts'
import type { PopulationProblem } from './populationProblem.ts'

/** A municipality's people by the import beside the official total. */
export interface MunicipalityTotal {
  readonly code: string
  readonly name: string
  /** FOLK1A; null where there is none. */
  readonly official: number | null
  /** In the cells that are the municipality's on the map. */
  readonly onMap: number
  /** In the rows that name the municipality; null where none does. */
  readonly inFile: number | null
}

export interface Totals {
  /** Date of the official totals. */
  readonly officialOn: string
  readonly municipalities: readonly MunicipalityTotal[]
  /** People on land that belongs to no municipality (Christiansø). */
  readonly inNone: number
}

/** Totals of the import beside those of FOLK1A nearest before the date, else the oldest. */
export function totalsOf(
  { inCells, byCode }: { readonly inCells: Int32Array; readonly byCode: ReadonlyMap<string, number> },
  { grid, areas, on }: { readonly grid: CellGrid; readonly areas: AreaCatalogue; readonly on: EffectiveDate },
): Totals {
  const onMap = new Map<string, number>()
  for (const [cell, people] of inCells.entries()) {
    const code = grid.municipalities[grid.municipality[cell] ?? 0] ?? ''
    onMap.set(code, (onMap.get(code) ?? 0) + people)
  }
  const dates = new Set(areas.municipalities.flatMap(({ population }) => population.map(({ date }) => date)))
  const officialOn = [...dates].toSorted().findLast((date) => date <= on) ?? [...dates].toSorted()[0] ?? on
  const inForce = new Set(areasInForce(areas, 'municipality', on).map(({ code }) => code))
  const municipalities = areas.municipalities
    .filter(({ code }) => inForce.has(code))
    .map(({ code, name, population }) => ({
      code,
      name,
      official: population.find(({ date }) => date === officialOn)?.value ?? null,
      onMap: onMap.get(code) ?? 0,
      inFile: byCode.get(code) ?? null,
    }))
  const inNone = [...onMap].reduce((sum, [code, people]) => (inForce.has(code) ? sum : sum + people), 0)
  return { officialOn, municipalities, inNone }
}

/** Municipalities with inhabitants by FOLK1A and nobody in the file: an import stands for the whole country. */
export function emptyProblem({ municipalities, officialOn }: Totals): PopulationProblem[] {
  const empty = municipalities.filter(({ official, onMap }) => onMap === 0 && (official ?? 0) > 0)
  if (empty.length === 0) return []
  return [
    {
      row: null,
      column: null,
      fault: 'municipality-without-people',
      found: `nobody in ${empty.length}: ${empty.map(({ code, name }) => `${code} ${name}`).join(', ')}`,
      expected: `people in every municipality that has any by FOLK1A, ${officialOn}`,
      proposal: 'deliver the whole country: counted and modelled people are never mixed',
      remedy: 'file',
    },
  ]
}

/** Municipality codes that a file may have on the date, and what became of those until 2006. */
export function knownMunicipalities(areas: AreaCatalogue, on: EffectiveDate): KnownMunicipalities {
  const today = [...areasInForce(areas, 'municipality', on), ...areas.outside].map(({ code }) => code)
  const successors = areas.formerMunicipalities.map(
    ({ code, municipalities }) => [code, municipalities.map((one) => one.code)] as const,
  )
  return { codes: new Set(today), successors: new Map(successors) }
}
