import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { RegionCode } from '#events/identifiers'
import { type Answer, viewQuery } from '../../api.ts'
import { date, number } from '../../format.ts'
import { ErrorState } from '../../parts/ErrorState.tsx'
import { Panel } from '../../parts/Panel.tsx'
import { Skeleton } from '../../parts/Skeleton.tsx'
import { TableScroll } from '../../parts/TableScroll.tsx'
import { WriteButton } from '../../parts/WriteButton.tsx'
import { areaName, useAreas } from '../../shell/scope.ts'
import { useLanguage } from '../../text/i18n.ts'
import { useMoment } from '../../time/moment.ts'
import { Agreements } from './Agreements.tsx'
import { Budget } from './Budget.tsx'
import { Calculator } from './Calculator.tsx'
import { JoinSheet } from './MemberSheets.tsx'
import { Members } from './Members.tsx'
import { RuleFinding } from './RuleFinding.tsx'
import { BudgetSheet, SurveySheet } from './SupplySheets.tsx'
import { useMayPropose, useMayRegister } from './useMayPublish.ts'

type Area = Answer<'palliative'>['areas'][number]

/** Palliative physiotherapy in one region: coverage by area, the agreement with its budget, and the calculator. */
export function Palliative({ region }: { readonly region: RegionCode }) {
  const { t } = useTranslation()
  const { params } = useMoment()
  const query = useQuery(viewQuery('palliative', { ...params, region }))
  const mayRegister = useMayRegister(region)
  const mayPropose = useMayPropose(region)
  const nameOf = useNameOf(region, query.data?.areas ?? [])
  const [sheet, setSheet] = useState<'join' | 'survey' | 'budget' | null>(null)
  const close = () => setSheet(null)
  if (query.isError) return <ErrorState error={query.error} onRetry={() => void query.refetch()} />
  if (query.data === undefined) return <Skeleton rows={10} />
  const { areas, members, budgets, proposals } = query.data
  return (
    <>
      <Panel
        title={t('municipal.palliative.coverage')}
        className="flush"
        footer={t('municipal.palliative.lowerBound')}
        aside={
          <>
            <WriteButton why={mayRegister} onPress={() => setSheet('survey')}>
              {t('municipal.forms.survey')}
            </WriteButton>
            <WriteButton why={mayRegister} onPress={() => setSheet('join')}>
              {t('municipal.forms.join')}
            </WriteButton>
          </>
        }
      >
        <Coverage areas={areas} region={region} />
        {members.length > 0 && <Members region={region} members={members} />}
      </Panel>
      {sheet === 'join' && <JoinSheet region={region} members={members} onClose={close} />}
      {sheet === 'survey' && (
        <SurveySheet region={region} areas={areas.map(({ area }) => ({ area, name: nameOf(area) }))} onClose={close} />
      )}
      {sheet === 'budget' && <BudgetSheet region={region} budgets={budgets} onClose={close} />}
      <div className="municipal-grid">
        <Panel
          title={t('municipal.palliative.budget')}
          className="flush"
          aside={
            <WriteButton why={mayPropose} onPress={() => setSheet('budget')}>
              {t('municipal.forms.budget')}
            </WriteButton>
          }
        >
          <Budget budgets={budgets} />
        </Panel>
        <Panel title={t('municipal.palliative.proposals')}>
          <Agreements region={region} proposals={proposals} />
        </Panel>
      </div>
      <Calculator key={region} region={region} known={query.data} populationAsOf={query.data.populationAsOf} />
    </>
  )
}

/** Names an area; a region whose islands are areas of their own is called the rest. */
function useNameOf(region: RegionCode, areas: readonly Area[]): (area: string) => string {
  const { t } = useTranslation()
  const names = useAreas().data
  const islands = areas.filter(({ area }) => area !== region).map(({ area }) => areaName(names, area))
  return (area) =>
    area === region && islands.length > 0
      ? t('municipal.palliative.rest', { region: areaName(names, area), islands: islands.join(', ') })
      : areaName(names, area)
}

function Coverage({ areas, region }: { readonly areas: readonly Area[]; readonly region: RegionCode }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const names = useAreas().data
  const caption = t('municipal.palliative.caption', { region: areaName(names, region) })
  const nameOf = useNameOf(region, areas)
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
