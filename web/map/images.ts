import type { Map as MapLibreMap } from 'maplibre-gl'
import { token } from './palette.ts'
import { type PatternName, patterns } from './patterns.ts'

/** Pixels of an image for one of the screen's. */
const density = 2

/** Draws the patterns and symbols into the map: hatch, dots, the riding school's diamond. Once per map. */
export function addImages(map: MapLibreMap): void {
  addPattern(map, 'hatch')
  addPattern(map, 'dots')
  add(map, 'riding-hatch', 8, (context) => {
    context.strokeStyle = token('--sym-ride')
    context.lineWidth = 1.2
    for (const shift of [-8, 0, 8]) line(context, shift, 8, shift + 8, 0)
  })
  add(map, 'riding-school', 22, (context) => diamond(context, token('--sym-ride'), '#FFFFFF'))
  add(map, 'riding-school-hollow', 22, (context) => diamond(context, '#FFFFFF', token('--sym-ride')))
  add(map, 'riding-school-under', 22, (context) => halfDiamond(context, token('--sym-ride')))
}

export { add as addImage }

/** Draws a pattern into the map, once. */
export function addPattern(map: MapLibreMap, name: PatternName): void {
  const { size, draw } = patterns[name]
  add(map, name, size, draw)
}

/** Draws one image into the map, once. `size` in pixels of the screen. */
function add(map: MapLibreMap, name: string, size: number, draw: (context: CanvasRenderingContext2D) => void): void {
  if (map.hasImage(name)) return
  const canvas = document.createElement('canvas')
  canvas.width = size * density
  canvas.height = size * density
  // Read at once: drawn by the processor, nobody has to wait for the graphics.
  const context = canvas.getContext('2d', { willReadFrequently: true })
  if (context === null) return
  context.scale(density, density)
  draw(context)
  map.addImage(name, context.getImageData(0, 0, canvas.width, canvas.height), { pixelRatio: density })
}

function line(context: CanvasRenderingContext2D, x1: number, y1: number, x2: number, y2: number): void {
  context.beginPath()
  context.moveTo(x1, y1)
  context.lineTo(x2, y2)
  context.stroke()
}

/** A diamond with a horseshoe: filled for a school with an agreement, hollow for one without. */
function diamond(context: CanvasRenderingContext2D, fill: string, mark: string): void {
  const outline = new Path2D('M11 1.5 20.5 11 11 20.5 1.5 11Z')
  context.fillStyle = '#FFFFFF'
  context.strokeStyle = '#FFFFFF'
  context.lineWidth = 2.5
  context.stroke(outline)
  context.fillStyle = fill
  context.fill(outline)
  context.lineWidth = 1.2
  context.strokeStyle = mark === '#FFFFFF' ? fill : mark
  context.stroke(outline)
  context.strokeStyle = mark
  context.lineWidth = 1.7
  context.lineCap = 'round'
  context.stroke(new Path2D('M8.6 14.2c-1.5-4.6.2-6.8 2.4-6.8s3.9 2.2 2.4 6.8'))
}

/** A diamond of which only the lower half is filled: a school under the recommended hours. */
function halfDiamond(context: CanvasRenderingContext2D, colour: string): void {
  const outline = new Path2D('M11 1.5 20.5 11 11 20.5 1.5 11Z')
  context.strokeStyle = '#FFFFFF'
  context.lineWidth = 3.5
  context.stroke(outline)
  context.fillStyle = '#FFFFFF'
  context.fill(outline)
  context.fillStyle = colour
  context.fill(new Path2D('M1.5 11h19L11 20.5Z'))
  context.strokeStyle = colour
  context.lineWidth = 1.6
  context.stroke(outline)
}
