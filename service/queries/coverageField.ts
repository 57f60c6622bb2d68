import { createHash } from 'node:crypto'
import type { z } from 'zod'
import type { AsOf } from '#api/asOf'
import type { CoverageAsked } from '#api/views/coverage'
import { bandedField, twoStepByBands } from '#geo/bands'
import { middleOf } from '#geo/cellGrid'
import type { CostField } from '#geo/costField'
import { toUtm } from '#geo/utm'
import { type Asker, type SharedWork, sharedWork } from '../asker.ts'
import type { Views } from '../projections/views.ts'
import type { ReachEngine, Waiting } from '../reach/engine.ts'
import type { Ground } from '../reach/ground.ts'
import type { Measured } from '../reach/reach.ts'
import { remembering } from '../remembering.ts'
import { measuring, placesOf, waitingAs } from './coverageCosts.ts'
import { type Supply, type SupplySite, supplyFor } from './coverageSupply.ts'
import { groundInForce } from './groundInForce.ts'
import type { World } from './query.ts'

/** What coverage is asked for, apart from the moment and the area. */
export type Asked = Omit<z.infer<typeof CoverageAsked>, 'asOf' | 'asKnownAt' | 'scenario'>

/** The whole country measured once: what the map, its table, its squares and the inspector all read. */
export interface CoverageField {
  readonly ground: Ground
  readonly supply: Supply
  readonly engine: ReachEngine['kind']
  readonly detourHundredths: number | null
  /** Cost of every cell's nearest counted place. */
  readonly nearest: Float32Array | Float64Array
  /** Every cell: `within` the limit of a counted place, of a municipal offer alone, or of neither. */
  readonly reached: Uint8Array
  /** The measure in every cell; infinite where no way leads to as many as it takes. */
  readonly value: Float32Array | Float64Array
  readonly bands: readonly { readonly upTo: number; readonly weight: number }[]
}

/** Values of `reached`. */
export const within = { none: 0, practice: 1, offer: 2 } as const

/** Fields kept for each views, half a megabyte each. */
const kept = 24
const fields = new WeakMap<Views, ReturnType<typeof remembering<SharedWork<CoverageField>>>>()

/** The field of a question, and which engine measured it. */
export async function coverageField(
  views: Views,
  at: AsOf,
  asked: Asked,
  detourHundredths: number,
  world: World,
): Promise<Measured<CoverageField>> {
  const ground = await groundInForce(views, at, world)
  return await measuring(
    asked.unit,
    ground,
    detourHundredths,
    async (engine) => await coverageFieldBy(engine, ground, views, at, asked, detourHundredths, world),
  )
}

/** The field by one engine. Everybody who asks the same at the same commit gets the same one; it is given up when all have gone. */
export async function coverageFieldBy(
  engine: ReachEngine,
  ground: Ground,
  views: Views,
  at: AsOf,
  asked: Asked,
  detourHundredths: number,
  world: World,
): Promise<CoverageField> {
  const { asker = {} } = world
  const version = await engine.version(waitingAs(asker))
  const remembered = fields.get(views) ?? remembering<SharedWork<CoverageField>>(kept)
  fields.set(views, remembered)
  const { group, service, max, unit, measure, k } = asked
  const isRanked = measure === 'kth'
  const key = [
    views.version(),
    at.effectiveOn,
    at.recordedAt,
    group,
    service,
    max,
    unit,
    measure,
    isRanked && k,
    detourHundredths,
    engine.kind,
    version,
  ].join()
  const shared = remembered(key, () =>
    sharedWork(async (all) => await measured(engine, ground, views, at, asked, detourHundredths, world, all)),
  )
  return await shared.join(asker)
}

