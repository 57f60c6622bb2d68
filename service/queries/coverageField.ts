import { createHash } from 'node:crypto'
import type { z } from 'zod'
import type { AsOf } from '#api/asOf'
import type { CoverageAsked } from '#api/views/coverage'
import { middleOf } from '#geo/cellGrid'
import type { CostField } from '#geo/costField'
import { toUtm } from '#geo/utm'
import { type Asker, type SharedWork, sharedWork } from '../asker.ts'
import type { Views } from '../projections/views.ts'
import type { AccessMeasure } from '../reach/access.ts'
import type { ReachEngine, Waiting } from '../reach/engine.ts'
import type { Ground } from '../reach/ground.ts'
import type { Measured } from '../reach/reach.ts'
import { remembering } from '../remembering.ts'
import { measuring, placesOf, waitingAs } from './coverageCosts.ts'
import { decayIn, isAccess, shownPer, suppliesOf } from './coverageScores.ts'
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
    isAccess(measure) && JSON.stringify(decayIn(asked)),
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
  const value = async (): Promise<CoverageField['value']> => {
    if (measure === 'nearest') return nearest
    if (measure === 'kth') return await engine.kth(placesOf(supply.sites), k, waiting)
    if (isAccess(measure)) return await scores(engine, supply.sites, ground, asked, measure, waiting)
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

/** Scores of the cells as they are shown, computed in a thread. A person with several places is shared out among them. */
async function scores(
  engine: ReachEngine,
  sites: readonly SupplySite[],
  ground: Ground,
  asked: Asked,
  measure: AccessMeasure,
  waiting: Waiting,
): Promise<Float32Array> {
  const fields = await engine.fields(placesOf(sites), asked.max, waiting)
  const question = { measure, decay: decayIn(asked), max: asked.max, fields, supply: suppliesOf(sites) }
  const score = await ground.access(question, waiting.signal)
  return Float32Array.from(score, (each) => each * shownPer(measure))
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
