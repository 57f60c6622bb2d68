import type { ExpressionSpecification } from 'maplibre-gl'
import { token } from '../palette.ts'
import type { Layers } from './look.ts'

const isCoast: ExpressionSpecification = ['==', ['get', 'kind'], 'coast']
const drawnLines = { type: 'line', source: 'land', 'source-layer': 'lines' } as const

/**
 * Lakes over the choropleth, and over them the lines between municipalities, the coast, and the lines between regions;
 * the latter dashed on a white edge. All lines but the dashes are one layer: each more is drawn tile by tile.
 */
export const lines: Layers = ({ coloured }, _outlined, regions) => {
  const by = byKind(partsAny(regions))
  return [
    {
      id: 'lakes',
      type: 'fill',
      source: 'land',
      'source-layer': 'lakes',
      // By feature, as the choropleth's colour is: then one shader program draws both.
      paint: { 'fill-color': ['case', ['has', 'kind'], token('--map-sea'), 'transparent'] },
    },
    {
      id: 'lines',
      ...drawnLines,
      layout: { 'line-join': ['case', isCoast, 'miter', 'round'] },
      paint: {
        'line-color': by(
          coloured ? token('--map-border') : token('--map-outside-line'),
          token('--map-outside-line'),
          '#FFFFFF',
        ),
        'line-width': [
          'interpolate',
          ['linear'],
          ['zoom'],
          5,
          by(0.5, 0.75, 3),
          8,
          by(0.9, 0.75, 3.6),
          11,
          by(1.5, 0.75, 3.6),
        ],
      },
    },
    {
      id: 'region-line',
      ...drawnLines,
      filter: partsAny(regions),
      layout: { 'line-join': 'round' },
      paint: {
        'line-color': token('--map-region-line'),
        'line-width': ['interpolate', ['linear'], ['zoom'], 5, 1.5, 8, 1.8],
        'line-dasharray': [3.5, 2],
      },
    },
  ]
}

/** Whether a line has land of one of the regions on one side only. */
function partsAny(regions: readonly string[]): ExpressionSpecification {
  return ['any', ...regions.map((code): ExpressionSpecification => ['in', code, ['get', 'regions']])]
}

function byKind(partsRegions: ExpressionSpecification) {
  return (municipality: string | number, coast: string | number, region: string | number): ExpressionSpecification => [
    'case',
    isCoast,
    coast,
    partsRegions,
    region,
    municipality,
  ]
}
