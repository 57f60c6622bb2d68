import '../consultations/consultations.css'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { viewQuery } from '../../api.ts'
import { capacity, longDate, none, number, perInhabitantDecimals } from '../../format.ts'
import { figuresOf } from '../../map/figures.ts'
import { layers } from '../../map/layers.ts'
import { MapCanvas } from '../../map/MapCanvas.tsx'
import { useItems, useShapes } from '../../map/sources.ts'
import { Panel } from '../../parts/Panel.tsx'
import { useLanguage } from '../../text/i18n.ts'
import { useMoment } from '../../time/moment.ts'
import { lookOf } from '../map/look.ts'
import { placesOf } from '../map/places.ts'

const padding = { top: 24, right: 24, bottom: 24, left: 24 }
const shown = new Set(['capacity', 'clinics', 'ridingSchools'] as const)

/** The municipality's own area at the moment looked at, with its clinics and riding schools, and its figures in words. */
export function OwnMap({
  municipality,
  region,
  name,
}: {
  readonly municipality: string
  readonly region: string
  readonly name: string
}) {
  const { t } = useTranslation()
  const language = useLanguage()
  const { params, on } = useMoment()
  const shapes = useShapes()
  const all = useQuery({ ...viewQuery('municipalities', { ...params, region }), placeholderData: (was) => was }).data
  const { data } = useQuery({
    ...viewQuery('municipality', { ...params, code: municipality }),
    placeholderData: (was) => was,
  })
  const clinicItems = useItems('clinics').data
  const schoolItems = useItems('ridingSchools').data
  const scope = useMemo(() => new Set([municipality]), [municipality])
  const points = useMemo(
    () => ({ clinics: placesOf(clinicItems, scope), 'riding-schools': placesOf(schoolItems, scope) }),
    [clinicItems, schoolItems, scope],
  )
  const figures = useMemo(() => figuresOf(all, language), [all, language])
  const look = useMemo(
    () => lookOf(shown, figures, all?.breaks ?? [], points.clinics, { inTable: false, wholeCountry: false }),
    [figures, all, points],
  )
  const bounds = useMemo(() => shapes?.boundsOf(scope) ?? null, [shapes, scope])
  const unit = data?.unit ?? 'unitsHundredths'
  const lead = t('home.area.lead', {
    date: on === undefined ? '' : longDate(on, language),
    clinics: number(data?.clinics.length ?? null, language),
    schools: number(data?.schools.length ?? null, language),
  })
  return (
    <Panel
      title={t('home.area.title')}
      className="own-map"
      aside={
        <Link to="/kort" search={{ sel: municipality }}>
          {t('home.area.open')}
        </Link>
      }
    >
      <p>{lead}</p>
      <div className="own-map-grid">
        <figure className="own-map-frame" aria-label={t('home.area.map', { name })}>
          <MapCanvas
            shapes={shapes}
            figures={figures}
            look={look}
            layers={layers}
            points={points}
            bounds={bounds}
            padding={padding}
            selected={municipality}
          />
        </figure>
        <dl className="own-figures">
          <Fact label={t('home.area.capacity')} text={capacity(data?.row.capacity ?? null, unit, language)} />
          <Fact
            label={t('home.area.per10000')}
            text={number(data?.row.per10000 ?? null, language, perInhabitantDecimals(unit))}
          />
          <Fact label={t('home.area.population')} text={number(data?.row.population ?? null, language)} />
          <Fact label={t('home.area.rank')} text={data?.rank == null ? none : t('home.area.rankOf', data.rank)} />
        </dl>
      </div>
    </Panel>
  )
}

function Fact({ label, text }: { readonly label: string; readonly text: string }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{text}</dd>
    </div>
  )
}
