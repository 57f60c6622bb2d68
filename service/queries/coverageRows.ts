import type { AsOf } from '#api/asOf'
import type { CoverageLook, CoverageRow } from '#api/views/coverage'
import { MunicipalityCode, RegionCode } from '#events/identifiers'
import type { AreaCatalogue } from '#geo/areaCatalogue'
import { quantileClasses } from '#geo/choropleth'
import { gini, palma, type Weighted, worstOffTenth } from '#geo/equity'
import { regionOf } from '#geo/hierarchy'
import { type Asked, type CoverageField, within } from './coverageField.ts'
import { isAccess } from './coverageScores.ts'
import type { AnswerOf } from './query.ts'

type Answer = AnswerOf<'coverage'>
type Reached = Answer['total']
/** A row without the users of a group. */
type Row = Omit<CoverageRow, 'users'>

/** Sums over the people of some cells. */
interface Sums {
  people: number
  within: number
  beyond: number
  unreachable: number
  offerOnly: number
  cost: number
  /** People whose measure has a value, and the sum of it over them. */
  valued: number
  value: number
  /** The sum of it over the cells. */
  fallen: number
}

const none = (): Sums => ({
  people: 0,
  within: 0,
  beyond: 0,
  unreachable: 0,
  offerOnly: 0,
  cost: 0,
  valued: 0,
  value: 0,
  fallen: 0,
})

/** Each municipality of the region, or of the country, with its people by reach; and all of them together. */
export function rowsOf(
  field: CoverageField,
  asked: Asked,
  areas: AreaCatalogue,
  at: AsOf,
  region: RegionCode | undefined,
): { readonly rows: Row[]; readonly total: Reached } {
  const { municipalities } = field.ground.grid
  const sums = sumsOf(field, municipalities.length)
  const all = none()
  const rows = municipalities.flatMap((code, index): Row[] => {
    const known = areas.municipalities.find((one) => one.code === code)
    const sum = sums[index]
    const of = RegionCode.nullable().parse(regionOf(areas, code, at.effectiveOn)?.code ?? null)
    if (known === undefined || sum === undefined || (region !== undefined && of !== region)) return []
    for (const key of Object.keys(all) as (keyof Sums)[]) all[key] += sum[key]
    const persons = new Set(field.supply.sites.flatMap((site) => (site.municipality === code ? site.persons : [])))
    const said = reached(sum, asked)
    return [
      {
        municipality: MunicipalityCode.parse(code),
        name: known.name,
        region: of,
        persons: persons.size,
        ...said,
        look: lookOf(field, asked, said),
      },
    ]
  })
  return { rows, total: reached(all, asked) }
}

function sumsOf({ ground, nearest, reached: how, value }: CoverageField, areas: number): Sums[] {
  const sums = Array.from({ length: areas }, none)
  for (let cell = 0; cell < nearest.length; cell += 1) {
    const sum = sums[ground.grid.municipality[cell] ?? -1]
    const count = ground.population[cell] ?? 0
    if (sum === undefined || count === 0) continue
    const cost = nearest[cell] ?? Number.POSITIVE_INFINITY
    sum.people += count
    if (!Number.isFinite(cost)) sum.unreachable += count
    else {
      sum[how[cell] === within.practice ? 'within' : 'beyond'] += count
      sum.cost += cost * count
    }
    if (how[cell] === within.offer) sum.offerOnly += count
    const one = value[cell] ?? Number.POSITIVE_INFINITY
    if (!Number.isFinite(one)) continue
    sum.valued += count
    sum.value += one * count
    sum.fallen += one
  }
  return sums
}

/** Covered share of the inhabitants, with municipal offers where they were asked for; 0 where nobody lives. */
export function coveredShare({ people, within: near, withinWithOffers }: Reached, { offers }: Asked): number {
  return people === 0 ? 0 : (offers === 'with' ? withinWithOffers : near) / people
}

function reached(sum: Sums, { measure, offers }: Asked): Reached {
  const { people, within: near, beyond, unreachable, offerOnly } = sum
  const reaching = near + beyond
  const counted = offers === 'with' ? near + offerOnly : near
  const share = people === 0 ? null : near / people
  return {
    people,
    within: near,
    beyond,
    unreachable,
    share,
    withinWithOffers: near + offerOnly,
    meanCost: reaching === 0 ? null : sum.cost / reaching,
    value: measure === 'share' ? (people === 0 ? null : counted / people) : shownValue(sum, measure),
  }
}

/** The mean over the people; of what falls to them the sum, since that is of the square and not of each. */
function shownValue({ valued, value, fallen }: Sums, measure: Asked['measure']): number | null {
  if (valued === 0) return null
  return measure === 'availability' ? fallen : value / valued
}

/** What is not recorded is not zero, and where no way leads is neither. */
function lookOf({ supply }: CoverageField, { measure }: Asked, { people, unreachable, value }: Reached): CoverageLook {
  if (!supply.recorded || people === 0) return 'unknown'
  const isScore = measure === 'share' || isAccess(measure)
  if (value !== null && value > 0) return 'known'
  // Nobody counts anywhere: there is no way to miss.
  if (supply.sites.length === 0) return isScore ? 'zero' : 'unknown'
  if (unreachable === people || value === null) return 'unreachable'
  return isScore ? 'zero' : 'known'
}

/** Limits of classes that are the same for every group, date and area, so that one colour means one thing. */
const fixed = { share: [0.2, 0.4, 0.6, 0.8, 0.95], cost: [10, 20, 30, 40, 50] } as const
const classes = 5

/** Class limits of the measure: fixed where the scale is its own, quantiles of the areas where it has none. */
export function classesOf({ measure }: Asked, rows: readonly Row[]): Pick<Answer, 'breaks' | 'method'> {
  if (!isAccess(measure)) return { breaks: [...fixed[measure === 'share' ? 'share' : 'cost']], method: 'fixed' }
  const values = rows.flatMap(({ value }) => (value === null || value === 0 ? [] : [value]))
  return { breaks: [...quantileClasses(values, classes).thresholds], method: 'quantile' }
}

/** How unequally the people of the rows' municipalities have it. */
export function equityOf(field: CoverageField, { measure }: Asked, rows: readonly Row[]): Answer['equity'] {
  const { ground, nearest, value } = field
  const inside = new Set<string>(rows.map(({ municipality }) => municipality))
  const isInside = ground.grid.municipalities.map((code) => inside.has(code))
  const isScore = isAccess(measure)
  const over = measure === 'share' ? nearest : value
  let leftOut = 0
  const of: Weighted[] = []
  for (const [cell, people] of ground.population.entries()) {
    if (people === 0 || isInside[ground.grid.municipality[cell] ?? -1] !== true) continue
    const told = over[cell] ?? Number.POSITIVE_INFINITY
    // What falls to a square is shared by its people.
    const one = measure === 'availability' ? told / people : told
    if (Number.isFinite(one)) of.push({ value: one, people })
    else leftOut += people
  }
  const ratio = palma(of)
  const worst = isScore ? worstOffTenth(of) : farthestTenth(of)
  return {
    of: isScore ? 'score' : 'cost',
    overNearest: measure === 'share',
    worstTenth: worst,
    gini: gini(of),
    palma: ratio === null || !Number.isFinite(ratio) ? null : ratio,
    leftOut,
  }
}

/** Of costs the highest are the worst. */
function farthestTenth(of: readonly Weighted[]): number | null {
  const least = worstOffTenth(of.map(({ value, people }) => ({ value: -value, people })))
  return least === null ? null : -least
}
