import './worker.ts'
import { Layer, Map as MapLibre, type MapRef, Source } from '@vis.gl/react-maplibre'
import type { FeatureCollection, Geometry } from 'geojson'
import * as maplibre from 'maplibre-gl'
import 'maplibre-gl/dist/maplibre-gl.css'
import { type ReactNode, type Ref, useCallback, useEffect, useImperativeHandle, useMemo, useRef, useState } from 'react'
import { emptyStyle, namesOf } from './basemap.ts'
import type { Bounds } from './bounds.ts'
import { type Padding, reducedMotion, useCamera, viewOf } from './camera.ts'
import { type Figures, labelsOf } from './figures.ts'
import { addImages } from './images.ts'
import type { Layers, Look } from './layers/look.ts'
import { touchable } from './layers.ts'
import type { Shapes } from './shapes.ts'

/** What the pointer is over. */
export interface Pointed {
  readonly layer: string
  readonly properties: Readonly<Record<string, unknown>>
  readonly id: string | number | undefined
  readonly lngLat: readonly [number, number]
  readonly x: number
  readonly y: number
}

const noPoints = {}
/** Around all land: no tile is asked for beyond. */
const landBounds: [number, number, number, number] = [7.9, 54.4, 15.4, 57.9]
const maxBounds: [number, number, number, number] = [2, 52.5, 21, 60]

interface CanvasProps {
  readonly shapes: Shapes | undefined
  readonly figures: Figures
  readonly look: Look
  readonly layers: readonly Layers[]
  /** Sources of points by id; `clinics` is clustered. */
  readonly points?: Readonly<Record<string, FeatureCollection<Geometry>>>
  /** What to show; a change moves the map there. */
  readonly bounds: Bounds | null
  readonly padding: Padding
  readonly hovered?: string | null
  readonly selected?: string | null
  readonly focused?: string | null
  /** A class of the legend that stands out. */
  readonly dimmedExcept?: number | null
  readonly onPointer?: (pointed: Pointed | null) => void
  readonly onPress?: (pointed: Pointed | null) => void
  readonly onError?: (reason: unknown) => void
  readonly children?: ReactNode
  readonly ref?: Ref<MapRef>
}

/**
 * The map itself: sea, land, choropleth, lines and names, with hover, selection and focus by feature state. What else a
 * page shows comes as extra sources (`points`) and layers. Nothing is shown before all of it is drawn, and then at once.
 * The canvas is hidden from screen readers: put a list or a table beside it.
 */
export function MapCanvas(props: CanvasProps) {
  const [frame, setFrame] = useState<HTMLDivElement | null>(null)
  // The sea is the ground that the canvas is seen on.
  return (
    <div className="map-canvas" ref={setFrame} style={{ background: 'var(--map-sea)' }} aria-hidden="true">
      {frame !== null && <FramedMap {...props} frame={frame} />}
    </div>
  )
}

function FramedMap({
  frame,
  shapes,
  figures,
  look,
  layers,
  points = noPoints,
  bounds,
  padding,
  hovered = null,
  selected = null,
  focused = null,
  dimmedExcept = null,
  onPointer,
  onPress,
  onError,
  children,
  ref,
}: CanvasProps & { readonly frame: HTMLElement }) {
  const own = useRef<MapRef>(null)
  const [ready, setReady] = useState(false)
  const [land, setLand] = useState<maplibre.Source>()
  const [style] = useState(emptyStyle)
  const [view] = useState(() => viewOf(frame, bounds, padding))
  const outlined = useOutlined(hovered ?? selected ?? focused)
  // Everything at once: a source that is filled later is cut into tiles twice, and drawn twice.
  const filled = ready && shapes !== undefined
  const names = useMemo(
    () => (shapes === undefined ? null : namesOf(shapes, labelsOf(shapes, figures, look))),
    [shapes, figures, look],
  )
  const regions = useMemo(() => shapes?.regions.features.map(({ properties }) => properties.code) ?? [], [shapes])
  // The handle must follow the map's creation, which `ready` tells.
  // biome-ignore lint/correctness/useExhaustiveDependencies: see above
  useImperativeHandle<MapRef | null, MapRef | null>(ref, () => own.current, [ready])

  useStates(filled ? own.current : null, land, shapes, figures, { hovered, selected, focused, dimmedExcept })
  useCamera(ready ? own.current : null, bounds, padding)

  const pointer = useCallback((event: maplibre.MapLayerMouseEvent) => pointed(event), [])
  return (
    <MapLibre
      ref={own}
      mapLib={maplibre}
      mapStyle={style}
      initialViewState={view}
      maxBounds={maxBounds}
      minZoom={4.5}
      maxZoom={14}
      dragRotate={false}
      pitchWithRotate={false}
      touchPitch={false}
      keyboard={false}
      attributionControl={false}
      fadeDuration={reducedMotion() ? 0 : 150}
      interactiveLayerIds={touchable.filter((id) => own.current?.getLayer(id) !== undefined)}
      cursor="default"
      onStyleData={({ target }) => {
        if (ready) return
        addImages(target)
        // Focus belongs to the list beside the map, never to the hidden canvas.
        target.getCanvas().tabIndex = -1
        target.touchZoomRotate.disableRotation()
        setReady(true)
      }}
      onSourceData={({ target, sourceId }) => {
        if (sourceId === 'land') setLand(target.getSource('land'))
      }}
      onIdle={({ target }) => {
        if (target.getLayer('municipality-fill') === undefined) return
        if (frame.dataset.whole === undefined) {
          frame.dataset.whole = ''
          target.triggerRepaint()
          return
        }
        performance.mark('map-idle')
        frame.dataset.drawn = drawn(target)
      }}
      onError={(event) => {
        // Once drawn, a failing tile is no reason to take the map away.
        if (frame.dataset.drawn === undefined) onError?.(event.error)
      }}
      onMouseMove={(event) => onPointer?.(pointer(event))}
      onMouseOut={() => onPointer?.(null)}
      onClick={(event) => onPress?.(pointer(event))}
    >
      {filled && names !== null && (
        <>
          <Source
            id="land"
            type="vector"
            tiles={[shapes.tiles.url]}
            maxzoom={shapes.tiles.maxZoom}
            bounds={landBounds}
            promoteId="code"
          />
          <Source id="names" type="geojson" data={names} />
          {Object.entries(points).map(([id, data]) =>
            id === 'clinics' ? (
              <Source
                key={id}
                id={id}
                type="geojson"
                data={data}
                cluster
                clusterRadius={15}
                clusterMaxZoom={10}
                clusterProperties={{ capacity: ['+', ['number', ['get', 'capacity'], 0]] }}
              />
            ) : (
              <Source key={id} id={id} type="geojson" data={data} />
            ),
          )}
          {layers
            .flatMap((make) => make(look, outlined, regions))
            .map((layer) => (
              <Layer key={layer.id} {...layer} />
            ))}
          {children}
        </>
      )}
    </MapLibre>
  )
}

