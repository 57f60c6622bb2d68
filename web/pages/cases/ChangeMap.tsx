import './change.css'
import { Layer, Marker, Source } from '@vis.gl/react-maplibre'
import type { Feature, LineString, Polygon } from 'geojson'
import { useMemo } from 'react'
import type { Address } from '#events/place'
import { around, holding } from '../../map/bounds.ts'
import type { Figures } from '../../map/figures.ts'
import type { Look } from '../../map/layers/look.ts'
import { plainLayers } from '../../map/layers.ts'
import { MapCanvas } from '../../map/MapCanvas.tsx'
import { token } from '../../map/palette.ts'
import { useShapes } from '../../map/sources.ts'
import { arc, headingAt } from './arc.ts'

// Room for the labels beside the two places.
const padding = { top: 36, right: 100, bottom: 36, left: 100 }

/** A change on the map: figures of the municipalities it touches, its place, or the old and the new one and the way between. */
export function ChangeMap({
  from: start,
  to: end,
  words,
  moves = true,
  figures,
  ramp,
  focus,
  selected = null,
  label,
  scopeCodes,
  hatchLowest = false,
  alternative = null,
}: {
  /** Where it begins and ends up; the same address for a case that stays. */
  readonly from: Address | null
  readonly to: Address | null
  /** What stands beside the places; `to` alone where there is one. */
  readonly words: { readonly from: string; readonly to: string; readonly alternative?: string }
  /** Whether the way from one to the other is drawn. */
  readonly moves?: boolean
  readonly figures: Figures
  /** Colours of the figures' classes, lowest first. */
  readonly ramp: readonly string[]
  /** Codes to bring into view; the points of the move come in as well. */
  readonly focus: readonly string[]
  readonly selected?: string | null
  readonly label: string
  /** Municipalities that are drawn with a figure; all of the figures when left out. */
  readonly scopeCodes?: ReadonlySet<string>
  /** Hatches the lowest class, as the map page does. */
  readonly hatchLowest?: boolean
  /** A place that could have been asked for, with the area it stands for. */
  readonly alternative?: AlternativePlace | null
}) {
  const shapes = useShapes()
  const to = end?.position ?? null
  const from = start === end ? null : (start?.position ?? null)
  const instead = alternative?.position ?? null
  const key = focus.join()
  // The camera moves when its box is another object, so it is made once per set of codes.
  const bounds = useMemo(() => {
    const areas = key === '' ? null : (shapes?.boundsOf(new Set(key.split(','))) ?? null)
    const points = [from, to, instead]
    return areas === null ? around(points) : holding(areas, points)
  }, [shapes, key, from, to, instead])
  const shown = useMemo(
    () => (scopeCodes === undefined ? figures : new Map([...figures].filter(([code]) => scopeCodes.has(code)))),
    [figures, scopeCodes],
  )
  const look = useMemo((): Look => {
    const unknown = [...shown.values()].filter((figure) => figure.class === null).map(({ code }) => code)
    return {
      coloured: true,
      clinics: false,
      ridingSchools: false,
      ramp,
      lowest: hatchLowest ? [...shown.values()].filter((figure) => figure.class === 0).map(({ code }) => code) : [],
      unknown,
      radius: 0,
      wholeCountry: false,
    }
  }, [shown, ramp, hatchLowest])
  // Each label stands on the side that the way does not take.
  const isEast = from !== null && to !== null && to[0] >= from[0]
  const path = !moves || from === null || to === null ? null : arc(from, to)
  const line: Feature<LineString> | null =
    path === null ? null : { type: 'Feature', properties: {}, geometry: { type: 'LineString', coordinates: path } }
  return (
    <figure className="change-map" aria-label={label}>
      <MapCanvas
        shapes={shapes}
        figures={shown}
        look={look}
        layers={plainLayers}
        bounds={bounds}
        padding={padding}
        selected={selected}
      >
        {line !== null && (
          <Source id="move" type="geojson" data={line}>
            <Layer
              id="move-edge"
              type="line"
              layout={{ 'line-cap': 'round' }}
              paint={{ 'line-color': '#FFFFFF', 'line-width': 5, 'line-opacity': 0.8 }}
            />
            <Layer
              id="move-line"
              type="line"
              paint={{ 'line-color': token('--ink'), 'line-width': 2, 'line-dasharray': [3, 2] }}
            />
          </Source>
        )}
        {alternative !== null && <Alternative place={alternative} label={words.alternative ?? ''} />}
        {path !== null && to !== null && (
          <Marker longitude={to[0]} latitude={to[1]} rotation={headingAt(path)} rotationAlignment="map">
            <span className="move-head" />
          </Marker>
        )}
        {from !== null && (
          <Marker longitude={from[0]} latitude={from[1]}>
            <span className="pin pin-old" />
          </Marker>
        )}
        {from !== null && (
          <Marker longitude={from[0]} latitude={from[1]} {...labelPlace(isEast)}>
            <span className="pin-label">{words.from}</span>
          </Marker>
        )}
        {to !== null && (
          <Marker longitude={to[0]} latitude={to[1]}>
            <span className="pin pin-new" />
          </Marker>
        )}
        {to !== null && (
          <Marker longitude={to[0]} latitude={to[1]} {...labelPlace(!isEast)}>
            <span className="pin-label pin-label-new">{words.to}</span>
          </Marker>
        )}
      </MapCanvas>
    </figure>
  )
}

/** A place on the map: its point, and the corners of the area around it where it is no address. */
interface AlternativePlace {
  readonly position: readonly [number, number] | null
  readonly outline?: readonly (readonly [number, number])[]
}

function Alternative({ place, label }: { readonly place: AlternativePlace; readonly label: string }) {
  const { position, outline = [] } = place
  const [first] = outline
  const area: Feature<Polygon> | null =
    first === undefined
      ? null
      : {
          type: 'Feature',
          properties: {},
          geometry: { type: 'Polygon', coordinates: [[...outline, first].map((corner) => [...corner])] },
        }
  return (
    <>
      {area !== null && (
        <Source id="alternative" type="geojson" data={area}>
          <Layer id="alternative-area" type="fill" paint={{ 'fill-color': token('--ok-fg'), 'fill-opacity': 0.35 }} />
          <Layer id="alternative-edge" type="line" paint={{ 'line-color': token('--ok-fg'), 'line-width': 2 }} />
        </Source>
      )}
      {position !== null && (
        <>
          <Marker longitude={position[0]} latitude={position[1]}>
            <span className="pin pin-alternative" />
          </Marker>
          <Marker longitude={position[0]} latitude={position[1]} anchor="top" offset={[0, 12]}>
            <span className="pin-label pin-label-alternative">{label}</span>
          </Marker>
        </>
      )}
    </>
  )
}

/** Where a label stands beside its point: to the left of it, or to the right. */
function labelPlace(left: boolean): { anchor: 'left' | 'right'; offset: [number, number] } {
  return left ? { anchor: 'right', offset: [-12, 0] } : { anchor: 'left', offset: [12, 0] }
}
