import { mapPicture, mapRested } from '../../map/MapPicture.tsx'
import { token } from '../../map/palette.ts'
import { type PatternName, patterns } from '../../map/patterns.ts'
import { supplyParts } from '../../map/supplyImages.ts'
import type { SupplySymbol } from '../../map/supplySymbols.ts'

/** A key of the legend on paper: a filled area, a symbol, or the dashed line of reach. */
export type PaperKey = { readonly text: string } & (
  | { readonly colour: `--${string}`; readonly pattern: PatternName | null }
  | { readonly symbol: SupplySymbol }
  | { readonly line: true }
)

/** What stands on a picture of the map besides the map. */
export interface Paper {
  readonly title: string
  readonly lines: readonly string[]
  /** Each group begins a line of its own. */
  readonly legend: readonly (readonly PaperKey[])[]
  /** Of the kilometre squares; left out while the map is too far away to show them. */
  readonly squares: { readonly fromZoom: number; readonly keys: readonly PaperKey[] } | null
  /** Sources, data version and, of a synthetic register, that it is one. */
  readonly foot: readonly string[]
  /** Written across the map. */
  readonly mark: string | null
}

const margin = 24
/** Heights of a line of the head, of the legend and of the foot, in pixels of the paper. */
const rows = { head: 20, legend: 24, foot: 18 } as const
/** Narrowest paper: under it the legend has no room. */
const least = 760
/** A map wider than this is drawn with more pixels, not on a wider paper. */
const widest = 1200
const swatch = { width: 26, height: 14 } as const

/** The map with title, legend, moment and sources as a PNG, once all of it is drawn; undefined when no map is shown. */
export async function paperPng(paper: Paper): Promise<Blob | undefined> {
  await mapRested()
  const canvas = paperOf(paper)
  if (canvas === undefined) return undefined
  return await new Promise((resolve) => canvas.toBlob((blob) => resolve(blob ?? undefined), 'image/png'))
}

/** The same as a canvas, of the map as it is drawn now. */
export function paperOf(paper: Paper): HTMLCanvasElement | undefined {
  const map = mapPicture()
  const canvas = document.createElement('canvas')
  const context = canvas.getContext('2d')
  if (map === undefined || context === null) return undefined
  const scale = Math.max(1, map.canvas.width / widest)
  const width = Math.max(least, map.canvas.width / scale)
  const room = width - 2 * margin
  const font = getComputedStyle(document.body).fontFamily
  const small = `13px ${font}`
  const large = `600 22px ${font}`
  context.font = large
  const title = wrapped(context, paper.title, room)
  context.font = small
  const lines = paper.lines.flatMap((text) => wrapped(context, text, room))
  const foot = paper.foot.flatMap((text) => wrapped(context, text, room))
  const squares = paper.squares !== null && map.zoom >= paper.squares.fromZoom ? [paper.squares.keys] : []
  const legend = [...paper.legend, ...squares].flatMap((keys) => rowsOf(context, keys, room))
  const mapTop = margin + title.length * 28 + lines.length * rows.head + 8
  // A small map stands in the middle of its sea.
  const mapSize = { width: map.canvas.width / scale, height: map.canvas.height / scale }
  const legendTop = mapTop + mapSize.height + 16
  const footTop = legendTop + legend.length * rows.legend + 20
  canvas.width = Math.round(width * scale)
  canvas.height = Math.round((footTop + foot.length * rows.foot + margin - 12) * scale)
  context.scale(scale, scale)
  context.fillStyle = token('--surface')
  context.fillRect(0, 0, width, canvas.height)
  context.fillStyle = token('--ink')
  context.font = large
  for (const [index, text] of title.entries()) context.fillText(text, margin, margin + 16 + index * 28)
  context.font = small
  for (const [index, text] of lines.entries())
    context.fillText(text, margin, margin + 12 + title.length * 28 + index * rows.head)
  context.fillStyle = token('--map-sea')
  context.fillRect(0, mapTop, width, mapSize.height)
  context.drawImage(map.canvas, (width - mapSize.width) / 2, mapTop, mapSize.width, mapSize.height)
  if (paper.mark !== null) markAcross(context, paper.mark, width, mapTop + mapSize.height, font)
  context.font = small
  for (const [row, keys] of legend.entries())
    for (const { key, x } of keys) drawKey(context, key, margin + x, legendTop + row * rows.legend)
  context.fillStyle = token('--ink-2')
  for (const [index, text] of foot.entries()) context.fillText(text, margin, footTop + index * rows.foot)
  return canvas
}

