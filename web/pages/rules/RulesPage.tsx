import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { type Answer, viewQuery } from '../../api.ts'
import { date } from '../../format.ts'
import { EmptyState } from '../../parts/EmptyState.tsx'
import { ErrorState } from '../../parts/ErrorState.tsx'
import { Page } from '../../parts/Page.tsx'
import { Panel } from '../../parts/Panel.tsx'
import { Skeleton } from '../../parts/Skeleton.tsx'
import { SourceLine } from '../../parts/SourceLine.tsx'
import { areaName, useAreas, useScope } from '../../shell/scope.ts'
import { useLanguage } from '../../text/i18n.ts'
import { useWords } from '../../text/words.ts'
import { useMoment, useSetMoment } from '../../time/moment.ts'

type Plan = Answer<'planInForce'>

/** The rule set in force on the date, every parameter with its source, and the region's other rule sets. */
export function RulesPage() {
  const { t } = useTranslation()
  const { region } = useScope()
  return (
    <Page title={t('rules.title')} lead={t('rules.lead')}>
      {region === null ? <ChooseRegion /> : <RulesOf region={region} />}
    </Page>
  )
}

function ChooseRegion() {
  const { t } = useTranslation()
  const { setRegion } = useScope()
  const areas = useAreas().data
  return (
    <EmptyState icon="book" title={t('rules.region')} text={t('rules.chooseRegion')}>
      {areas?.regions.map(({ code, name }) => (
        <button key={code} type="button" className="button button-secondary" onClick={() => setRegion(code)}>
          {name}
        </button>
      ))}
    </EmptyState>
  )
}

function RulesOf({ region }: { readonly region: NonNullable<ReturnType<typeof useScope>['region']> }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const moment = useMoment()
  const setMoment = useSetMoment()
  const areas = useAreas().data
  const query = useQuery(viewQuery('planInForce', { ...moment.params, region }))
  if (query.isError) return <ErrorState error={query.error} onRetry={() => void query.refetch()} />
  if (query.data === undefined) return <Skeleton rows={10} />
  const { inForce, ruleSets, at } = query.data
  const period = (from: string, to: string | null) =>
    to === null
      ? t('rules.open', { from: date(from, language) })
      : t('rules.period', { from: date(from, language), to: date(to, language) })
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
      ) : (
        <Panel
          title={`${inForce.ruleSet}, ${t('rules.version', { version: inForce.ruleSetVersion })}`}
          aside={t('rules.inForce', { date: date(at.effectiveOn, language) })}
          className="flush"
        >
          <Parameters plan={inForce} />
        </Panel>
      )}
      <Panel title={t('rules.all')}>
        <ul className="plain-list">
          {ruleSets.map((one) => (
            <li key={`${one.ruleSet}-${one.ruleSetVersion}-${one.from}`}>
              <strong>
                {one.ruleSet}, {t('rules.version', { version: one.ruleSetVersion })}
              </strong>
              <span className="meta">{period(one.from, one.to)}</span>
              {(one.ruleSet !== inForce?.ruleSet || one.ruleSetVersion !== inForce.ruleSetVersion) && (
                <button
                  type="button"
                  className="link-button accent"
                  onClick={() => setMoment({ asOf: one.from, asKnownAt: moment.asKnownAt })}
                >
                  {t('rules.showAt', { ruleSet: one.ruleSet, date: date(one.from, language) })}
                </button>
              )}
            </li>
          ))}
        </ul>
      </Panel>
    </div>
  )
}

function Parameters({ plan }: { readonly plan: NonNullable<Plan['inForce']> }) {
  const { t } = useTranslation()
  const words = useWords()
  return (
    <table className="table">
      <caption className="visually-hidden">
        {t('rules.caption', { ruleSet: plan.ruleSet, version: plan.ruleSetVersion })}
      </caption>
      <thead>
        <tr>
          <th scope="col">{t('rules.parameter')}</th>
          <th scope="col" className="num">
            {t('rules.value')}
          </th>
          <th scope="col">{t('rules.source')}</th>
        </tr>
      </thead>
      <tbody>
        {plan.parameters.map(({ key, value, source }) => (
          <tr key={key}>
            <th scope="row">{words.parameter(key)}</th>
            <td className="num">
              {typeof value === 'boolean' ? t(value ? 'rules.yes' : 'rules.no') : words.value(key, value)}
            </td>
            <td>
              <SourceLine source={source} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
