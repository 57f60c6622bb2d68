import type { ExpressionSpecification } from 'maplibre-gl'
import { token } from '../palette.ts'
import type { Layers } from './look.ts'

const when = (state: string, width: number): ExpressionSpecification => [
  'case',
  ['boolean', ['feature-state', state], false],
  width,
  0,
]

/** Outlines by feature state: hover thin ink, selection ink on a white edge, keyboard focus white on ink. */
export const selection: Layers = () => [
  outline('hover-line', token('--ink'), when('hover', 1.5)),
  outline('selected-edge', '#FFFFFF', when('selected', 6)),
  outline('selected-line', token('--ink'), when('selected', 2.75)),
  outline('focus-edge', token('--ink'), when('focus', 7)),
  outline('focus-line', '#FFFFFF', when('focus', 3)),
]

function outline(id: string, colour: string, width: ExpressionSpecification) {
  return {
    id,
    type: 'line' as const,
    source: 'municipalities',
    layout: { 'line-join': 'round' as const },
    paint: { 'line-color': colour, 'line-width': width },
  }
}
