import type { ExpressionSpecification } from 'maplibre-gl'
import { boldFont } from '../fonts.ts'
import { token } from '../palette.ts'
import { type Layers, municipalitiesOf, visibility } from './look.ts'

/** Municipalities of coverage areas by how they are drawn, and whether the former counties are shown over them. */
export interface AreasLook {
  /** Areas of the agreements looked at. */
  readonly solid: readonly string[]
  /** Known only in part or by name: a guess. */
  readonly hatched: readonly string[]
  /** The area after a takeover. */
  readonly after: readonly string[]
  /** Documented areas of every other agreement. */
  readonly others: readonly string[]
  readonly counties: boolean
  /** Word before a county's name. */
  readonly former: string
}

/** Fills of coverage areas; goes between land and lines. */
export function ridingAreas({ solid, hatched, after, others }: AreasLook): Layers {
  return () => [
    { ...fill('riding-others', others), paint: { 'fill-color': token('--sym-ride'), 'fill-opacity': 0.09 } },
    { ...fill('riding-solid', solid), paint: { 'fill-color': token('--sym-ride'), 'fill-opacity': 0.28 } },
    {
      ...fill('riding-hatched', hatched),
      paint: { 'fill-pattern': 'riding-hatch', 'fill-antialias': false, 'fill-opacity': 0.9 },
    },
    { ...fill('riding-after', after), paint: { 'fill-color': token('--sym-ride'), 'fill-opacity': 0.8 } },
  ]
}

/** Former county lines; goes over the other lines. */
export function countyLines({ counties }: AreasLook): Layers {
  return () => [
    {
      id: 'county-edge',
      type: 'line',
      source: 'land',
      'source-layer': 'lines',
      filter: ['==', ['get', 'county'], true],
      layout: { visibility: visibility(counties), 'line-join': 'round' },
      paint: { 'line-color': '#FFFFFF', 'line-width': 4, 'line-opacity': 0.8 },
    },
    {
      id: 'county-line',
      type: 'line',
      source: 'land',
      'source-layer': 'lines',
      filter: ['==', ['get', 'county'], true],
      layout: { visibility: visibility(counties), 'line-join': 'round' },
      paint: { 'line-color': token('--sym-ride-amt'), 'line-width': 2, 'line-dasharray': [3.5, 2] },
    },
  ]
}

/** Names of the former counties; over the names of places, which give way. Source `county-names`. */
export function countyNames({ counties, former }: AreasLook): Layers {
  return () => [
    {
      id: 'county-name',
      type: 'symbol',
      source: 'county-names',
      layout: {
        visibility: visibility(counties),
        'text-field': ['concat', `${former} `, ['get', 'name']],
        'text-font': [boldFont],
        'text-size': 11.5,
        'text-padding': 2,
        'text-variable-anchor': ['center', 'top', 'bottom', 'left', 'right'],
        'text-radial-offset': 1.2,
      },
      paint: { 'text-color': token('--sym-ride'), 'text-halo-color': '#FFFFFF', 'text-halo-width': 2 },
    },
  ]
}

function fill(id: string, codes: readonly string[]) {
  const filter: ExpressionSpecification = ['in', ['get', 'code'], ['literal', [...codes]]]
  return { id, type: 'fill' as const, ...municipalitiesOf, filter }
}
