import type { ExpressionSpecification, SymbolLayerSpecification } from 'maplibre-gl'
import { boldFont } from '../fonts.ts'
import { token } from '../palette.ts'
import { type Layers, visibility } from './look.ts'

/** Size of the symbol for the square root of a tenth of an hour: its area follows the hours, within what can be read. */
const perRoot = 0.075
const hours: ExpressionSpecification = ['number', ['get', 'hoursTenths'], 0]
const size: ExpressionSpecification = ['min', 1.6, ['max', 0.5, ['*', perRoot, ['sqrt', hours]]]]

const symbols: Omit<SymbolLayerSpecification, 'layout'> = {
  id: 'riding-schools',
  type: 'symbol',
  source: 'riding-schools',
}
const bySize: SymbolLayerSpecification['layout'] = {
  'icon-size': ['interpolate', ['linear'], ['zoom'], 5, ['*', 0.6, size], 8, size],
  'icon-allow-overlap': true,
  'icon-ignore-placement': true,
  // Small symbols over big ones.
  'symbol-sort-key': ['-', hours],
}

/** Riding schools as diamonds whose area is their hours: filled with an agreement, hollow without. */
export const ridingSchools: Layers = ({ ridingSchools }) => [
  {
    ...symbols,
    layout: {
      ...bySize,
      visibility: visibility(ridingSchools),
      'icon-image': ['case', ['boolean', ['get', 'agreed'], true], 'riding-school', 'riding-school-hollow'],
    },
  },
]

const under: ExpressionSpecification = ['boolean', ['get', 'under'], false]

/**
 * The same with what the riding page tells of them: half filled when under the recommended hours, hollow when nothing has
 * begun, a ring around the school that is `selected`.
 */
export function toldSchools(selected: string | null): Layers {
  return () => [
    {
      id: 'riding-ring',
      type: 'circle',
      source: 'riding-schools',
      filter: ['==', ['get', 'school'], selected ?? ''],
      paint: {
        'circle-radius': 17,
        'circle-color': 'rgba(255, 255, 255, 0.55)',
        'circle-stroke-color': token('--ink'),
        'circle-stroke-width': 2.5,
      },
    },
    {
      ...symbols,
      layout: {
        ...bySize,
        'icon-image': [
          'case',
          ['!', ['boolean', ['get', 'started'], true]],
          'riding-school-hollow',
          under,
          'riding-school-under',
          'riding-school',
        ],
      },
    },
  ]
}

/**
 * The word for schools under the recommended hours. Over the names of places: it is placed first, and they give way. Where
 * schools lie close it is written beside those that it has room at; the symbol says it of all.
 */
export function underWords(word: string): Layers {
  return () => [
    {
      id: 'riding-under',
      type: 'symbol',
      source: 'riding-schools',
      filter: under,
      layout: {
        'text-field': word,
        'text-font': [boldFont],
        'text-size': 10.5,
        'text-variable-anchor': ['top', 'bottom', 'left', 'right'],
        'text-radial-offset': 1.1,
        'text-justify': 'auto',
        'text-padding': 3,
      },
      paint: { 'text-color': token('--ink'), 'text-halo-color': '#FFFFFF', 'text-halo-width': 1.6 },
    },
  ]
}
