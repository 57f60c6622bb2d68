import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { RegionCode } from '#events/identifiers'
import { viewQuery } from '../../api.ts'
import { date, instant } from '../../format.ts'
import { ErrorState } from '../../parts/ErrorState.tsx'
import { Skeleton } from '../../parts/Skeleton.tsx'
import { useLanguage } from '../../text/i18n.ts'
import { useMoment } from '../../time/moment.ts'
import type { Parameter, RuleSetShown } from './planParameter.ts'
import { useParameterValue } from './useParameterValue.ts'

/** Where the receipt of a decision leads to. */
export const historyId = 'parameter-history'

/** Every change and confirmation of the parameter, the last recorded first. */
export function ParameterHistory({
  region,
  plan,
  parameter: { key },
}: {
  readonly region: RegionCode
  readonly plan: RuleSetShown
  readonly parameter: Parameter
}) {
  const { t } = useTranslation()
  const language = useLanguage()
  const { params } = useMoment()
  const say = useParameterValue()
  const query = useQuery(viewQuery('parameterHistory', { ...params, region, ruleSet: plan.ruleSet, key }))
  return (
    <section aria-label={t('rules.history.title')}>
      <h3 id={historyId} tabIndex={-1}>
        {t('rules.history.title')}
      </h3>
      {query.isError ? (
        <ErrorState error={query.error} onRetry={() => void query.refetch()} />
      ) : query.data === undefined ? (
        <Skeleton rows={2} />
      ) : query.data.rows.length === 0 ? (
        <p className="muted">{t('rules.history.none')}</p>
      ) : (
        <ol className="plain-list rules-history">
          {query.data.rows.map((row) => (
            <li key={row.number}>
              <strong>
                {row.old === null
                  ? t('rules.history.confirmed', { value: say(key, row.value) })
                  : t('rules.history.changed', { old: say(key, row.old), value: say(key, row.value) })}
              </strong>
              <span>
                {row.reason}
                {row.document !== null && ` (${row.document})`}
              </span>
              <span className="meta">
                {t('rules.history.meta', {
                  from: date(row.effectiveFrom, language),
                  recorded: instant(row.recordedAt, language),
                  role: t(`shell.role.${row.role}`),
                })}
              </span>
            </li>
          ))}
        </ol>
      )}
    </section>
  )
}