/** Whether any municipality has been outlined: until then the outlines are not cut into tiles. */
function useOutlined(code: string | null): boolean {
  const [outlined, setOutlined] = useState(code !== null)
  if (code !== null && !outlined) setOutlined(true)
  return outlined
}

/** Writes class, scope, hover, selection and focus into the feature state of `land`; no source is touched. */
function useStates(
  map: MapRef | null,
  land: maplibre.Source | undefined,
  shapes: Shapes | undefined,
  figures: Figures,
  state: {
    readonly hovered: string | null
    readonly selected: string | null
    readonly focused: string | null
    readonly dimmedExcept: number | null
  },
): void {
  const { hovered, selected, focused, dimmedExcept } = state
  const written = useRef({ land, texts: new Map<string, string>() })
  useEffect(() => {
    // The states go with the source.
    if (written.current.land !== land) written.current = { land, texts: new Map() }
    if (map === null || shapes === undefined || land === undefined || map.getSource('land') !== land) return
    const { texts } = written.current
    for (const { code } of shapes.municipalities) {
      const figure = figures.get(code)
      const next = {
        scope: figure !== undefined,
        class: figure?.class ?? null,
        dim: dimmedExcept !== null && figure !== undefined && figure.class !== dimmedExcept,
        hover: code === hovered,
        selected: code === selected,
        focus: code === focused,
      }
      // A state written again costs a frame, changed or not.
      const text = JSON.stringify(next)
      if (texts.get(code) === text) continue
      texts.set(code, text)
      map.setFeatureState({ source: 'land', sourceLayer: 'municipalities', id: code }, next)
    }
  }, [map, land, shapes, figures, hovered, selected, focused, dimmedExcept])
}

function pointed(event: maplibre.MapLayerMouseEvent): Pointed | null {
  const [top] = event.features ?? []
  if (top === undefined) return null
  return {
    layer: top.layer.id,
    properties: top.properties,
    id: top.id,
    lngLat: [event.lngLat.lng, event.lngLat.lat],
    x: event.point.x,
    y: event.point.y,
  }
}

/** Layers that tell whether the map is drawn. */
const telling = [
  'municipality-fill',
  'region-line',
  'clinics',
  'clinic-clusters',
  'riding-schools',
  'municipality-names',
  'municipality-values',
  'region-names',
  'towns',
]

/** How many features of each layer are on the screen, for whoever must know that the map is drawn: `towns:12 clinics:98`. */
function drawn(map: maplibre.Map): string {
  const layers = telling.filter((id) => map.getLayer(id) !== undefined)
  const seen = new Map(layers.map((id) => [id, new Set<string>()]))
  for (const { layer, id, properties } of map.queryRenderedFeatures({ layers })) {
    seen.get(layer.id)?.add(String(id ?? properties.code ?? properties.name ?? properties.clinic ?? properties.school))
  }
  return [...seen].map(([layer, ids]) => `${layer}:${ids.size}`).join(' ')
}
