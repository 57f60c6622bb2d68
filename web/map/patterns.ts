import { token } from './palette.ts'

/** What fills an area that a colour alone does not tell: one drawing for the map, the legend of its picture and paper. */
interface Pattern {
  /** Side of the tile, in pixels of the screen. */
  readonly size: number
  readonly draw: (context: CanvasRenderingContext2D) => void
}

export type PatternName = 'hatch' | 'dots' | 'uncovered' | 'look-zero' | 'look-unreachable'

/** Lowest class, unknown, inhabited and beyond the limit, nobody within the limit, no way there. */
export const patterns: Readonly<Record<PatternName, Pattern>> = {
  hatch: {
    size: 10,
    draw: (context) => {
      context.strokeStyle = token('--time-3')
      context.lineWidth = 1.1
      context.globalAlpha = 0.75
      for (const shift of [-10, 0, 10]) line(context, shift, 10, shift + 10, 0)
    },
  },
  dots: {
    size: 8,
    draw: (context) => {
      context.fillStyle = token('--line-control')
      for (const [x, y] of [
        [2, 2],
        [6, 6],
      ] as const) {
        context.beginPath()
        context.arc(x, y, 0.8, 0, 2 * Math.PI)
        context.fill()
      }
    },
  },
  uncovered: {
    size: 8,
    draw: (context) => {
      context.strokeStyle = token('--ink-3')
      context.lineWidth = 1
      context.globalAlpha = 0.7
      for (const shift of [-8, 0, 8]) line(context, shift, 8, shift + 8, 0)
    },
  },
  'look-zero': {
    size: 10,
    draw: (context) => {
      context.strokeStyle = token('--time-4')
      context.lineWidth = 1
      for (const shift of [-10, 0, 10]) {
        line(context, shift, 10, shift + 10, 0)
        line(context, shift, 0, shift + 10, 10)
      }
    },
  },
  'look-unreachable': {
    size: 14,
    draw: (context) => {
      context.strokeStyle = token('--ink-3')
      context.lineWidth = 1.3
      for (const [x, y] of [
        [3.5, 3.5],
        [10.5, 10.5],
      ] as const) {
        line(context, x - 1.8, y - 1.8, x + 1.8, y + 1.8)
        line(context, x - 1.8, y + 1.8, x + 1.8, y - 1.8)
      }
    },
  },
}

function line(context: CanvasRenderingContext2D, x1: number, y1: number, x2: number, y2: number): void {
  context.beginPath()
  context.moveTo(x1, y1)
  context.lineTo(x2, y2)
  context.stroke()
}
