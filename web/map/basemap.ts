import type { StyleSpecification } from 'maplibre-gl'
import { fontFaces } from './fonts.ts'
import { token } from './palette.ts'

/** The empty map: sea, and the fonts of the labels. Everything else is a layer over it; nothing comes from outside. */
export function emptyStyle(): StyleSpecification {
  return {
    version: 8,
    'font-faces': fontFaces(),
    sources: {},
    layers: [{ id: 'sea', type: 'background', paint: { 'background-color': token('--map-sea') } }],
  }
}
