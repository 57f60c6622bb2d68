import './followUp.css'
import { useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { type RegionCode, Specialty } from '#events/identifiers'
import { RequestError, viewQuery } from '../../api.ts'
import { ChooseRegion } from '../../parts/ChooseRegion.tsx'
import { EmptyState } from '../../parts/EmptyState.tsx'
import { Failed } from '../../parts/Failed.tsx'
import { Page } from '../../parts/Page.tsx'
import { Select } from '../../parts/Select.tsx'
import { Skeleton } from '../../parts/Skeleton.tsx'
import { Tabs } from '../../parts/Tabs.tsx'
import { useMay, useSession } from '../../session.ts'
import { areaName, useAreas, useScope } from '../../shell/scope.ts'
import { AsOfBar } from '../../time/AsOfBar.tsx'
import { useMoment } from '../../time/moment.ts'
import { type FollowUp, findingsOf, isUnmet, type TabId, tabIds } from './answer.ts'
import { CeilingsTab } from './CeilingsTab.tsx'
import { ControlTab } from './ControlTab.tsx'
import { GroupsTab } from './GroupsTab.tsx'
import { HalfYearsTab } from './HalfYearsTab.tsx'
import { HomeTab } from './HomeTab.tsx'
import { LevelTab } from './LevelTab.tsx'
import { RuleNotes } from './RuleNotes.tsx'
import { SmallTab } from './SmallTab.tsx'
import { usePeriodName } from './usePeriodName.ts'
import { YearlyTab } from './YearlyTab.tsx'

const panels: Readonly<Record<TabId, (props: { readonly data: FollowUp }) => ReactNode>> = {
  control: ControlTab,
  ceilings: CeilingsTab,
  groups: GroupsTab,
  home: HomeTab,
  level: LevelTab,
  small: SmallTab,
  halfYears: HalfYearsTab,
  yearly: YearlyTab,
}
const rulesOf: Readonly<Record<TabId, readonly string[]>> = {
  control: ['R-21', 'R-23'],
  ceilings: ['R-22'],
  groups: ['R-24'],
  home: ['R-25'],
  level: ['R-26', 'R-20'],
  small: ['R-09'],
  halfYears: ['R-36'],
  yearly: ['R-37'],
}
/** What a municipality sees of its own. */
const municipal: readonly TabId[] = ['groups', 'home', 'halfYears']

/** Reported activity of one region and period, with what the follow-up rules find in it. */
export function FollowUpPage() {
  const { t } = useTranslation()
  const { region } = useScope()
  const isMunicipality = useSession()?.user?.role === 'municipality'
  return (
    <Page title={t('followUp.title')} lead={t(isMunicipality ? 'followUp.leadMunicipality' : 'followUp.lead')} wide>
      {region === null ? (
        <ChooseRegion icon="chart" title={t('followUp.region')} text={t('followUp.chooseRegion')} />
      ) : (
        <OfRegion region={region} />
      )}
    </Page>
  )
}

function OfRegion({ region }: { readonly region: RegionCode }) {
  const { t } = useTranslation()
  const search = useSearch({ from: '/opfoelgning' })
  const moment = useMoment()
  const areas = useAreas().data
  const may = useMay()
  const mayRead = may('economics.read')
  const signedIn = useSession() !== undefined
  const { data, error, refetch } = useQuery({
    ...viewQuery('followUp', {
      ...moment.params,
      region,
      ...(search.period === undefined ? {} : { period: search.period }),
      ...(search.specialty === undefined ? {} : { specialty: search.specialty }),
    }),
    enabled: mayRead,
    placeholderData: (was) => was,
  })
  const name = areaName(areas, region)
  if ((signedIn && !mayRead) || (error instanceof RequestError && error.problem.status === 404))
    return (
      <EmptyState icon="lock" title={t('followUp.closedTitle')} text={t('followUp.closedText', { region: name })} />
    )
  if (error !== null) return <Failed error={error} onRetry={() => void refetch()} />
  if (data === undefined) return <Skeleton rows={10} />
  return (
    <>
      <Choices data={data} />
      <Parts data={data} name={name} />
      <AsOfBar municipality={null} />
    </>
  )
}

function Choices({ data }: { readonly data: FollowUp }) {
  const { t } = useTranslation()
  const navigate = useNavigate({ from: '/opfoelgning' })
  const periodName = usePeriodName()
  const { period, periods, specialty, ruleSet } = data
  if (period === null) return null
  const levels = [...new Set(data.control.rows.map(({ priceLevelYear }) => priceLevelYear))].toSorted()
  return (
    <div className="follow-up-choices">
      <Select
        label={t('followUp.period')}
        showLabel
        value={period}
        options={[...new Set([period, ...periods])].map((value) => ({ value, label: periodName(value) }))}
        onChange={(value) => void navigate({ search: (was) => ({ ...was, period: value }) })}
      />
      <Select
        label={t('followUp.specialty')}
        showLabel
        value={specialty}
        options={Specialty.options.map((value) => ({ value, label: t(`followUp.specialties.${value}`) }))}
        onChange={(value) => void navigate({ search: (was) => ({ ...was, specialty: value }) })}
      />
      <span className="meta">
        {ruleSet === null
          ? t('followUp.noRules')
          : t('followUp.rules', { ruleSet: ruleSet.ruleSet, version: ruleSet.ruleSetVersion })}
        {levels.length > 0 && `. ${t('followUp.priceLevel', { years: levels.join(', ') })}`}
      </span>
    </div>
  )
}

function Parts({ data, name }: { readonly data: FollowUp; readonly name: string }) {
  const { t } = useTranslation()
  const { part } = useSearch({ from: '/opfoelgning' })
  const navigate = useNavigate({ from: '/opfoelgning' })
  const shown = data.whole ? tabIds : municipal
  const selected = part !== undefined && shown.includes(part) ? part : (shown[0] ?? 'groups')
  const Selected = panels[selected]
  const isEmpty = data.period === null && selected !== 'halfYears' && selected !== 'yearly'
  return (
    <Tabs
      label={t('followUp.tabs')}
      selected={selected}
      onSelect={(id) => void navigate({ search: (was) => ({ ...was, part: id }) })}
      tabs={shown.map((id) => ({ id, label: <TabLabel data={data} id={id} /> }))}
    >
      <div className="follow-up-parts">
        {isEmpty ? (
          <EmptyState icon="chart" title={t('followUp.noneTitle')} text={t('followUp.noneText', { region: name })} />
        ) : (
          <Selected data={data} />
        )}
        <RuleNotes data={data} rules={rulesOf[selected]} />
      </div>
    </Tabs>
  )
}

function TabLabel({ data, id }: { readonly data: FollowUp; readonly id: TabId }) {
  const { t } = useTranslation()
  const unmet = findingsOf(data, id).filter(isUnmet).length
  return (
    <>
      {t(`followUp.tab.${id}`)}
      {unmet > 0 && (
        <span className="tab-count" title={t('followUp.unmet', { count: unmet })}>
          {unmet}
        </span>
      )}
    </>
  )
}
