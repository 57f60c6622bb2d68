import type { MapRef } from '@vis.gl/react-maplibre'
import { type Ref, useEffect, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { EffectiveDate } from '#events/time'
import type { Look } from '../../map/layers/look.ts'
import { plainLayers } from '../../map/layers.ts'
import { MapCanvas, type Pointed } from '../../map/MapCanvas.tsx'
import { token } from '../../map/palette.ts'
import { useShapes } from '../../map/sources.ts'
import type { MapMatter } from './mapMatter.ts'
import type { ComparedSide, MapSide } from './useLaboratoryChoice.ts'

const padding = { top: 12, right: 12, bottom: 12, left: 12 }

/**
 * A, B or how they differ, by municipality; or A and B in one frame, with a line between them that is moved. A press leads to
 * the row of the matrix.
 */
export function SidesMap({
  matter,
  asOf,
  side,
  focused,
  onPick,
}: {
  readonly matter: MapMatter
  /** The date of both sides, whose regions are drawn. */
  readonly asOf: EffectiveDate
  readonly side: MapSide
  readonly focused: string | null
  readonly onPick: (municipality: string) => void
}) {
  const { t } = useTranslation()
  const [left, setLeft] = useState<MapRef | null>(null)
  const [right, setRight] = useState<MapRef | null>(null)
  const [cut, setCut] = useState(50)
  useOneCamera(left, right)
  const legend = side === 'both' ? 'a' : side
  const ticks = matter.ticks(legend)
  const shown = { matter, asOf, focused, onPick }
  return (
    <figure className="caps-map lab-map" aria-label={matter.label(side)}>
      {side === 'both' ? (
        <>
          <div className="caps-map-frame lab-swipe">
            <SideCanvas {...shown} side="a" ref={setLeft} />
            <div className="lab-swipe-over" style={{ clipPath: `inset(0 0 0 ${cut}%)` }}>
              <SideCanvas {...shown} side="b" ref={setRight} />
            </div>
            <span className="lab-swipe-line" style={{ left: `${cut}%` }} aria-hidden="true" />
          </div>
          <label className="lab-swipe-handle">
            <strong>A</strong>
            <span className="visually-hidden">{t('scenarios.sides.line')}</span>
            <input
              type="range"
              min={0}
              max={100}
              step={5}
              value={cut}
              aria-valuetext={t('scenarios.sides.lineAt', { a: cut, b: 100 - cut })}
              onChange={(event) => setCut(event.target.valueAsNumber)}
            />
            <strong>B</strong>
          </label>
        </>
      ) : (
        <div className="caps-map-frame">
          <SideCanvas {...shown} side={side} />
        </div>
      )}
      <figcaption>
        <ol className="lab-ramp">
          {matter.scale(legend).ramp.map((colour, at) => (
            <li key={colour}>
              <span className="lab-ramp-colour" style={{ backgroundColor: `var(${colour})` }} aria-hidden="true" />
              <span>{ticks[at]}</span>
            </li>
          ))}
        </ol>
        <p className="lab-ramp-ends">
          {matter.ends(legend).map((word) => (
            <span key={word}>{word}</span>
          ))}
        </p>
        <p className="lab-ramp-ends">{t('laboratory.comparison.pick')}</p>
      </figcaption>
    </figure>
  )
}

/** One map of one side. */
function SideCanvas({
  matter,
  asOf,
  side,
  focused,
  onPick,
  ref,
}: {
  readonly matter: MapMatter
  readonly asOf: EffectiveDate
  readonly side: ComparedSide
  readonly focused: string | null
  readonly onPick: (municipality: string) => void
  readonly ref?: Ref<MapRef>
}) {
  const shapes = useShapes(asOf)
  const [pointed, setPointed] = useState<Pointed | null>(null)
  const figures = useMemo(() => matter.figures(side), [matter, side])
  const unknown = [...figures.values()].flatMap(({ code, value }) => (value === null ? [code] : [])).join(',')
  const isCountry = figures.size > 60
  const codes = [...figures.keys()].join(',')
  const look = useMemo(
    (): Look => ({
      coloured: true,
      clinics: false,
      ridingSchools: false,
      ramp: matter.scale(side).ramp.map(token),
      lowest: [],
      unknown: unknown === '' ? [] : unknown.split(','),
      radius: 0,
      wholeCountry: isCountry,
      among: codes.split(','),
    }),
    [matter.scale, side, unknown, isCountry, codes],
  )
  const bounds = useMemo(
    () => (codes === '' ? null : (shapes?.boundsOf(new Set(codes.split(','))) ?? null)),
    [codes, shapes],
  )
  const over = pointed === null ? undefined : figures.get(String(pointed.id))
  return (
    <>
      <MapCanvas
        {...(ref === undefined ? {} : { ref })}
        shapes={shapes}
        figures={figures}
        look={look}
        layers={plainLayers}
        bounds={bounds}
        padding={padding}
        selected={focused}
        fades={false}
        onPointer={setPointed}
        onPress={(at) => {
          const hit = at === null ? undefined : figures.get(String(at.id))
          if (hit !== undefined) onPick(hit.code)
        }}
      />
      {pointed !== null && over !== undefined && (
        <div className="map-tooltip" style={{ left: pointed.x, top: pointed.y }} aria-hidden="true">
          <strong>{over.name}</strong>
          <span>{over.said}</span>
        </div>
      )}
    </>
  )
}

/** Two maps move as one. */
function useOneCamera(one: MapRef | null, other: MapRef | null): void {
  useEffect(() => {
    if (one === null || other === null) return
    let following = false
    const follow = (from: MapRef, to: MapRef) => () => {
      if (following) return
      following = true
      to.jumpTo({ center: from.getCenter(), zoom: from.getZoom() })
      following = false
    }
    const forth = follow(one, other)
    const back = follow(other, one)
    one.on('move', forth)
    other.on('move', back)
    return () => {
      one.off('move', forth)
      other.off('move', back)
    }
  }, [one, other])
}
