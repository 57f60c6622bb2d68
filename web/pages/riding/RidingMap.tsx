import type { FeatureCollection } from 'geojson'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { RegionCode } from '#events/identifiers'
import { capacity } from '../../format.ts'
import type { Figures } from '../../map/figures.ts'
import { choropleth as ground } from '../../map/layers/choropleth.ts'
import { labels } from '../../map/layers/labels.ts'
import { lines } from '../../map/layers/land.ts'
import { type Look, plainLook } from '../../map/layers/look.ts'
import { countyLines, countyNames, ridingAreas } from '../../map/layers/ridingAreas.ts'
import { toldSchools, underWords } from '../../map/layers/ridingSchools.ts'
import { selection } from '../../map/layers/selection.ts'
import { MapCanvas, type Pointed } from '../../map/MapCanvas.tsx'
import { useShapes } from '../../map/sources.ts'
import { useAreas } from '../../shell/scope.ts'
import { useLanguage } from '../../text/i18n.ts'
import type { Agreement } from './agreements.ts'
import { areasLook, schoolPoints } from './mapData.ts'
import { minHoursText } from './minHoursText.ts'

const padding = { top: 20, right: 20, bottom: 20, left: 32 }
const look: Look = { ...plainLook, ridingSchools: true }
const empty: FeatureCollection = { type: 'FeatureCollection', features: [] }

/** Schools by hours, and the areas of the agreements looked at. The table beside it is its keyboard and its speech. */
export function RidingMap({
  region,
  rows,
  looked,
  school,
  counties,
  minHours,
  onHover,
  onPick,
}: {
  readonly region: RegionCode
  readonly rows: readonly Agreement[]
  /** Agreements whose areas are shown. */
  readonly looked: readonly Agreement[]
  /** School that stands out. */
  readonly school: string | null
  /** Whether the former counties are drawn. */
  readonly counties: boolean
  readonly minHours: number | null
  readonly onHover: (school: string | null) => void
  readonly onPick: (school: string | null) => void
}) {
  const { t } = useTranslation()
  const language = useLanguage()
  const shapes = useShapes()
  const areas = useAreas().data
  const [pointed, setPointed] = useState<Pointed | null>(null)
  const scope = areas?.regions.find(({ code }) => code === region)?.municipalities
  const figures = useMemo(
    (): Figures =>
      new Map(
        (scope ?? []).map((code) => {
          const name = areas?.municipalities.find((one) => one.code === code)?.name ?? code
          return [code, { code, name, value: null, text: '', said: '', class: null, rank: null, population: null }]
        }),
      ),
    [scope, areas],
  )
  const bounds = useMemo(
    () => (scope === undefined ? null : (shapes?.boundsOf(new Set<string>(scope)) ?? null)),
    [scope, shapes],
  )
  const schools = useMemo(() => schoolPoints(rows), [rows])
  const points = useMemo(
    () => ({
      'riding-schools': schools,
      'county-names': (counties ? shapes?.counties : undefined) ?? empty,
    }),
    [schools, counties, shapes],
  )
  const hours = minHoursText(minHours, language)
  const under = t('riding.map.under', { hours })
  const formerWord = t('riding.area.county', { county: '' }).trim()
  const layers = useMemo(() => {
    const drawn = { ...areasLook(rows, looked), counties, former: formerWord }
    const places = [lines, countyLines(drawn), selection, toldSchools(school), labels]
    return [ground, ridingAreas(drawn), ...places, countyNames(drawn), underWords(under)]
  }, [rows, looked, counties, formerWord, school, under])
  const over = schools.features.find(
    ({ properties }) => pointed?.layer === 'riding-schools' && properties?.school === pointed.properties.school,
  )?.properties
  return (
    <figure className="riding-map" aria-label={t('riding.map.label')}>
      <MapCanvas
        shapes={scope === undefined ? undefined : shapes}
        figures={figures}
        look={look}
        layers={layers}
        points={points}
        bounds={bounds}
        padding={padding}
        onPointer={(at) => {
          setPointed(at)
          onHover(at?.layer === 'riding-schools' ? String(at.properties.school) : null)
        }}
        onPress={(at) => onPick(at?.layer === 'riding-schools' ? String(at.properties.school) : null)}
      />
      {pointed !== null && over !== undefined && over !== null && (
        <div className="map-tooltip" style={{ left: pointed.x, top: pointed.y }} aria-hidden="true">
          <strong>{String(over.name)}</strong>
          <span>
            {t('riding.map.schoolLine', {
              hours: capacity(Number(over.hoursTenths), 'hoursTenths', language),
              agreements: t('riding.agreements', { count: Number(over.agreements) }),
            })}
          </span>
          {over.under === true && <span>{under}</span>}
        </div>
      )}
    </figure>
  )
}
