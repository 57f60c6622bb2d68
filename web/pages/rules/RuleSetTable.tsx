import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { date } from '../../format.ts'
import { Panel } from '../../parts/Panel.tsx'
import { Segmented } from '../../parts/Segmented.tsx'
import { TableScroll } from '../../parts/TableScroll.tsx'
import { useLanguage } from '../../text/i18n.ts'
import { useWords } from '../../text/words.ts'
import { ParameterSource } from './ParameterSource.tsx'
import { chosen, isUnsourced, progressOf, type RuleSetShown, type Shown, shown } from './planParameter.ts'
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
  const value = useParameterValue()
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
                <td className="num">{value(one.key, one.value)}</td>
                <td>
                  <ParameterSource source={one.source} />
                </td>
                <td className="rules-readers">
                  {one.rules.length === 0
                    ? t('rules.readByNone')
                    : one.rules.map((rule, at) => (
                        <span key={rule}>{at === one.rules.length - 1 ? rule : `${rule},\u00A0`}</span>
                      ))}
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