function drawKey(context: CanvasRenderingContext2D, key: PaperKey, x: number, y: number): void {
  context.save()
  context.translate(x, y)
  if ('symbol' in key) drawSymbol(context, key.symbol)
  else if ('line' in key) {
    context.strokeStyle = token('--ink-2')
    context.setLineDash([3, 3])
    context.beginPath()
    context.moveTo(0, swatch.height / 2)
    context.lineTo(swatch.width, swatch.height / 2)
    context.stroke()
  } else {
    context.fillStyle = token(key.colour)
    context.fillRect(0, 0, swatch.width, swatch.height)
    if (key.pattern !== null) fillPattern(context, key.pattern)
    context.strokeStyle = token('--line-control')
    context.strokeRect(0, 0, swatch.width, swatch.height)
  }
  context.restore()
  context.fillStyle = token('--ink')
  context.fillText(key.text, x + swatch.width + 6, y + 12)
}

/** As the map fills an area with it. */
function fillPattern(context: CanvasRenderingContext2D, name: PatternName): void {
  const { size, draw } = patterns[name]
  context.save()
  context.beginPath()
  context.rect(0, 0, swatch.width, swatch.height)
  context.clip()
  for (let x = 0; x < swatch.width; x += size)
    for (let y = 0; y < swatch.height; y += size) {
      context.save()
      context.translate(x, y)
      context.beginPath()
      context.rect(0, 0, size, size)
      context.clip()
      draw(context)
      context.restore()
    }
  context.restore()
}

function drawSymbol(context: CanvasRenderingContext2D, symbol: SupplySymbol): void {
  context.translate((swatch.width - 18) / 2, -2)
  context.scale(18 / 22, 18 / 22)
  context.lineCap = 'round'
  context.lineJoin = 'round'
  for (const { path, fill, stroke, width } of supplyParts[symbol]) {
    const shape = new Path2D(path)
    if (fill !== undefined) {
      context.fillStyle = token(fill)
      context.fill(shape)
    }
    if (stroke === undefined) continue
    context.strokeStyle = token(stroke)
    context.lineWidth = width ?? 1
    context.stroke(shape)
  }
}

function markAcross(context: CanvasRenderingContext2D, mark: string, width: number, bottom: number, font: string) {
  context.font = `600 15px ${font}`
  const wide = context.measureText(mark).width + 24
  context.fillStyle = 'rgba(255, 255, 255, 0.9)'
  context.fillRect((width - wide) / 2, bottom - 40, wide, 28)
  context.strokeStyle = token('--ink')
  context.setLineDash([4, 3])
  context.strokeRect((width - wide) / 2, bottom - 40, wide, 28)
  context.setLineDash([])
  context.fillStyle = token('--ink')
  context.fillText(mark, (width - wide) / 2 + 12, bottom - 21)
}

function wrapped(context: CanvasRenderingContext2D, text: string, width: number): string[] {
  const lines: string[] = []
  let current = ''
  for (const word of text.split(' ')) {
    const next = current === '' ? word : `${current} ${word}`
    if (context.measureText(next).width > width && current !== '') {
      lines.push(current)
      current = word
    } else current = next
  }
  return [...lines, current]
}

/** Keys side by side, as many as there is room for. */
function rowsOf(context: CanvasRenderingContext2D, keys: readonly PaperKey[], width: number) {
  const lines: { readonly key: PaperKey; readonly x: number }[][] = []
  let x = 0
  for (const key of keys) {
    const wide = swatch.width + 6 + context.measureText(key.text).width + 20
    if (x === 0 || x + wide > width) {
      lines.push([])
      x = 0
    }
    lines.at(-1)?.push({ key, x })
    x += wide
  }
  return lines
}
