import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { date } from '../../format.ts'
import { Panel } from '../../parts/Panel.tsx'
import { Segmented } from '../../parts/Segmented.tsx'
import { TableScroll } from '../../parts/TableScroll.tsx'
import { useLanguage } from '../../text/i18n.ts'
import { useWords } from '../../text/words.ts'
import { idleIn } from './idle.ts'
import { ParameterSource } from './ParameterSource.tsx'
import {
  chosen,
  isUnsourced,
  type Parameter,
  progressOf,
  type RuleSetShown,
  type Shown,
  shown,
} from './planParameter.ts'
import { useIdleWords } from './useIdleWords.ts'
import { useParameterValue } from './useParameterValue.ts'

/** Every parameter of the rule set: value, source, the rules that read it, and a mark where nobody stands behind it. */
export function RuleSetTable({
  plan,
  on,
  onOpen,
}: {
  readonly plan: RuleSetShown
  readonly on: string
  readonly onOpen: (key: string) => void
}) {
  const { t } = useTranslation()
  const language = useLanguage()
  const words = useWords()
  const [show, setShow] = useState<Shown>('all')
  const rows = chosen(plan.parameters, show)
  const name = `${plan.ruleSet}, ${t('rules.version', { version: plan.ruleSetVersion })}`
  const counts = {
    all: plan.parameters.length,
    unsourced: chosen(plan.parameters, 'unsourced').length,
    decided: chosen(plan.parameters, 'decided').length,
  }
  return (
    <Panel title={name} aside={t('rules.inForce', { date: date(on, language) })} className="flush">
      <div className="rules-tools">
        <Segmented
          label={t('rules.show.label')}
          value={show}
          options={shown.map((one) => ({ value: one, label: `${t(`rules.show.${one}`)} (${counts[one]})` }))}
          onChange={setShow}
        />
        <Progress plan={plan} />
      </div>
      <TableScroll label={name}>
        <table className="table rules-table">
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
              <th scope="col">{t('rules.readBy')}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((one) => (
              <tr key={one.key} className={isUnsourced(one) ? 'unsourced' : ''}>
                <th scope="row">
                  <button type="button" className="link-button rules-open" onClick={() => onOpen(one.key)}>
                    {words.parameter(one.key)}
                  </button>
                </th>
                <td className="num" data-label={t('rules.value')}>
                  <Value plan={plan} on={on} parameter={one} />
                </td>
                <td data-label={t('rules.source')}>
                  <ParameterSource source={one.source} />
                </td>
                <td className="rules-readers" data-label={t('rules.readBy')}>
                  <div>
                    {one.rules.length === 0
                      ? t('rules.readByNone')
                      : one.rules.map((rule, at) => (
                          <span key={rule}>{at === one.rules.length - 1 ? rule : `${rule},\u00A0`}</span>
                        ))}
                  </div>
                </td>
              </tr>
            ))}
            {rows.length === 0 && (
              <tr>
                <td colSpan={4} className="muted">
                  {t('rules.show.empty')}
                </td>
              </tr>
            )}
          </tbody>
        </table>
      </TableScroll>
    </Panel>
  )
}

/** The value; muted and with the reason where no rule of this set reads it. */
function Value({
  plan,
  on,
  parameter: { key, value },
}: {
  readonly plan: RuleSetShown
  readonly on: string
  readonly parameter: Parameter
}) {
  const { t } = useTranslation()
  const say = useParameterValue()
  const words = useIdleWords()
  const idle = idleIn(plan.parameters, on, key)
  if (idle === null) return say(key, value)
  return (
    <span className="rules-idle">
      {say(key, value)}
      <span className="meta">
        {t('rules.idle.held', { ruleSet: plan.ruleSet })}: {words(idle)}
      </span>
    </span>
  )
}

/** How many of the parameters without a public source the region has decided. */
function Progress({ plan }: { readonly plan: RuleSetShown }) {
  const { t } = useTranslation()
  const { decided, all } = progressOf(plan.parameters)
  if (all === 0) return null
  return (
    <p className="rules-progress">
      <progress max={all} value={decided} aria-hidden="true" />
      {t('rules.progress', { decided, all })}
    </p>
  )
}
