import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CapBasis } from '#api/views/caps'
import type { Look } from '../../map/layers/look.ts'
import { plainLayers } from '../../map/layers.ts'
import { MapCanvas, type Pointed } from '../../map/MapCanvas.tsx'
import { token } from '../../map/palette.ts'
import { useShapes } from '../../map/sources.ts'
import { useAreaNames } from '../../parts/areaNames.ts'
import type { CapArea } from './capsAnswer.ts'
import { excessFigures, excessTokens } from './capsFigures.ts'
import { useGroupName } from './useGroupName.ts'

const padding = { top: 12, right: 12, bottom: 12, left: 12 }

/** The chosen group's excess by area, hatched where some live too far from anybody documented. The board is its speech. */
export function CapsMap({
  areas,
  group,
  basis,
  far,
  maxKm,
}: {
  readonly areas: readonly CapArea[]
  readonly group: string
  readonly basis: CapBasis
  /** Municipalities where R-28 is not met; null while that is not known. */
  readonly far: readonly string[] | null
  readonly maxKm: number
}) {
  const { t } = useTranslation()
  const names = useAreaNames()
  const nameOf = useGroupName()
  const shapes = useShapes()
  const [pointed, setPointed] = useState<Pointed | null>(null)
  const figures = useMemo(
    () =>
      excessFigures(areas, group, basis, names.municipality, (area, excess) =>
        t('caps.group.said', {
          area: area.name,
          value:
            excess === null
              ? t('caps.group.mapUnknown')
              : excess === 0
                ? t('caps.group.mapWithin')
                : t('caps.board.over', { count: excess }),
        }),
      ),
    [areas, group, basis, names, t],
  )
  const look = useMemo(
    (): Look => ({
      coloured: true,
      clinics: false,
      ridingSchools: false,
      ramp: excessTokens.map(token),
      lowest: far ?? [],
      unknown: [...figures.values()].flatMap(({ code, value }) => (value === null ? [code] : [])),
      radius: 0,
      wholeCountry: areas.length > 1,
    }),
    [figures, far, areas],
  )
  const bounds = useMemo(
    () => (figures.size === 0 ? null : (shapes?.boundsOf(new Set(figures.keys())) ?? null)),
    [figures, shapes],
  )
  const over = pointed === null ? undefined : figures.get(String(pointed.id))
  return (
    <figure className="caps-map" aria-label={t('caps.group.map', { group: nameOf(group) })}>
      <div className="caps-map-frame">
        <MapCanvas
          shapes={shapes}
          figures={figures}
          look={look}
          layers={plainLayers}
          bounds={bounds}
          padding={padding}
          onPointer={setPointed}
        />
        {pointed !== null && over !== undefined && (
          <div className="map-tooltip" style={{ left: pointed.x, top: pointed.y }} aria-hidden="true">
            <strong>{over.name}</strong>
            <span>{over.said}</span>
            {far?.includes(over.code) === true && <span>{t('caps.group.mapFar', { km: maxKm })}</span>}
          </div>
        )}
      </div>
      <figcaption className="legend-keys">
        {(['mapWithin', 'mapFew', 'mapMany'] as const).map((word, at) => (
          <span key={word} className="caps-map-key">
            <span
              className="swatch"
              style={{ backgroundColor: `var(${excessTokens[at] ?? '--div-0'})` }}
              aria-hidden="true"
            />
            {t(`caps.group.${word}`)}
          </span>
        ))}
        {look.unknown.length > 0 && (
          <span className="caps-map-key">
            <span className="swatch swatch-dots" aria-hidden="true" />
            {t('caps.group.mapUnknown')}
          </span>
        )}
        {far !== null && far.length > 0 && (
          <span className="caps-map-key">
            <span className="swatch swatch-hatch" aria-hidden="true" />
            {t('caps.group.mapFar', { km: maxKm })}
          </span>
        )}
      </figcaption>
    </figure>
  )
}
