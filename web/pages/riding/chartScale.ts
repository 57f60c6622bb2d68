import { type Span, xOf } from '../../time/axis.ts'
import type { Piece } from './steps.ts'

/** What the chart draws in: pixels of the plot and the two axes. */
export interface Plot {
  readonly span: Span
  readonly width: number
  readonly height: number
  readonly x: (day: number) => number
  readonly y: (hoursTenths: number) => number
}

/** The vertical axis: its ends and its marks, in tenths of hours. */
export interface Scale {
  readonly from: number
  readonly to: number
  readonly marks: readonly number[]
}

/** Round steps between marks, in tenths of hours: a half hour to a thousand hours. */
const rounds = [5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10_000]

/**
 * An axis around the levels with about `count` round marks. It begins at 0 when the lowest level is less than half of the
 * highest, else near the lowest, so that a change of a few hours can be seen.
 */
export function scaleOf(levels: readonly number[], count: number): Scale {
  const highest = Math.max(...levels, 1)
  const lowest = Math.min(...levels, highest)
  const base = lowest < highest / 2 ? 0 : lowest
  const least = Math.max(highest - base, 40)
  const step = rounds.find((round) => round * count >= least) ?? 10_000
  const from = Math.max(0, Math.floor((base === 0 ? 0 : base - step / 4) / step) * step)
  const to = Math.ceil((highest + step / 4) / step) * step
  return { from, to, marks: Array.from({ length: (to - from) / step + 1 }, (_, at) => from + at * step) }
}

/** Pixels from the top of a chart of this height. */
export function yOf(hoursTenths: number, { from, to }: Scale, height: number): number {
  return height - ((hoursTenths - from) / (to - from)) * height
}

/** A stair through the pieces: level on each, upright between neighbours that meet. */
export function stairPath(pieces: readonly Piece[], span: Span, scale: Scale, width: number, height: number): string {
  return pieces
    .map((piece, at) => {
      const meets = at > 0 && pieces[at - 1]?.to === piece.from
      const y = yOf(piece.hoursTenths, scale, height)
      const start = meets ? `V${y}` : `M${xOf(piece.from, span, width)} ${y}`
      return `${start}H${xOf(piece.to, span, width)}`
    })
    .join('')
}
