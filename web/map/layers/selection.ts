import type { ExpressionSpecification } from 'maplibre-gl'
import { token } from '../palette.ts'
import { type Layers, municipalitiesOf, visibility } from './look.ts'

/**
 * Outlines by feature state, an edge below and a line above: hover thin ink, selection ink on a white edge, keyboard
 * focus white on ink. Focus wins over selection, selection over hover.
 */
export const selection: Layers = (_look, outlined) => [
  outline('outline-edge', outlined, by(token('--ink'), '#FFFFFF', token('--ink')), by(7, 6, 0)),
  outline('outline', outlined, by('#FFFFFF', token('--ink'), token('--ink')), by(3, 2.75, 1.5)),
]

function by(focus: string | number, selected: string | number, hover: string | number): ExpressionSpecification {
  const none = typeof hover === 'number' ? 0 : 'transparent'
  return ['case', is('focus'), focus, is('selected'), selected, is('hover'), hover, none]
}

function is(state: string): ExpressionSpecification {
  return ['boolean', ['feature-state', state], false]
}

function outline(id: string, outlined: boolean, colour: ExpressionSpecification, width: ExpressionSpecification) {
  return {
    id,
    type: 'line' as const,
    ...municipalitiesOf,
    // Sharp corners are cut off: rounded ones are not told apart at this width, and take twice the triangles.
    layout: { 'line-join': 'miter' as const, 'line-miter-limit': 1.3, visibility: visibility(outlined) },
    paint: { 'line-color': colour, 'line-width': width },
  }
}
