import type { ExpressionSpecification, LineLayerSpecification } from 'maplibre-gl'
import { token } from '../palette.ts'
import { type Layers, municipalitiesOf, visibility } from './look.ts'

/**
 * Outlines by feature state, an edge below and a line above: hover thin ink, selection ink on a white edge, keyboard
 * focus white on ink. Focus wins over selection, selection over hover.
 */
export const selection: Layers = ({ among }, outlined) => [
  outline('outline-edge', outlined, among, by(token('--ink'), '#FFFFFF', token('--ink')), by(7, 6, 0)),
  outline('outline', outlined, among, by('#FFFFFF', token('--ink'), token('--ink')), by(3, 2.75, 1.5)),
]

function by(focus: string | number, selected: string | number, hover: string | number): ExpressionSpecification {
  const none = typeof hover === 'number' ? 0 : 'transparent'
  return ['case', is('focus'), focus, is('selected'), selected, is('hover'), hover, none]
}

function is(state: string): ExpressionSpecification {
  return ['boolean', ['feature-state', state], false]
}

function outline(
  id: string,
  outlined: boolean,
  among: readonly string[] | undefined,
  colour: ExpressionSpecification,
  width: ExpressionSpecification,
): LineLayerSpecification {
  return {
    id,
    type: 'line',
    ...municipalitiesOf,
    ...(among === undefined ? {} : { filter: ['in', ['get', 'code'], ['literal', [...among]]] }),
    // Sharp corners are cut off: rounded ones are not told apart at this width, and take twice the triangles.
    layout: { 'line-join': 'miter', 'line-miter-limit': 1.3, visibility: visibility(outlined) },
    paint: { 'line-color': colour, 'line-width': width },
  }
}
