import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { date, none } from '../../format.ts'
import { Panel } from '../../parts/Panel.tsx'
import { Switch } from '../../parts/Switch.tsx'
import { TableScroll } from '../../parts/TableScroll.tsx'
import { useLanguage } from '../../text/i18n.ts'
import { useWords } from '../../text/words.ts'
import { ParameterSource } from './ParameterSource.tsx'
import { type ComparedLine, compared, type RuleSetShown } from './planParameter.ts'
import { useIdleWords } from './useIdleWords.ts'
import { useParameterValue } from './useParameterValue.ts'

interface Side {
  readonly plan: RuleSetShown
  readonly on: string
}

/** Two rule sets line by line; what differs is marked by sign and word. */
export function CompareTable({ left, right }: { readonly left: Side; readonly right: Side }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const words = useWords()
  const [onlyDiffering, setOnlyDiffering] = useState(true)
  const lines = compared(
    { parameters: left.plan.parameters, on: left.on },
    { parameters: right.plan.parameters, on: right.on },
  )
  const differing = lines.filter(({ relation }) => relation !== 'same' && relation !== 'neither')
  const heads = { onlyLeft: left.plan.ruleSet, onlyRight: right.plan.ruleSet }
  const said = (relation: ComparedLine['relation']) =>
    relation === 'onlyLeft' || relation === 'onlyRight'
      ? t('rules.compare.only', { ruleSet: heads[relation] })
      : t(`rules.compare.${relation}`)
  const head = ({ plan, on }: Side) => `${plan.ruleSet} v${plan.ruleSetVersion}, ${date(on, language)}`
  const title = t('rules.compare.pair', { left: left.plan.ruleSet, right: right.plan.ruleSet })
  return (
    <Panel
      title={title}
      aside={t('rules.compare.count', { count: differing.length, of: lines.length })}
      className="flush"
    >
      <div className="rules-tools">
        <Switch label={t('rules.compare.onlyDiffering')} on={onlyDiffering} onChange={setOnlyDiffering} />
      </div>
      <TableScroll label={title}>
        <table className="table rules-table">
          <caption className="visually-hidden">
            {t('rules.compare.caption', { left: head(left), right: head(right) })}
          </caption>
          <thead>
            <tr>
              <th scope="col">{t('rules.parameter')}</th>
              <th scope="col">{head(left)}</th>
              <th scope="col">{t('rules.compare.difference')}</th>
              <th scope="col">{head(right)}</th>
            </tr>
          </thead>
          <tbody>
            {(onlyDiffering ? differing : lines).map((line) => (
              <tr key={line.key} className={differing.includes(line) ? 'differs' : ''}>
                <th scope="row">{words.parameter(line.key)}</th>
                <td data-label={head(left)}>
                  <Value held={line.left} ruleSet={left.plan.ruleSet} />
                </td>
                <td className="rules-sign" data-label={t('rules.compare.difference')}>
                  <span>
                    <span aria-hidden="true">{signs[line.relation]}</span> {said(line.relation)}
                  </span>
                </td>
                <td data-label={head(right)}>
                  <Value held={line.right} ruleSet={right.plan.ruleSet} />
                </td>
              </tr>
            ))}
            {onlyDiffering && differing.length === 0 && (
              <tr>
                <td colSpan={4} className="muted">
                  {t('rules.compare.nothing')}
                </td>
              </tr>
            )}
          </tbody>
        </table>
      </TableScroll>
    </Panel>
  )
}

const signs = { same: '=', differs: '≠', onlyLeft: '≠', onlyRight: '≠', neither: none } as const

/** The value with its source; that it is not there and why, where no rule of the set reads it. */
function Value({ held, ruleSet }: { readonly held: ComparedLine['left']; readonly ruleSet: string }) {
  const { t } = useTranslation()
  const value = useParameterValue()
  const idle = useIdleWords()
  if (held === null) return <span className="muted">{t('rules.compare.absent', { ruleSet })}</span>
  const { parameter } = held
  if (held.idle !== null)
    return (
      <div className="rules-side muted">
        {t('rules.idle.held', { ruleSet })}
        <span className="meta">{idle(held.idle)}</span>
      </div>
    )
  return (
    <div className="rules-side">
      <strong>{value(parameter.key, parameter.value)}</strong>
      <ParameterSource source={parameter.source} />
    </div>
  )
}
