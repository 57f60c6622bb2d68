import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { HalfYearPackage } from '#events/halfYear'
import { specialtyNames } from '#events/halfYearWords'
import type { MunicipalityCode, Specialty } from '#events/identifiers'
import { viewQuery } from '../../api.ts'
import { Panel } from '../../parts/Panel.tsx'
import { Select } from '../../parts/Select.tsx'
import { useLanguage } from '../../text/i18n.ts'
import { useMoment } from '../../time/moment.ts'
import { packageFigure } from './figureText.ts'
import { TrendCards, type TrendPeriod } from './TrendCards.tsx'

/** Key figures of the half-years up to the one shown, each from its own published package. */
export function PackageTrends({
  municipality,
  until,
  content,
}: {
  readonly municipality: MunicipalityCode
  readonly until: string
  /** What is shown of the last half-year, which need not be its newest edition. */
  readonly content: HalfYearPackage
}) {
  const { t } = useTranslation()
  const language = useLanguage()
  const { params } = useMoment()
  const published = useQuery(viewQuery('ownFigures', { ...params, municipality })).data?.halfYears ?? []
  const [chosen, setChosen] = useState<Specialty>('62')
  const specialties = content.specialties.map(({ specialty }) => specialty)
  const specialty = specialties.includes(chosen) ? chosen : (specialties[0] ?? '62')
  const earlier = published.filter(({ period }) => period < until)
  const periods = [...earlier, { period: until, content }].flatMap((one) => periodOf(one, specialty))
  return (
    <Panel
      title={t('home.package.chart')}
      className="own-trends"
      aside={
        <Select
          label={t('home.figures.specialty')}
          value={specialty}
          onChange={setChosen}
          options={specialties.map((value) => ({ value, label: specialtyNames[value][language] }))}
        />
      }
    >
      <p className="muted">{t('home.package.chartLead')}</p>
      <TrendCards periods={periods} />
    </Panel>
  )
}

function periodOf(
  { period, content }: { readonly period: string; readonly content: HalfYearPackage },
  specialty: Specialty,
): readonly TrendPeriod[] {
  const told = content.specialties.find((one) => one.specialty === specialty)
  if (told === undefined) return []
  const [year = '', half] = period.split('-H')
  return [
    {
      label: `${year.slice(2)}/${half}`,
      at: Number(year) * 2 + Number(half),
      own: (which) => packageFigure(which, content, told, 'own'),
      region: (which) => packageFigure(which, content, told, 'region'),
      peers: () => null,
    },
  ]
}
