import { useQuery } from '@tanstack/react-query'
import type { FeatureCollection, Point } from 'geojson'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { viewQuery } from '../../api.ts'
import { date } from '../../format.ts'
import { choropleth } from '../../map/layers/choropleth.ts'
import { labels } from '../../map/layers/labels.ts'
import { lines } from '../../map/layers/land.ts'
import type { Layers, Look } from '../../map/layers/look.ts'
import { ridingSchools } from '../../map/layers/ridingSchools.ts'
import { selection } from '../../map/layers/selection.ts'
import { MapCanvas, type Pointed } from '../../map/MapCanvas.tsx'
import { token } from '../../map/palette.ts'
import { shapesOf } from '../../map/shapes.ts'
import { Failed } from '../../parts/Failed.tsx'
import { Panel } from '../../parts/Panel.tsx'
import { Segmented } from '../../parts/Segmented.tsx'
import { useLanguage } from '../../text/i18n.ts'
import { useMoment } from '../../time/moment.ts'
import { areaKeys, type ColourBy, moveFigures } from './colours.ts'
import { type Reform, regionNames } from './reformAnswer.ts'
import { useRegionName } from './useRegionName.ts'

const padding = { top: 16, right: 16, bottom: 16, left: 16 }

/**
 * Both dates on one map: colours say where a municipality was, dashed borders are those of either date, and diamonds are the
 * riding schools that go along. The table of municipalities is its speech.
 */
export function ReformMap({
  reform,
  by,
  onBy,
}: {
  readonly reform: Reform
  readonly by: ColourBy
  readonly onBy: (by: ColourBy) => void
}) {
  const { t } = useTranslation()
  const { asKnownAt } = useMoment()
  const {
    data: areas,
    error,
    refetch,
  } = useQuery({
    ...viewQuery('areas', { asOf: reform.to, ...(asKnownAt === undefined ? {} : { asKnownAt }) }),
    placeholderData: (was) => was,
  })
  const [pointed, setPointed] = useState<Pointed | null>(null)
  const shapes = useMemo(() => (areas === undefined ? undefined : shapesOf(areas)), [areas])
  const keys = useMemo(() => areaKeys(reform, by), [reform, by])
  const nameOf = useRegionName(reform)
  const figures = useMemo(() => moveFigures(reform, keys, by), [reform, keys, by])
  const unknown = useMemo(
    () => [...figures.values()].flatMap(({ code, value }) => (value === null ? [code] : [])),
    [figures],
  )
  const look = useMemo(
    (): Look => ({
      coloured: true,
      clinics: false,
      ridingSchools: true,
      ramp: keys.map(({ colour }) => token(colour)),
      lowest: [],
      unknown,
      radius: 0,
      wholeCountry: false,
    }),
    [keys, unknown],
  )
  const schools = useMemo(() => schoolPoints(reform), [reform])
  const layers = useMemo((): readonly Layers[] => {
    // The regions of both dates: the border that goes is drawn as well as the one that comes.
    const codes = [...regionNames(reform).keys()]
    return [choropleth, (drawn, outlined) => lines(drawn, outlined, codes), selection, ridingSchools, labels]
  }, [reform])
  const bounds = useMemo(
    () =>
      shapes?.boundsOf(new Set(figures.size > 0 ? figures.keys() : reform.municipalities.map((one) => one.code))) ??
      null,
    [shapes, figures, reform],
  )
  const over = pointed === null ? undefined : reform.municipalities.find(({ code }) => code === String(pointed.id))
  return (
    <Panel
      title={t('reform.map.title')}
      className="flush"
      aside={
        <Segmented
          label={t('reform.map.by')}
          size="small"
          value={by}
          onChange={onBy}
          options={(['region', 'council'] as const).map((value) => ({ value, label: t(`reform.map.${value}`) }))}
        />
      }
    >
      <figure className="reform-map" aria-label={t('reform.map.label')}>
        <div className="reform-map-frame">
          {areas === undefined && error !== null ? (
            <Failed error={error} onRetry={() => void refetch()} />
          ) : (
            <MapCanvas
              shapes={shapes}
              figures={figures}
              look={look}
              layers={layers}
              points={schools}
              bounds={bounds}
              padding={padding}
              onPointer={setPointed}
            />
          )}
          {pointed !== null && over !== undefined && (
            <div className="map-tooltip" style={{ left: pointed.x, top: pointed.y }} aria-hidden="true">
              <strong>{over.name}</strong>
              <span>{t('reform.map.was', { region: nameOf(over.before) })}</span>
              <span>{t('reform.map.becomes', { region: nameOf(over.after) })}</span>
              {over.council !== null && <span>{t('reform.map.councilIs', { council: over.council })}</span>}
            </div>
          )}
        </div>
        <figcaption className="reform-keys">
          {keys.map(({ id, name, colour }) => (
            <span key={id} className="reform-key">
              <span className="swatch" style={{ backgroundColor: `var(${colour})` }} aria-hidden="true" />
              {name}
            </span>
          ))}
          {unknown.length > 0 && (
            <span className="reform-key">
              <span className="swatch swatch-dots" aria-hidden="true" />
              {t(by === 'council' ? 'reform.map.unknownCouncil' : 'reform.noRegion')}
            </span>
          )}
          <span className="reform-key">
            <span className="swatch" style={{ backgroundColor: 'var(--map-outside)' }} aria-hidden="true" />
            {t('reform.map.unchanged')}
          </span>
          <span className="reform-key">
            <span className="reform-line" aria-hidden="true" />
            {t('reform.map.lines')}
          </span>
          {schools['riding-schools'].features.length > 0 && (
            <span className="reform-key">
              <span className="reform-diamond" aria-hidden="true" />
              {t('reform.map.schools')}
            </span>
          )}
        </figcaption>
      </figure>
      {by === 'council' && <Councils reform={reform} />}
    </Panel>
  )
}

/** Which health councils are known, and how far. */
function Councils({ reform: { councils } }: { readonly reform: Reform }) {
  const { t } = useTranslation()
  const language = useLanguage()
  return (
    <div className="reform-councils">
      <p>{t('reform.map.councils', { total: councils.total, from: date(councils.validFrom, language) })}</p>
      <ul className="plain-list">
        {councils.known.map(({ name, municipalities, complete }) => (
          <li key={name}>
            {t(complete ? 'reform.map.councilWhole' : 'reform.map.councilLine', { name, count: municipalities })}
          </li>
        ))}
      </ul>
    </div>
  )
}

/** Schools whose agreements change committee, each once with the hours of them all. */
function schoolPoints({ handovers }: Reform): { readonly 'riding-schools': FeatureCollection<Point> } {
  const rows = handovers.flatMap(({ ridingAgreements }) => ridingAgreements)
  const ids = [...new Set(rows.map(({ school }) => school))]
  return {
    'riding-schools': {
      type: 'FeatureCollection',
      features: ids.flatMap((school) => {
        const here = rows.filter((row) => row.school === school)
        const position = here[0]?.position ?? null
        if (position === null) return []
        const hoursTenths = here.reduce((sum, one) => sum + one.hoursTenths, 0)
        return [
          {
            type: 'Feature' as const,
            geometry: { type: 'Point' as const, coordinates: [...position] },
            properties: { school, hoursTenths, agreed: true },
          },
        ]
      }),
    },
  }
}
