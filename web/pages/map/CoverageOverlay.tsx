import { CoverageCells } from '../../map/CoverageCells.tsx'
import { CoverageLooks } from '../../map/CoverageLooks.tsx'
import { NearestLine } from '../../map/NearestLine.tsx'
import { ReachLayer } from '../../map/ReachLayer.tsx'
import { SupplyLayer } from '../../map/SupplyLayer.tsx'
import { searchOf } from '../../search.ts'
import type { useCoverageLayer } from './useCoverageLayer.ts'

/** What coverage draws over the coloured areas; only the areas themselves and the reach beside the table. */
export function CoverageOverlay({
  layer: { state, asked, place, reach, picture },
  region,
  inTable,
}: {
  readonly layer: ReturnType<typeof useCoverageLayer>
  readonly region: string | null
  readonly inTable: boolean
}) {
  const isCompared = state.before !== undefined
  const cells = `${location.origin}/api/coverage/cells/{z}/{x}/{y}${searchOf({ ...asked, region: region ?? undefined, compare: isCompared ? state.compare : undefined })}`
  return (
    <>
      {picture !== null && <CoverageLooks {...picture.looks} />}
      {picture !== null && !inTable && <CoverageCells url={cells} scale={picture.scale} isCompared={isCompared} />}
      {reach !== undefined && <ReachLayer outline={reach.outline} />}
      {picture !== null && !inTable && <SupplyLayer places={picture.supply} />}
      {place !== undefined && !inTable && (
        <NearestLine from={place.fromPosition} to={place.nearest[0]?.position ?? null} />
      )}
    </>
  )
}
