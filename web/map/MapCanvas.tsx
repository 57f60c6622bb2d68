import { Layer, Map as MapLibre, type MapRef, Source } from '@vis.gl/react-maplibre'
import * as maplibre from 'maplibre-gl'
import { type ReactNode, type Ref, useCallback, useEffect, useImperativeHandle, useMemo, useRef, useState } from 'react'
import { emptyStyle } from './basemap.ts'
import type { Bounds } from './bounds.ts'
import { useCamera } from './camera.ts'
import { type Drawing, drawingOf, type Points, sameDrawing, undraw } from './drawing.ts'
import { tellDrawn } from './drawn.ts'
import type { Figures } from './figures.ts'
import type { Layers, Look } from './layers/look.ts'
import { touchable } from './layers.ts'
import type { Shapes } from './shapes.ts'
import { mapOf, mapOptions, prepare, type Started, takeStarted, viewText } from './started.ts'
import { type Emphasis, writeStates } from './states.ts'
import { type Padding, viewOf } from './view.ts'

/** What the pointer is over. */
export interface Pointed {
  readonly layer: string
  readonly properties: Readonly<Record<string, unknown>>
  readonly id: string | number | undefined
  readonly lngLat: readonly [number, number]
  readonly x: number
  readonly y: number
  /** What the kilometre square under the pointer carries, where squares are shown; empty where there is none. */
  readonly square?: Readonly<Record<string, unknown>>
}

const noPoints = {}

interface CanvasProps {
  readonly shapes: Shapes | undefined
  readonly figures: Figures
  readonly look: Look
  readonly layers: readonly Layers[]
  readonly points?: Points
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
  /** Names come and go over a moment; left out, they do. */
  readonly fades?: boolean
  /** Goes on with the map that was begun before the page, when there is one. */
  readonly takesStarted?: boolean
  readonly children?: ReactNode
  readonly ref?: Ref<MapRef>
}

/**
 * The map itself: sea, land, choropleth, lines and names, with hover, selection and focus by feature state. What else a
 * page shows comes as extra sources (`points`) and layers. The canvas is hidden from screen readers: put a list or a
 * table beside it.
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
  fades = true,
  takesStarted = false,
  children,
  ref,
}: CanvasProps & { readonly frame: HTMLElement }) {
  const own = useRef<MapRef>(null)
  const [started] = useState(() => (takesStarted ? takeStarted() : null))
  const [mapLib] = useState(() => (started === null ? maplibre : { ...maplibre, Map: mapOf(started) }))
  const [ready, setReady] = useState(false)
  const [settled, setSettled] = useState(false)
  const [land, setLand] = useState<maplibre.Source>()
  const [style] = useState(emptyStyle)
  const [view] = useState(() => viewOf(frame, bounds, padding))
  const [viewed] = useState(() => started === null || started.view === viewText(frame, bounds, padding))
  const outlined = useOutlined(hovered ?? selected ?? focused)
  // Everything at once: a source that is filled later is cut into tiles twice, and drawn twice.
  const drawing = useMemo(
    () => (shapes === undefined ? null : drawingOf(shapes, figures, look, layers, points, outlined)),
    [shapes, figures, look, layers, points, outlined],
  )
  const emphasis = useMemo(
    () => ({ hovered, selected, focused, dimmedExcept }),
    [hovered, selected, focused, dimmedExcept],
  )
  // The handle must follow the map's creation, which `ready` tells.
  // biome-ignore lint/correctness/useExhaustiveDependencies: see above
  useImperativeHandle<MapRef | null, MapRef | null>(ref, () => own.current, [ready])

  useEffect(() => {
    if (!ready || settled || drawing === null) return
    if (started !== null && !agrees(started, drawing)) {
      undraw(started.map, started.drawing)
      delete frame.dataset.drawn
    } else if (started?.rested === true) tellDrawn(frame, started.map)
    setSettled(true)
    setLand(own.current?.getSource('land'))
  }, [ready, settled, drawing, started, frame])
  useStates(settled ? own.current : null, land, shapes, figures, emphasis)
  useCamera(ready ? own.current : null, bounds, padding, viewed)

  const pointer = useCallback((event: maplibre.MapLayerMouseEvent) => pointed(event), [])
  const made = useCallback(
    (handle: MapRef | null) => {
      own.current = handle
      if (handle === null || started === null || !started.styled) return
      if (started.rested) frame.dataset.drawn = started.frame.dataset.drawn
      setReady(true)
    },
    [started, frame],
  )
  return (
    <MapLibre
      {...mapOptions}
      fadeDuration={fades ? mapOptions.fadeDuration : 0}
      ref={made}
      mapLib={mapLib}
      mapStyle={style}
      initialViewState={view}
      interactiveLayerIds={touchable.filter((id) => own.current?.getLayer(id) !== undefined)}
      cursor="default"
      onStyleData={({ target }) => {
        if (ready) return
        prepare(target)
        setReady(true)
      }}
      onSourceData={({ target, sourceId }) => {
        if (sourceId === 'land') setLand(target.getSource('land'))
      }}
      onIdle={({ target }) => {
        if (settled && target.getLayer('municipality-fill') !== undefined) tellDrawn(frame, target)
      }}
      onError={(event) => {
        // Once drawn, a failing tile is no reason to take the map away.
        if (frame.dataset.drawn === undefined) onError?.(event.error)
      }}
      onMouseMove={(event) => onPointer?.(pointer(event))}
      onMouseOut={() => onPointer?.(null)}
      onClick={(event) => onPress?.(pointer(event))}
    >
      {ready && settled && drawing !== null && (
        <>
          {Object.entries(drawing.sources).map(([id, source]) => (
            <Source key={id} id={id} {...source} />
          ))}
          {drawing.layers.map((layer) => (
            <Layer key={layer.id} {...layer} />
          ))}
          {children}
        </>
      )}
    </MapLibre>
  )
}

/** Whether a map begun before the page shows what the page would draw. */
function agrees({ drawing: begun, failed }: Started, drawing: Drawing): boolean {
  return !failed && sameDrawing(begun, drawing)
}

/** Whether any municipality has been outlined: until then the outlines are not cut into tiles. */
function useOutlined(code: string | null): boolean {
  const [outlined, setOutlined] = useState(code !== null)
  if (code !== null && !outlined) setOutlined(true)
  return outlined
}

/** Keeps the feature states of `land` as the page wants them. */
function useStates(
  map: MapRef | null,
  land: maplibre.Source | undefined,
  shapes: Shapes | undefined,
  figures: Figures,
  emphasis: Emphasis,
): void {
  useEffect(() => {
    if (map === null || shapes === undefined || land === undefined || map.getSource('land') !== land) return
    writeStates(map, shapes, figures, emphasis)
  }, [map, land, shapes, figures, emphasis])
}

function pointed(event: maplibre.MapLayerMouseEvent): Pointed | null {
  const features = event.features ?? []
  // A square is no thing of its own: what is pointed at is its municipality.
  const top = features.find(({ layer }) => !layer.id.startsWith('cell-'))
  if (top === undefined) return null
  const isSquare = features.some(({ layer }) => layer.id === 'cell-ground')
  const square = features.find(({ layer }) => layer.id === 'cell-fill')?.properties ?? {}
  return {
    ...(isSquare ? { square } : {}),
    layer: top.layer.id,
    properties: top.properties,
    id: top.id,
    lngLat: [event.lngLat.lng, event.lngLat.lat],
    x: event.point.x,
    y: event.point.y,
  }
}
