import { Layer, Source } from '@vis.gl/react-maplibre'
import type { Feature, FeatureCollection, Point } from 'geojson'
import { useMemo } from 'react'
import type { Bounds } from './bounds.ts'
import { token } from './palette.ts'
import type { Target } from './selection.ts'

/** Degrees around a selected place: some four kilometres, so near that no other clinic hides it. */
const room = [0.06, 0.03] as const

/** A ring around the selected clinic or school, over the symbols and under the names. */
export function SelectedPlace({ place }: { readonly place: Feature<Point> }) {
  return (
    <Source id="selected-place" type="geojson" data={place}>
      <Layer
        id="selected-place"
        type="circle"
        source="selected-place"
        beforeId="municipality-names"
        paint={{
          'circle-radius': 18,
          'circle-color': 'transparent',
          'circle-stroke-color': token('--ink'),
          'circle-stroke-width': 2.5,
        }}
      />
    </Source>
  )
}

/** The selected clinic or school among those that are known with a place; null for a municipality and for none. */
export function useSelectedPlace(
  target: Target | null,
  clinics: FeatureCollection<Point>,
  schools: FeatureCollection<Point>,
): Feature<Point> | null {
  const [kind, id] = [target?.kind, target?.id]
  return useMemo(() => {
    if (kind === undefined || kind === 'municipality') return null
    const { features } = kind === 'clinic' ? clinics : schools
    return features.find(({ properties }) => properties?.[kind] === id) ?? null
  }, [kind, id, clinics, schools])
}

/** What to show of the map around a place. */
export function boundsAround({ geometry }: Feature<Point>): Bounds {
  const [lng = 0, lat = 0] = geometry.coordinates
  return [lng - room[0], lat - room[1], lng + room[0], lat + room[1]]
}