async function measured(
  engine: ReachEngine,
  ground: Ground,
  views: Views,
  at: AsOf,
  asked: Asked,
  detourHundredths: number,
  world: World,
  asker: Asker,
): Promise<CoverageField> {
  const { max, measure, k } = asked
  const waiting = waitingAs(asker)
  const supply = supplyFor(views, at, asked, world)
  const { cost: nearest } = await engine.nearest(placesOf(supply.sites), waiting)
  const reached = await reachedBy(supply, engine, ground, nearest, max, waiting)
  const bands = bandsOf(max)
  const value = async (): Promise<CoverageField['value']> => {
    if (measure === 'nearest') return nearest
    if (measure === 'kth') return await engine.kth(placesOf(supply.sites), k, waiting)
    if (measure === 'crowding') return await crowding(engine, supply.sites, ground.population, bands, waiting)
    return Float32Array.from(reached, (how) => (how === within.practice ? 1 : 0))
  }
  return {
    ground,
    supply,
    engine: engine.kind,
    detourHundredths: engine.kind === 'greatCircle' ? detourHundredths : null,
    nearest,
    reached,
    value: await value(),
    bands,
  }
}

/** Which cells are within the limit, itself included. Who drives out covers as far as they drive. */
async function reachedBy(
  { sites, offers }: Supply,
  engine: ReachEngine,
  ground: Ground,
  nearest: CoverageField['nearest'],
  max: number,
  waiting: Waiting,
): Promise<Uint8Array> {
  const reached = new Uint8Array(nearest.length)
  if (offers.length > 0)
    for (const [cell, cost] of (await engine.nearest(placesOf(offers), waiting)).cost.entries())
      if (cost <= max) reached[cell] = within.offer
  if (sites.every(({ radiusKm }) => radiusKm === null)) {
    for (const [cell, cost] of nearest.entries()) if (cost <= max) reached[cell] = within.practice
    return reached
  }
  for (const [index, field] of (await engine.fields(placesOf(sites), max, waiting)).entries()) {
    const site = sites[index]
    if (site !== undefined) coverAround(ground, site, field, reached)
  }
  return reached
}

function coverAround(
  ground: Ground,
  { position, radiusKm }: SupplySite,
  { cells }: CostField,
  reached: Uint8Array,
): void {
  const [x, y] = toUtm(position)
  for (const cell of cells) {
    const [cx, cy] = middleOf(ground.grid, cell)
    if (radiusKm === null || Math.hypot(cx - x, cy - y) <= radiusKm * 1000) reached[cell] = within.practice
  }
}

/** Bands of E2SFCA: the weights of Luo & Qi (2009) at a third, two thirds and the whole of the limit. */
function bandsOf(max: number) {
  return [
    { upTo: max / 3, weight: 1 },
    { upTo: (2 * max) / 3, weight: 0.68 },
    { upTo: max, weight: 0.22 },
  ] as const
}

/** Supply per 10,000 inhabitants by E2SFCA. A person with several places is shared out among them. */
async function crowding(
  engine: ReachEngine,
  sites: readonly SupplySite[],
  population: Int32Array,
  bands: CoverageField['bands'],
  waiting: Waiting,
): Promise<Float32Array> {
  const limit = bands.at(-1)?.upTo ?? 0
  const fields = (await engine.fields(placesOf(sites), limit, waiting)).map((field) => bandedField(field, bands))
  const score = twoStepByBands(population.length, fields, bands, population, suppliesOf(sites))
  return Float32Array.from(score, (each) => each * 10_000)
}

/** Persons at each place; who works at several is shared out evenly among them. */
export function suppliesOf(sites: readonly Pick<SupplySite, 'persons'>[]): number[] {
  const places = new Map<string, number>()
  for (const person of sites.flatMap(({ persons }) => persons)) places.set(person, (places.get(person) ?? 0) + 1)
  return sites.map(({ persons }) => persons.reduce((sum, person) => sum + 1 / (places.get(person) ?? 1), 0))
}

const names = new WeakMap<Ground, string>()

/** Names the people and the ways of a ground by their content: the same name, the same figures. */
export function groundName(ground: Ground): string {
  const known = names.get(ground)
  if (known !== undefined) return known
  const hash = createHash('sha256')
  for (const part of [ground.population, ground.surface.to, ground.surface.minutes])
    hash.update(new Uint8Array(part.buffer, part.byteOffset, part.byteLength))
  const name = hash.digest('hex').slice(0, 12)
  names.set(ground, name)
  return name
}
