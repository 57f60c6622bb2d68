import { token } from '../palette.ts'
import type { Layers } from './look.ts'

/** Land, lakes, and the lines between municipalities and between regions; the latter dashed on a white edge. */
export const land: Layers = () => [
  {
    id: 'land',
    type: 'fill',
    source: 'municipalities',
    paint: { 'fill-color': token('--map-outside') },
  },
]

/** Lakes lie over the choropleth, lines over the lakes. */
export const lines: Layers = ({ capacity }) => [
  { id: 'lakes', type: 'fill', source: 'lakes', paint: { 'fill-color': token('--map-sea') } },
  {
    id: 'municipality-line',
    type: 'line',
    source: 'municipality-line',
    layout: { 'line-join': 'round' },
    paint: {
      'line-color': capacity ? token('--map-border') : token('--map-outside-line'),
      'line-width': ['interpolate', ['linear'], ['zoom'], 5, 0.5, 8, 0.9, 11, 1.5],
    },
  },
  {
    id: 'coast',
    type: 'line',
    source: 'coast',
    paint: { 'line-color': token('--map-outside-line'), 'line-width': 0.75 },
  },
  {
    id: 'region-edge',
    type: 'line',
    source: 'region-line',
    layout: { 'line-join': 'round' },
    paint: { 'line-color': '#FFFFFF', 'line-width': ['interpolate', ['linear'], ['zoom'], 5, 3, 8, 3.6] },
  },
  {
    id: 'region-line',
    type: 'line',
    source: 'region-line',
    layout: { 'line-join': 'round' },
    paint: {
      'line-color': token('--map-region-line'),
      'line-width': ['interpolate', ['linear'], ['zoom'], 5, 1.5, 8, 1.8],
      'line-dasharray': [3.5, 2],
    },
  },
]
