import type { ExpressionSpecification, SymbolLayerSpecification } from 'maplibre-gl'
import { boldFont, labelFont } from '../fonts.ts'
import { token } from '../palette.ts'
import type { Layers } from './look.ts'

const nameAndValue: ExpressionSpecification = ['concat', ['get', 'name'], '\n', ['get', 'text']]

/** Zoom from which municipalities are named when the whole country is looked at; below it the regions are. */
const namedFrom = 7

/**
 * Names. Where name and value do not both fit the value goes first, then the name: the layer above is placed first, and
 * what it cannot place the layer below tries without the value.
 */
export const labels: Layers = ({ coloured, wholeCountry }) => [
  {
    id: 'towns',
    type: 'symbol',
    source: 'land',
    'source-layer': 'towns',
    minzoom: 8.2,
    layout: {
      'text-field': ['get', 'name'],
      'text-font': [labelFont],
      'text-size': 11,
      'text-padding': 4,
      'text-variable-anchor': ['top', 'bottom', 'left', 'right'],
      'text-radial-offset': 0.3,
      'symbol-sort-key': ['-', ['get', 'population']],
    },
    paint: {
      'text-color': token('--map-label-muted'),
      'text-halo-color': token('--map-halo'),
      'text-halo-width': 1.2,
    },
  },
  municipality('municipality-names', ['get', 'name'], wholeCountry),
  ...(coloured ? [municipality('municipality-values', nameAndValue, wholeCountry)] : []),
  {
    id: 'region-names',
    type: 'symbol',
    source: 'names',
    filter: ['==', ['get', 'kind'], 'region'],
    maxzoom: namedFrom,
    layout: {
      visibility: wholeCountry ? 'visible' : 'none',
      'text-field': ['get', 'name'],
      'text-font': [boldFont],
      'text-size': 15,
      'text-letter-spacing': 0.08,
      'text-padding': 6,
      'text-variable-anchor': ['center', 'top', 'bottom', 'left', 'right'],
      'text-radial-offset': 1,
    },
    paint: {
      'text-color': token('--map-region-line'),
      'text-halo-color': token('--map-halo'),
      'text-halo-width': 2,
    },
  },
]

function municipality(id: string, field: ExpressionSpecification, wholeCountry: boolean): SymbolLayerSpecification {
  const dark: ExpressionSpecification = ['get', 'dark']
  return {
    id,
    type: 'symbol',
    source: 'names',
    filter: ['==', ['get', 'kind'], 'municipality'],
    minzoom: wholeCountry ? namedFrom : 0,
    layout: {
      'text-field': field,
      'text-font': [labelFont],
      'text-size': ['interpolate', ['linear'], ['zoom'], 6, 10.5, 9, 13],
      'text-line-height': 1.15,
      'text-max-width': 12,
      'text-padding': 1,
      'symbol-sort-key': ['get', 'order'],
    },
    paint: {
      'text-color': ['case', dark, '#FFFFFF', ['get', 'scope'], token('--map-label'), token('--map-label-muted')],
      'text-halo-color': ['get', 'halo'],
      'text-halo-width': 1.7,
    },
  }
}
