import type { MapRef } from '@vis.gl/react-maplibre'
import type { FeatureCollection, Point } from 'geojson'
import { type ReactNode, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { denmark } from './bounds.ts'
import { showBounds } from './camera.ts'
import type { Figures } from './figures.ts'
import type { Look } from './layers/look.ts'
import { layers } from './layers.ts'
import { MapCanvas, type Pointed } from './MapCanvas.tsx'
import { MapControls } from './MapControls.tsx'
import { MapScale } from './MapScale.tsx'
import { MapTooltip, type Tip } from './MapTooltip.tsx'
import { NeighbourList } from './NeighbourList.tsx'
import { boundsAround, SelectedPlace, useSelectedPlace } from './SelectedPlace.tsx'
import type { Target } from './selection.ts'
import type { Shapes } from './shapes.ts'
import type { Padding } from './view.ts'

/** The whole map of the map page: canvas, tooltip, the list that is its keyboard and its speech, and zoom buttons. */
export function MapView({
  shapes,
  figures,
  unit,
  look,
  clinics,
  schools,
  scope,
  padding,
  target,
  hovered,
  focused,
  dimmedExcept,
  onHover,
  onFocus,
  onSelect,
  onPlace,
  onError,
  squareSaid,
  overlay,
  children,
}: {
  readonly shapes: Shapes | undefined
  readonly figures: Figures
  readonly unit: 'hoursTenths' | 'unitsHundredths'
  readonly look: Look
  readonly clinics: FeatureCollection<Point>
  readonly schools: FeatureCollection<Point>
  /** Codes to show; null for the whole country. */
  readonly scope: ReadonlySet<string> | null
  readonly padding: Padding
  readonly target: Target | null
  readonly hovered: string | null
  readonly focused: string | null
  readonly dimmedExcept: number | null
  readonly onHover: (code: string | null) => void
  readonly onFocus: (code: string | null) => void
  readonly onSelect: (target: Target | null) => void
  /** A point on land was pressed; left out, its municipality is selected. */
  readonly onPlace?: (code: string, at: readonly [number, number]) => void
  readonly onError: (reason: unknown) => void
  /** What a kilometre square says, where squares are shown. */
  readonly squareSaid?: ((square: Readonly<Record<string, unknown>>) => string) | undefined
  /** Sources and layers over all others. */
  readonly overlay?: ReactNode
  readonly children?: ReactNode
}) {
  const { t } = useTranslation()
  const map = useRef<MapRef>(null)
  const [pointed, setPointed] = useState<Pointed | null>(null)
  const bounds = useMemo(() => (scope === null ? denmark : (shapes?.boundsOf(scope) ?? null)), [scope, shapes])
  const points = useMemo(() => ({ clinics, 'riding-schools': schools }), [clinics, schools])
  const selected = target?.kind === 'municipality' ? target.id : null
  const place = useSelectedPlace(target, clinics, schools)
  const aim = useMemo(() => (place === null ? bounds : boundsAround(place)), [place, bounds])

  const home = () => {
    if (bounds !== null && map.current !== null) showBounds(map.current, bounds, padding)
  }
  const press = (at: Pointed | null) => {
    if (at === null) return onSelect(null)
    if (at.layer === 'clinic-clusters') {
      map.current?.easeTo({ center: [...at.lngLat], zoom: (map.current.getZoom() ?? 7) + 1.8 })
      return
    }
    if (at.layer === 'municipality-fill' && onPlace !== undefined) return onPlace(String(at.properties.code), at.lngLat)
    onSelect(targetOf(at))
  }
  const tip = squareTip(pointed, squareSaid) ?? tipOf(pointed) ?? focusTip(map.current, shapes, focused)
  return (
    <div className="map-frame">
      <MapCanvas
        ref={map}
        shapes={shapes}
        figures={figures}
        look={look}
        layers={layers}
        points={points}
        bounds={aim}
        padding={padding}
        hovered={hovered}
        selected={selected}
        focused={focused}
        dimmedExcept={dimmedExcept}
        onPointer={(at) => {
          setPointed(at)
          onHover(at?.layer === 'municipality-fill' ? String(at.properties.code) : null)
        }}
        onPress={press}
        onError={onError}
        takesStarted
      >
        <MapScale />
        {overlay}
        {place !== null && <SelectedPlace place={place} />}
      </MapCanvas>
      <NeighbourList
        label={t('map.listbox')}
        shapes={shapes}
        figures={figures}
        selected={selected}
        focused={focused}
        onFocus={(code) => {
          onFocus(code)
          if (code !== null) reveal(map.current, shapes, code)
        }}
        onSelect={(code) => onSelect(code === null ? null : { kind: 'municipality', id: code })}
        onZoom={(step) => (step === 0 ? home() : map.current?.zoomTo(map.current.getZoom() + step))}
      />
      {tip !== null && <MapTooltip tip={tip} figures={figures} unit={unit} />}
      <MapControls onZoom={(step) => map.current?.zoomTo(map.current.getZoom() + step)} onHome={home} />
      {children}
    </div>
  )
}

function targetOf({ layer, properties }: Pointed): Target | null {
  if (layer === 'clinics') return { kind: 'clinic', id: String(properties.clinic) }
  if (layer === 'riding-schools') return { kind: 'school', id: String(properties.school) }
  if (layer === 'coverage-supply') return supplyTarget(properties)
  if (layer === 'municipal-offers') return { kind: 'municipality', id: String(properties.offeredBy) }
  return layer === 'municipality-fill' ? { kind: 'municipality', id: String(properties.code) } : null
}

function supplyTarget({ kind, id }: Pointed['properties']): Target | null {
  return kind === 'clinic' || kind === 'school' || kind === 'municipality' ? { kind, id: String(id) } : null
}

function squareTip(pointed: Pointed | null, said: ((square: NonNullable<Pointed['square']>) => string) | undefined) {
  if (pointed?.square === undefined || pointed.layer !== 'municipality-fill' || said === undefined) return null
  const { properties, square, x, y } = pointed
  return { kind: 'square', name: String(properties.name), said: said(square), x, y } as const
}

function tipOf(pointed: Pointed | null): Tip | null {
  if (pointed === null) return null
  const { layer, properties, x, y } = pointed
  if (layer === 'municipality-fill')
    return { kind: 'municipality', code: String(properties.code), name: String(properties.name), x, y }
  if (layer === 'coverage-supply')
    return { kind: 'supply', name: String(properties.name), said: String(properties.said), x, y }
  if (layer === 'clinic-clusters') return { kind: 'cluster', count: Number(properties.point_count), x, y }
  const kind = layer === 'clinics' ? 'clinic' : 'school'
  const capacity = typeof properties.capacity === 'number' ? properties.capacity : null
  return { kind, name: String(properties.name), capacity, x, y }
}

function focusTip(map: MapRef | null, shapes: Shapes | undefined, code: string | null): Tip | null {
  const point = code === null ? undefined : shapes?.labels.get(code)
  if (map === null || point === undefined || code === null) return null
  const [lng = 0, lat = 0] = point
  const { x, y } = map.project([lng, lat])
  const name = shapes?.municipalities.find((one) => one.code === code)?.name
  return { kind: 'municipality', code, name: name ?? code, x, y }
}

/** Moves the map only when the municipality's label is off the screen. */
function reveal(map: MapRef | null, shapes: Shapes | undefined, code: string): void {
  const [lng, lat] = shapes?.labels.get(code) ?? []
  if (map === null || lng === undefined || lat === undefined) return
  if (!map.getBounds().contains([lng, lat])) map.easeTo({ center: [lng, lat] })
}
