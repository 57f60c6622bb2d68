import { Layer, Source, useMap } from '@vis.gl/react-maplibre'
import type { ExpressionSpecification } from 'maplibre-gl'
import type { Scale } from './coverageScale.ts'
import { addPattern } from './images.ts'
import { municipalitiesOf } from './layers/look.ts'
import { token } from './palette.ts'

/** Zoom from which squares stand in for their municipalities; the service cuts tiles of this zoom only. */
export const squaresFrom = 9
const cells = { source: 'coverage-cells', 'source-layer': 'cells', beforeId: 'lakes', minzoom: squaresFrom } as const

/**
 * Kilometre squares where the map is near enough: classed as the municipalities are, hatched where people live outside the
 * limit. Land without a square is plain: nobody lives there, or too few households to be shown.
 */
export function CoverageCells({
  url,
  scale,
  isCompared,
}: {
  /** Of the tiles, with everything that is asked. */
  readonly url: string
  readonly scale: Scale
  /** Colours tell the change since another date, and nothing is hatched as beyond the limit. */
  readonly isCompared: boolean
}) {
  const { current: map } = useMap()
  if (map === undefined) return null
  addPattern(map.getMap(), 'uncovered')
  const value: ExpressionSpecification = ['number', ['get', isCompared ? 'd' : 'v'], 0]
  return (
    <>
      <Layer
        id="cell-ground"
        type="fill"
        {...municipalitiesOf}
        beforeId="lakes"
        minzoom={squaresFrom}
        paint={{ 'fill-color': token('--map-outside') }}
      />
      <Source id="coverage-cells" type="vector" tiles={[url]} minzoom={squaresFrom} maxzoom={squaresFrom}>
        <Layer
          id="cell-fill"
          type="fill"
          {...cells}
          paint={{
            'fill-color': [
              'case',
              ['any', ['==', ['get', 'look'], 'unreachable'], ['==', ['get', 'look'], 'unknown']],
              token('--seq-none'),
              classColour(value, scale),
            ],
            'fill-antialias': false,
          }}
        />
        <Layer
          id="cell-uncovered"
          type="fill"
          {...cells}
          filter={isCompared ? false : ['all', ['==', ['get', 'uncovered'], 1], ['!=', ['get', 'look'], 'unreachable']]}
          paint={{ 'fill-pattern': 'uncovered', 'fill-antialias': false }}
        />
        <Layer
          id="cell-unreachable"
          type="fill"
          {...cells}
          filter={['==', ['get', 'look'], 'unreachable']}
          paint={{ 'fill-pattern': 'look-unreachable', 'fill-antialias': false }}
        />
        <Layer
          id="cell-unknown"
          type="fill"
          {...cells}
          filter={['==', ['get', 'look'], 'unknown']}
          paint={{ 'fill-pattern': 'dots', 'fill-antialias': false }}
        />
      </Source>
    </>
  )
}

/** Over a limit means the class above it, as in `classOf`. */
function classColour(value: ExpressionSpecification, { limits, ramp }: Scale): ExpressionSpecification | string {
  const [lowest = '--seq-none', ...higher] = ramp
  return limits.reduce<ExpressionSpecification | string>(
    (below, limit, at) => ['case', ['>', value, limit], token(higher[at] ?? lowest), below],
    token(lowest),
  )
}
