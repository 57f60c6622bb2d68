import type { MapRef } from '@vis.gl/react-maplibre'
import { type Ref, useEffect, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { none, number, percent, signed } from '../../format.ts'
import type { Look } from '../../map/layers/look.ts'
import { plainLayers } from '../../map/layers.ts'
import { MapCanvas, type Pointed } from '../../map/MapCanvas.tsx'
import { token } from '../../map/palette.ts'
import { useShapes } from '../../map/sources.ts'
import { useLanguage } from '../../text/i18n.ts'
import { useGroupName } from '../caps/useGroupName.ts'
import { comparisonFigures, comparisonScale } from './comparisonFigures.ts'
import type { Compared, ComparedRow } from './useComparison.ts'
import type { ComparedSide, MapSide } from './useLaboratoryChoice.ts'

const padding = { top: 12, right: 12, bottom: 12, left: 12 }

/**
 * Who is covered in A, in B, or how they differ, by municipality; or A and B in one frame, with a line between them that is
 * moved. A press leads to the row of the matrix.
 */
export function ComparisonMap({
  compared,
  group,
  side,
  focused,
  onPick,
}: {
  readonly compared: Compared
  readonly group: string
  readonly side: MapSide
  readonly focused: string | null
  readonly onPick: (municipality: string) => void
}) {
  const { t } = useTranslation()
  const language = useLanguage()
  const groupName = useGroupName()
  const [left, setLeft] = useState<MapRef | null>(null)
  const [right, setRight] = useState<MapRef | null>(null)
  const [cut, setCut] = useState(50)
  useOneCamera(left, right)
  const { rows, max, unit } = compared
  const scale = comparisonScale(side === 'difference' ? 'difference' : 'a')
  const label =
    side === 'both'
      ? t('scenarios.sides.pair', { group: groupName(group) })
      : t('laboratory.comparison.map', {
          what: t(`laboratory.comparison.mapWhat.${side}`),
          group: groupName(group),
        })
  const shown = { rows, focused, onPick }
  return (
    <figure className="caps-map lab-map" aria-label={label}>
      {side === 'both' ? (
        <>
          <div className="caps-map-frame lab-swipe">
            <ComparisonCanvas {...shown} side="a" ref={setLeft} />
            <div className="lab-swipe-over" style={{ clipPath: `inset(0 0 0 ${cut}%)` }}>
              <ComparisonCanvas {...shown} side="b" ref={setRight} />
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
          <ComparisonCanvas {...shown} side={side} />
        </div>
      )}
      <figcaption>
        <ol className="lab-ramp">
          {scale.ramp.map((colour, at) => (
            <li key={colour}>
              <span className="lab-ramp-colour" style={{ backgroundColor: `var(${colour})` }} aria-hidden="true" />
              <span>{rangeText(scale.limits, at, side, (value) => number(value, language))}</span>
            </li>
          ))}
        </ol>
        <p className="lab-ramp-ends">
          {side === 'difference' ? (
            <>
              <span>{t('laboratory.comparison.worse')}</span>
              <span>{t('laboratory.comparison.pointsUnit')}</span>
              <span>{t('laboratory.comparison.better')}</span>
            </>
          ) : (
            <span>{t(`laboratory.comparison.coveredShare`, { max, unit: t(`laboratory.comparison.${unit}`) })}, %</span>
          )}
        </p>
        <p className="lab-ramp-ends">{t('laboratory.comparison.pick')}</p>
      </figcaption>
    </figure>
  )
}

/** One map of one side. */
function ComparisonCanvas({
  rows,
  side,
  focused,
  onPick,
  ref,
}: {
  readonly rows: readonly ComparedRow[]
  readonly side: ComparedSide
  readonly focused: string | null
  readonly onPick: (municipality: string) => void
  readonly ref?: Ref<MapRef>
}) {
  const { t } = useTranslation()
  const language = useLanguage()
  const shapes = useShapes()
  const [pointed, setPointed] = useState<Pointed | null>(null)
  const figures = useMemo(() => {
    const share = (value: number | null) => (value === null ? t('caps.told.unknown') : percent(value, language))
    const difference = (value: number | null) =>
      value === null ? none : value === 0 ? t('laboratory.comparison.same') : signed(value, language, 1)
    return comparisonFigures(rows, side, {
      text: (value) =>
        side === 'difference'
          ? value === null || value === 0
            ? ''
            : signed(value * 100, language, 1)
          : value === null
            ? ''
            : percent(value, language, 0),
      said: (row: ComparedRow) =>
        t('laboratory.comparison.said', {
          a: share(row.a),
          b: share(row.b),
          difference: difference(row.difference),
        }),
    })
  }, [rows, side, language, t])
  const look = useMemo(
    (): Look => ({
      coloured: true,
      clinics: false,
      ridingSchools: false,
      ramp: comparisonScale(side).ramp.map(token),
      lowest: [],
      unknown: [...figures.values()].flatMap(({ code, value }) => (value === null ? [code] : [])),
      radius: 0,
      wholeCountry: figures.size > 60,
    }),
    [figures, side],
  )
  const codes = rows.map(({ municipality }) => municipality).join(',')
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

/** The lower end of a class as the legend writes it; the middle of a difference is from two below to two above. */
function rangeText(limits: readonly number[], at: number, side: MapSide, say: (value: number) => string): string {
  const percentOf = (value: number) => Math.round(value * 100)
  const low = limits[at - 1]
  const high = limits[at]
  if (low === undefined) return `≤ ${say(percentOf(high ?? 0))}`
  if (high === undefined) return `> ${say(percentOf(low))}`
  if (side === 'difference' && low < 0 && high > 0) return `±${say(percentOf(high))}`
  return side === 'difference' && high < 0 ? `≤ ${say(percentOf(high))}` : `> ${say(percentOf(low))}`
}
