import { mapPicture } from '../../map/MapPicture.tsx'
import { token } from '../../map/palette.ts'

/** What stands on a picture of the map besides the map. */
export interface Paper {
  readonly title: string
  readonly lines: readonly string[]
  readonly legend: readonly { readonly colour: string; readonly text: string }[]
  /** Sources, data version and, of a synthetic register, that it is one. */
  readonly foot: readonly string[]
  /** Written across the map. */
  readonly mark: string | null
}

const margin = 24
const line = 20

/** The map with title, legend, moment and sources as a PNG; undefined when no map is shown. */
export async function coveragePicture(paper: Paper): Promise<Blob | undefined> {
  const map = await mapPicture()
  if (map === undefined) return undefined
  const scale = Math.max(1, map.width / 1200)
  const width = map.width / scale
  const mapHeight = map.height / scale
  const canvas = document.createElement('canvas')
  const context = canvas.getContext('2d')
  if (context === null) return undefined
  const font = getComputedStyle(document.body).fontFamily
  const small = `13px ${font}`
  context.font = small
  const foot = paper.foot.flatMap((text) => wrapped(context, text, width - 2 * margin))
  const legendRows = rowsOf(context, paper.legend, width - 2 * margin)
  const head = margin + 28 + paper.lines.length * line + 8
  const height = head + mapHeight + 16 + legendRows.length * 24 + 8 + foot.length * 18 + margin
  canvas.width = Math.round(width * scale)
  canvas.height = Math.round(height * scale)
  context.scale(scale, scale)
  context.fillStyle = '#FFFFFF'
  context.fillRect(0, 0, width, height)
  context.fillStyle = token('--ink')
  context.font = `600 22px ${font}`
  context.fillText(paper.title, margin, margin + 16)
  context.font = small
  for (const [index, text] of paper.lines.entries()) context.fillText(text, margin, margin + 40 + index * line)
  context.fillStyle = token('--map-sea')
  context.fillRect(0, head, width, mapHeight)
  context.drawImage(map, 0, head, width, mapHeight)
  if (paper.mark !== null) markAcross(context, paper.mark, width, head + mapHeight, font)
  context.font = small
  for (const [row, keys] of legendRows.entries())
    for (const { colour, text, x } of keys) {
      const y = head + mapHeight + 16 + row * 24
      context.fillStyle = colour
      context.fillRect(margin + x, y, 26, 14)
      context.strokeStyle = token('--line-strong')
      context.strokeRect(margin + x, y, 26, 14)
      context.fillStyle = token('--ink')
      context.fillText(text, margin + x + 32, y + 12)
    }
  context.fillStyle = token('--ink-2')
  for (const [index, text] of foot.entries())
    context.fillText(text, margin, head + mapHeight + 16 + legendRows.length * 24 + 20 + index * 18)
  return await new Promise((resolve) => canvas.toBlob((blob) => resolve(blob ?? undefined), 'image/png'))
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

function rowsOf(context: CanvasRenderingContext2D, legend: Paper['legend'], width: number) {
  const rows: { colour: string; text: string; x: number }[][] = [[]]
  let x = 0
  for (const key of legend) {
    const wide = 32 + context.measureText(key.text).width + 20
    if (x + wide > width && x > 0) {
      rows.push([])
      x = 0
    }
    rows.at(-1)?.push({ ...key, x })
    x += wide
  }
  return rows
}
