import type { ExpressionSpecification } from 'maplibre-gl'
import { token } from '../palette.ts'
import { type Layers, municipalitiesOf, visibility } from './look.ts'

/**
 * The choropleth by feature state: `class` from 0, `scope` for those compared, `dim` while the legend isolates another.
 * Outside it is land. Fills and patterns end on a line that covers their edges, and need no smooth edge of their own.
 */
export const choropleth: Layers = ({ coloured, ramp, lowest, unknown }) => [
  {
    id: 'municipality-fill',
    type: 'fill',
    ...municipalitiesOf,
    paint: {
      'fill-antialias': false,
      'fill-color': dimmed(
        coloured
          ? ['case', ['!', ['boolean', ['feature-state', 'scope'], false]], token('--map-outside'), classColour(ramp)]
          : ['case', ['boolean', ['feature-state', 'scope'], false], token('--surface-2'), token('--map-outside')],
      ),
    },
  },
  {
    id: 'choropleth-lowest',
    type: 'fill',
    ...municipalitiesOf,
    layout: { visibility: visibility(coloured) },
    filter: ['in', ['get', 'code'], ['literal', [...lowest]]],
    paint: {
      'fill-antialias': false,
      'fill-pattern': 'hatch',
      'fill-opacity': ['case', ['boolean', ['feature-state', 'dim'], false], 0.2, 1],
    },
  },
  {
    id: 'choropleth-unknown',
    type: 'fill',
    ...municipalitiesOf,
    layout: { visibility: visibility(coloured) },
    filter: ['in', ['get', 'code'], ['literal', [...unknown]]],
    paint: { 'fill-antialias': false, 'fill-pattern': 'dots' },
  },
]

/** Three tenths of the colour on land while dimmed. Mixed, not see-through: opaque fills are drawn faster. */
function dimmed(colour: ExpressionSpecification): ExpressionSpecification {
  const faint: ExpressionSpecification = ['interpolate', ['linear'], 0.3, 0, token('--map-outside'), 1, colour]
  return ['case', ['boolean', ['feature-state', 'dim'], false], faint, colour]
}

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
