import type { Feature } from 'geojson'
import { z } from 'zod'
import { CapacityUnit } from '#api/views/register'
import { MunicipalityCode, RegionCode } from '#events/identifiers'
import type { MunicipalityFeature } from '#geo/position'
import { boundariesInForce } from '../queries/boundaries.ts'
import { municipalityFigures } from '../queries/municipalityFigures.ts'
import { regimeOn, unitOf } from '../rules/regime.ts'
import type { BBox, Collection } from './collection.ts'

const Properties = z.object({
  code: MunicipalityCode,
  name: z.string(),
  region: RegionCode.nullable(),
  population: z.int().nullable(),
  capacity: z.int().nullable(),
  unit: CapacityUnit,
  per10000: z.number().nullable().meta({ description: 'Whole hours or units per 10,000 inhabitants' }),
  clinics: z.int(),
  providers: z.int(),
  ridingSchools: z.int(),
  idleRidingSchools: z.int().meta({ description: 'Riding schools without permitted or begun hours' }),
  ridingHoursTenths: z.int().meta({ description: 'Permitted and begun' }),
  synthetic: z.boolean(),
})

/** Municipalities in the shapes that hold on the date, with their figures. */
export const municipalities: Collection = {
  id: 'municipalities',
  title: { da: 'Kommuner', en: 'Municipalities' },
  action: 'map.read',
  properties: Properties,
  dependsOn: ['practice', 'riding', 'geography'],
  *features(views, at, scope, world, within) {
    const { features } = boundariesInForce(views, at, world.geography).shapes.features()
    const figures = new Map(municipalityFigures(views, at, scope, world).map((row) => [String(row.code), row]))
    const [unit, synthetic] = [unitOf(regimeOn(at.effectiveOn)), views.synthetic()]
    for (const shape of features) {
      const row = figures.get(shape.properties.code)
      if (row === undefined || !overlaps(boxOf(shape), within)) continue
      // Findings are the asker's own and stay out of what is exported.
      const { findings: _, ...figure } = row
      const properties: z.infer<typeof Properties> = { ...figure, unit, synthetic }
      const feature: Feature = { type: 'Feature', id: Number(row.code), geometry: shape.geometry, properties }
      yield feature
    }
  },
}

const boxes = new WeakMap<MunicipalityFeature, BBox>()

function boxOf(shape: MunicipalityFeature): BBox {
  const known = boxes.get(shape)
  if (known !== undefined) return known
  const { geometry } = shape
  const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates
  let [west, south, east, north] = [180, 90, -180, -90]
  for (const [lng = 0, lat = 0] of polygons.flatMap(([outer = []]) => outer)) {
    west = Math.min(west, lng)
    south = Math.min(south, lat)
    east = Math.max(east, lng)
    north = Math.max(north, lat)
  }
  const box: BBox = [west, south, east, north]
  boxes.set(shape, box)
  return box
}

function overlaps(box: BBox, within: BBox | undefined): boolean {
  return (
    within === undefined || (box[0] <= within[2] && within[0] <= box[2] && box[1] <= within[3] && within[1] <= box[3])
  )
}
