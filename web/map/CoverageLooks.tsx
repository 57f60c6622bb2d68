import { Layer, useMap } from '@vis.gl/react-maplibre'
import { addImage } from './images.ts'
import { municipalitiesOf } from './layers/look.ts'
import { token } from './palette.ts'

/** Patterns of municipalities that have no class: nobody within reach, and no way there. Unknown ones are dotted as ever. */
export function CoverageLooks({
  zero,
  unreachable,
}: {
  readonly zero: readonly string[]
  readonly unreachable: readonly string[]
}) {
  const { current: map } = useMap()
  if (map === undefined) return null
  addImage(map.getMap(), 'look-zero', 10, (context) => {
    context.strokeStyle = token('--time-4')
    context.lineWidth = 1
    for (const shift of [-10, 0, 10]) {
      stroke(context, [shift, 10, shift + 10, 0])
      stroke(context, [shift, 0, shift + 10, 10])
    }
  })
  addImage(map.getMap(), 'look-unreachable', 14, (context) => {
    context.strokeStyle = token('--ink-3')
    context.lineWidth = 1.3
    for (const [x, y] of [
      [3.5, 3.5],
      [10.5, 10.5],
    ] as const) {
      stroke(context, [x - 1.8, y - 1.8, x + 1.8, y + 1.8])
      stroke(context, [x - 1.8, y + 1.8, x + 1.8, y - 1.8])
    }
  })
  return (
    <>
      {pattern('look-zero', zero)}
      <Layer
        id="look-unreachable-ground"
        type="fill"
        {...municipalitiesOf}
        beforeId="lakes"
        filter={['in', ['get', 'code'], ['literal', [...unreachable]]]}
        paint={{ 'fill-color': token('--seq-none'), 'fill-antialias': false }}
      />
      {pattern('look-unreachable', unreachable)}
    </>
  )
}

function pattern(image: string, codes: readonly string[]) {
  return (
    <Layer
      id={image}
      type="fill"
      {...municipalitiesOf}
      beforeId="lakes"
      filter={['in', ['get', 'code'], ['literal', [...codes]]]}
      paint={{ 'fill-pattern': image, 'fill-antialias': false }}
    />
  )
}

function stroke(context: CanvasRenderingContext2D, [x1, y1, x2, y2]: readonly [number, number, number, number]): void {
  context.beginPath()
  context.moveTo(x1, y1)
  context.lineTo(x2, y2)
  context.stroke()
}
