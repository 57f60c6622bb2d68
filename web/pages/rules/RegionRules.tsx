import { useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { RegionCode } from '#events/identifiers'
import type { EffectiveDate } from '#events/time'
import { type Answer, viewQuery } from '../../api.ts'
import { date } from '../../format.ts'
import { EmptyState } from '../../parts/EmptyState.tsx'
import { ErrorState } from '../../parts/ErrorState.tsx'
import { Panel } from '../../parts/Panel.tsx'
import { Skeleton } from '../../parts/Skeleton.tsx'
import { areaName, useAreas } from '../../shell/scope.ts'
import { useLanguage } from '../../text/i18n.ts'
import { useMoment } from '../../time/moment.ts'
import { CompareTable } from './CompareTable.tsx'
import { ParameterSheet } from './ParameterSheet.tsx'
import { RuleSetList } from './RuleSetList.tsx'
import { RuleSetTable } from './RuleSetTable.tsx'

/** One region's rule set on the date, alone or beside the one of another date; the chosen parameter in a sheet. */
export function RegionRules({ region }: { readonly region: RegionCode }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const moment = useMoment()
  const areas = useAreas().data
  const { compare, parameter: key } = useSearch({ from: '/regler' })
  const query = useQuery({ ...viewQuery('planInForce', { ...moment.params, region }), placeholderData: (was) => was })
  const open = useOpenParameter()
  if (query.isError) return <ErrorState error={query.error} onRetry={() => void query.refetch()} />
  if (query.data === undefined) return <Skeleton rows={10} />
  const { inForce, ruleSets, at } = query.data
  const opened = inForce?.parameters.find((one) => one.key === key)
  return (
    <div className="rules-grid">
      {inForce === null ? (
        <Panel title={t('rules.inForce', { date: date(at.effectiveOn, language) })}>
          <EmptyState
            icon="book"
            title={t('rules.noneTitle')}
            text={t('rules.noneText', { region: areaName(areas, region), date: date(at.effectiveOn, language) })}
          />
        </Panel>
      ) : compare === undefined ? (
        <RuleSetTable plan={inForce} on={at.effectiveOn} onOpen={open} />
      ) : (
        <Compared region={region} left={query.data} on={compare} />
      )}
      <RuleSetList ruleSets={ruleSets} inForce={inForce} compare={compare} />
      {inForce !== null && (
        <ParameterSheet
          key={key ?? ''}
          region={region}
          plan={inForce}
          parameter={opened}
          onClose={() => open(undefined)}
        />
      )}
    </div>
  )
}

/** Puts the parameter whose sheet is open into the address bar. */
function useOpenParameter(): (key: string | undefined) => void {
  const navigate = useNavigate()
  return (parameter) => void navigate({ to: '.', search: (was) => ({ ...was, parameter }), replace: true })
}

function Compared({
  region,
  left,
  on,
}: {
  readonly region: RegionCode
  readonly left: Answer<'planInForce'>
  readonly on: EffectiveDate
}) {
  const { t } = useTranslation()
  const language = useLanguage()
  const { params } = useMoment()
  const query = useQuery(viewQuery('planInForce', { ...params, asOf: on, region }))
  if (query.isError) return <ErrorState error={query.error} onRetry={() => void query.refetch()} />
  if (query.data === undefined || left.inForce === null) return <Skeleton rows={10} />
  const { inForce: right, at } = query.data
  if (right === null)
    return (
      <Panel title={t('rules.compare.title')}>
        <EmptyState
          icon="book"
          title={t('rules.noneTitle')}
          text={t('rules.compare.none', { date: date(on, language) })}
        />
      </Panel>
    )
  return (
    <CompareTable left={{ plan: left.inForce, on: left.at.effectiveOn }} right={{ plan: right, on: at.effectiveOn }} />
  )
}
