import { classOf } from '../../map/classes.ts'
import type { Scale } from '../../map/coverageScale.ts'
import { changeScale } from '../../map/coverageScale.ts'
import type { Figure, Figures } from '../../map/figures.ts'
import type { CapArea } from '../caps/capsAnswer.ts'
import { cellKey, changeOf, type Matrix, type MatrixCell } from './matrix.ts'
import type { ComparedSide } from './useLaboratoryChoice.ts'

/** Places below, none and above, in whole numbers: five and more, two to four, one. */
const limits: readonly number[] = [-5, -2, -1, 0, 1, 4]

/** The scale of places: orange is fewer or over the cap, blue is more or free. */
export const capScale: Scale = { ...changeScale('share'), limits }

/** What a side shows of a cell: free places (below nothing is over the cap) before and now, or how much the cap changed. */
export function placesOn(side: ComparedSide, cell: MatrixCell | undefined): number | null {
  if (cell === undefined) return null
  if (side === 'difference') return changeOf(cell)
  const cap = side === 'a' ? cell.before : cell.cap
  return cap === null ? null : cap - cell.documented
}

/** Every municipality of the areas with its area's places; of the first where it lies in several. */
export function capFigures(
  areas: readonly CapArea[],
  matrix: Matrix,
  group: string,
  side: ComparedSide,
  say: {
    readonly name: (code: string) => string
    readonly text: (value: number | null) => string
    readonly said: (area: CapArea, value: number | null) => string
  },
): Figures {
  const figures = new Map<string, Figure>()
  for (const area of areas) {
    const value = placesOn(side, matrix.get(cellKey(area.code, group)))
    for (const code of area.municipalities) {
      if (figures.has(code)) continue
      figures.set(code, {
        code,
        name: say.name(code),
        value,
        text: say.text(value),
        said: say.said(area, value),
        class: classOf(limits, value),
        rank: null,
        population: null,
      })
    }
  }
  return figures
}
