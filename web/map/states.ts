import type { Map as MapLibreMap, Source } from 'maplibre-gl'
import type { Figures } from './figures.ts'
import type { Shapes } from './shapes.ts'

/** Municipalities that stand out, by code, and the class of the legend that does. */
export interface Emphasis {
  readonly hovered: string | null
  readonly selected: string | null
  readonly focused: string | null
  readonly dimmedExcept: number | null
}

export const noEmphasis: Emphasis = { hovered: null, selected: null, focused: null, dimmedExcept: null }

/** What each municipality of a source has been told. It goes with the source. */
const written = new WeakMap<Source, Map<string, string>>()

/** Writes class, scope, hover, selection and focus into the feature state of `land`; no source is touched. */
export function writeStates(
  map: Pick<MapLibreMap, 'getSource' | 'setFeatureState'>,
  shapes: Shapes,
  figures: Figures,
  { hovered, selected, focused, dimmedExcept }: Emphasis,
): void {
  const land = map.getSource('land')
  if (land === undefined) return
  const told = written.get(land) ?? new Map<string, string>()
  written.set(land, told)
  for (const { code } of shapes.municipalities) {
    const figure = figures.get(code)
    const next = {
      scope: figure !== undefined,
      class: figure?.class ?? null,
      dim: dimmedExcept !== null && figure !== undefined && figure.class !== dimmedExcept,
      hover: code === hovered,
      selected: code === selected,
      focus: code === focused,
    }
    // A state written again costs a frame, changed or not.
    const text = JSON.stringify(next)
    if (told.get(code) === text) continue
    told.set(code, text)
    map.setFeatureState({ source: 'land', sourceLayer: 'municipalities', id: code }, next)
  }
}
