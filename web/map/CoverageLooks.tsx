import { Layer, useMap } from '@vis.gl/react-maplibre'
import { addPattern } from './images.ts'
import { municipalitiesOf } from './layers/look.ts'
import { token } from './palette.ts'
import type { PatternName } from './patterns.ts'

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
  addPattern(map.getMap(), 'look-zero')
  addPattern(map.getMap(), 'look-unreachable')
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

function pattern(image: PatternName, codes: readonly string[]) {
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
