import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { RegionCode } from '#events/identifiers'
import { type Answer, viewQuery } from '../../api.ts'
import { date, number } from '../../format.ts'
import { ErrorState } from '../../parts/ErrorState.tsx'
import { Panel } from '../../parts/Panel.tsx'
import { Skeleton } from '../../parts/Skeleton.tsx'
import { TableScroll } from '../../parts/TableScroll.tsx'
import { areaName, useAreas } from '../../shell/scope.ts'
import { useLanguage } from '../../text/i18n.ts'
import { useMoment } from '../../time/moment.ts'
import { Agreements } from './Agreements.tsx'
import { Budget } from './Budget.tsx'
import { Calculator } from './Calculator.tsx'
import { Members } from './Members.tsx'
import { RuleFinding } from './RuleFinding.tsx'

type Area = Answer<'palliative'>['areas'][number]

/** Palliative physiotherapy in one region: coverage by area, the agreement with its budget, and the calculator. */
export function Palliative({ region }: { readonly region: RegionCode }) {
  const { t } = useTranslation()
  const { params } = useMoment()
  const query = useQuery(viewQuery('palliative', { ...params, region }))
  if (query.isError) return <ErrorState error={query.error} onRetry={() => void query.refetch()} />
  if (query.data === undefined) return <Skeleton rows={10} />
  const { areas, members, budgets, proposals } = query.data
  return (
    <>
      <Panel title={t('municipal.palliative.coverage')} className="flush" footer={t('municipal.palliative.lowerBound')}>
        <Coverage areas={areas} region={region} />
        {members.length > 0 && <Members members={members} />}
      </Panel>
      <div className="municipal-grid">
        <Panel title={t('municipal.palliative.budget')} className="flush">
          <Budget budgets={budgets} />
        </Panel>
        <Panel title={t('municipal.palliative.proposals')}>
          <Agreements proposals={proposals} />
        </Panel>
      </div>
      <Calculator key={region} region={region} />
    </>
  )
}

function Coverage({ areas, region }: { readonly areas: readonly Area[]; readonly region: RegionCode }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const names = useAreas().data
  const caption = t('municipal.palliative.caption', { region: areaName(names, region) })
  const islands = areas.filter(({ area }) => area !== region).map(({ area }) => areaName(names, area))
  const nameOf = (area: string) =>
    area === region && islands.length > 0
      ? t('municipal.palliative.rest', { region: areaName(names, area), islands: islands.join(', ') })
      : areaName(names, area)
  const figure = (value: number | null) => <td className="num">{number(value, language)}</td>
  return (
    <TableScroll label={caption}>
      <table className="table">
        <caption className="visually-hidden">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{t('municipal.palliative.area')}</th>
            {(['population', 'therapists', 'accepting', 'full', 'unknown'] as const).map((key) => (
              <th key={key} scope="col" className="num">
                {t(`municipal.palliative.${key}`)}
              </th>
            ))}
            <th scope="col">{t('municipal.palliative.survey')}</th>
            <th scope="col" className="num">
              {t('municipal.palliative.least')}
            </th>
            <th scope="col">{t('municipal.palliative.verdict')}</th>
          </tr>
        </thead>
        <tbody>
          {areas.map((area) => (
            <tr key={area.area}>
              <th scope="row">{nameOf(area.area)}</th>
              {figure(area.population)}
              {figure(area.therapists)}
              {figure(area.accepting)}
              {figure(area.full)}
              {figure(area.unknown)}
              <td>
                <Surveyed area={area} />
              </td>
              <td className="num">
                <strong>{number(area.least, language)}</strong>
              </td>
              <td>
                <RuleFinding finding={area.finding} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableScroll>
  )
}

function Surveyed({ area: { survey } }: { readonly area: Area }) {
  const { t } = useTranslation()
  const language = useLanguage()
  if (survey === null) return <span className="muted">{t('municipal.palliative.noSurvey')}</span>
  return (
    <span className="surveyed">
      {t('municipal.palliative.surveyText', {
        accepting: number(survey.accepting, language),
        providers: number(survey.providers, language),
        date: date(survey.surveyedOn, language),
      })}
      {survey.responsePercent !== null && (
        <span className="muted">{t('municipal.palliative.response', { percent: survey.responsePercent })}</span>
      )}
      {survey.source !== null && <span className="muted">{survey.source}</span>}
    </span>
  )
}
