import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { specialtyNames } from '#events/halfYearWords'
import type { Specialty } from '#events/identifiers'
import { keyFigure } from '#events/keyFigures'
import type { Answer } from '../../api.ts'
import { Panel } from '../../parts/Panel.tsx'
import { Select } from '../../parts/Select.tsx'
import { useLanguage } from '../../text/i18n.ts'
import { TrendCards, type TrendPeriod } from './TrendCards.tsx'

type OwnFigures = Answer<'ownFigures'>
type Year = OwnFigures['years'][number]

/** The municipality's key figures year by year, beside its region and the middle half of its peers (R-40 applied). */
export function OwnTrends({ data }: { readonly data: OwnFigures }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const specialties = [...new Set(data.years.map(({ specialty }) => specialty))]
  const [chosen, setChosen] = useState<Specialty>('62')
  const specialty = specialties.includes(chosen) ? chosen : specialties[0]
  const years = data.years.filter((year) => year.specialty === specialty)
  const levels = new Set(years.map(({ priceLevelYear }) => priceLevelYear))
  return (
    <Panel
      title={t('home.figures.title')}
      className="own-trends"
      aside={
        specialty !== undefined && (
          <Select
            label={t('home.figures.specialty')}
            value={specialty}
            onChange={setChosen}
            options={specialties.map((value) => ({ value, label: specialtyNames[value][language] }))}
          />
        )
      }
      footer={
        <>
          {levels.size > 1 && `${t('home.figures.priceLevels')} `}
          <Link to="/opfoelgning">{t('home.figures.followUp')}</Link>
        </>
      }
    >
      <p className="muted">{t('home.figures.lead', { minCell: data.minCell })}</p>
      {years.length === 0 ? (
        <p className="muted">{t('home.figures.none')}</p>
      ) : (
        <TrendCards periods={years.map((year) => periodOf(year, years))} />
      )}
    </Panel>
  )
}

/** A year; amounts of another price level than the latest year's are not drawn beside it. */
function periodOf(year: Year, years: readonly Year[]): TrendPeriod {
  const isComparable = year.priceLevelYear === years.at(-1)?.priceLevelYear
  const of =
    (side: 'own' | 'region'): TrendPeriod['own'] =>
    (which) =>
      which === 'costPerPatient' && !isComparable
        ? 'unknown'
        : keyFigure(which, (measure) => year[side][measure] ?? 'unknown', year.inhabitants[side])
  return {
    label: year.period,
    at: Number(year.period),
    own: of('own'),
    region: of('region'),
    peers: (which) => (which === 'costPerPatient' && !isComparable ? null : year.peers[which]),
  }
}
