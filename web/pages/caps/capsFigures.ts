import type { CapBasis } from '#api/views/caps'
import { classOf } from '../../map/classes.ts'
import type { Figure, Figures } from '../../map/figures.ts'
import { type CapArea, cellOf, measureOf } from './capsAnswer.ts'

/** Limits of the classes of excess: within, one or two over, more. */
export const excessLimits: readonly number[] = [0, 2]
/** Colours of the classes, lowest first: the diverging ramp's side that says worse. */
export const excessTokens = ['--div-0', '--div-neg-1', '--div-neg-2'] as const

/** Every municipality of the areas with the excess of its area; of the worst where it lies in several. */
export function excessFigures(
  areas: readonly CapArea[],
  group: string,
  basis: CapBasis,
  nameOf: (code: string) => string,
  say: (area: CapArea, excess: number | null) => string,
): Figures {
  const figures = new Map<string, Figure>()
  for (const area of areas) {
    const excess = measureOf(cellOf(area, group), basis)?.excess ?? null
    for (const code of area.municipalities) {
      const known = figures.get(code)
      if (known !== undefined && (known.value ?? -1) >= (excess ?? -1)) continue
      figures.set(code, {
        code,
        name: nameOf(code),
        value: excess,
        text: '',
        said: say(area, excess),
        class: classOf(excessLimits, excess),
        rank: null,
        population: null,
      })
    }
  }
  return figures
}
