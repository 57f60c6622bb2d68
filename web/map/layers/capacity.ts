import type { ExpressionSpecification } from 'maplibre-gl'
import { token } from '../palette.ts'
import { type Layers, visibility } from './look.ts'

/** The choropleth by feature state: `class` from 0, `scope` for those compared, `dim` while the legend isolates another. */
export const capacity: Layers = ({ capacity, ramp, lowest, unknown }) => [
  {
    id: 'municipality-fill',
    type: 'fill',
    source: 'municipalities',
    paint: {
      'fill-color': capacity
        ? ['case', ['!', ['boolean', ['feature-state', 'scope'], false]], token('--map-outside'), classColour(ramp)]
        : ['case', ['boolean', ['feature-state', 'scope'], false], token('--surface-2'), token('--map-outside')],
      'fill-opacity': ['case', ['boolean', ['feature-state', 'dim'], false], 0.3, 1],
    },
  },
  {
    id: 'capacity-lowest',
    type: 'fill',
    source: 'municipalities',
    layout: { visibility: visibility(capacity) },
    filter: ['in', ['get', 'code'], ['literal', [...lowest]]],
    paint: {
      'fill-pattern': 'hatch',
      'fill-opacity': ['case', ['boolean', ['feature-state', 'dim'], false], 0.2, 1],
    },
  },
  {
    id: 'capacity-unknown',
    type: 'fill',
    source: 'municipalities',
    layout: { visibility: visibility(capacity) },
    filter: ['in', ['get', 'code'], ['literal', [...unknown]]],
    paint: { 'fill-pattern': 'dots' },
  },
]

function classColour(ramp: readonly string[]): ExpressionSpecification | string {
  const [first, ...rest] = ramp
  if (first === undefined) return token('--seq-none')
  const inner: ExpressionSpecification = ['step', ['number', ['feature-state', 'class'], 0], first, ...steps(rest)]
  return ['case', ['==', ['feature-state', 'class'], null], token('--seq-none'), rest.length === 0 ? first : inner]
}

/** Pairs of class number and colour, flat, as `step` takes them. */
function steps(colours: readonly string[]): (number | string)[] {
  return colours.flatMap((colour, at) => [at + 1, colour])
}
