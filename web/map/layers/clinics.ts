import type { ExpressionSpecification } from 'maplibre-gl'
import { boldFont } from '../fonts.ts'
import { token } from '../palette.ts'
import { type Layers, visibility } from './look.ts'

/** Smallest and largest radius in pixels. */
export const radiusRange = [2.5, 14] as const

/** Clinics as circles whose area is their capacity; those close together as one ringed circle with their number. */
export const clinics: Layers = ({ clinics, radius }) => [
  {
    id: 'clinics',
    type: 'circle',
    source: 'clinics',
    filter: ['!', ['has', 'point_count']],
    layout: { visibility: visibility(clinics), 'circle-sort-key': bySize(radius) },
    paint: {
      'circle-radius': area(radius, ['number', ['get', 'capacity'], 0]),
      'circle-color': ['case', ['boolean', ['get', 'documented'], false], token('--sym-provider'), '#FFFFFF'],
      'circle-stroke-width': 1.25,
      'circle-stroke-color': ['case', ['boolean', ['get', 'documented'], false], '#FFFFFF', token('--sym-provider')],
    },
  },
  {
    id: 'clinic-clusters',
    type: 'circle',
    source: 'clinics',
    filter: ['has', 'point_count'],
    layout: { visibility: visibility(clinics), 'circle-sort-key': bySize(radius) },
    paint: {
      'circle-radius': ['max', 7.5, area(radius, ['number', ['get', 'capacity'], 0])],
      'circle-color': byFeature('#FFFFFF'),
      'circle-opacity': 0.94,
      'circle-stroke-width': 2,
      'circle-stroke-color': byFeature(token('--sym-provider')),
    },
  },
  {
    id: 'clinic-counts',
    type: 'symbol',
    source: 'clinics',
    filter: ['has', 'point_count'],
    layout: {
      visibility: visibility(clinics),
      'text-field': ['to-string', ['get', 'point_count']],
      'text-font': [boldFont],
      'text-size': 10.5,
      'text-allow-overlap': true,
    },
    paint: { 'text-color': token('--sym-provider') },
  },
]

function area(radius: number, capacity: ExpressionSpecification): ExpressionSpecification {
  const [least, most] = radiusRange
  return ['min', most, ['max', least, ['*', radius, ['sqrt', capacity]]]]
}

/** Small circles over big ones, in steps of a pixel: circles of one step are drawn together, others one by one. */
function bySize(radius: number): ExpressionSpecification {
  return ['-', ['floor', ['*', radius, ['sqrt', ['number', ['get', 'capacity'], 0]]]]]
}

/** One colour, said by feature as the clinics' own colours are: then one shader program draws both layers. */
function byFeature(colour: string): ExpressionSpecification {
  return ['case', ['has', 'point_count'], colour, 'transparent']
}
