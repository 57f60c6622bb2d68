import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { date } from '../../format.ts'
import { Panel } from '../../parts/Panel.tsx'
import { Switch } from '../../parts/Switch.tsx'
import { TableScroll } from '../../parts/TableScroll.tsx'
import { useLanguage } from '../../text/i18n.ts'
import { useWords } from '../../text/words.ts'
import { ParameterSource } from './ParameterSource.tsx'
import { compared, type Parameter, type RuleSetShown } from './planParameter.ts'
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
  const lines = compared(left.plan.parameters, right.plan.parameters)
  const differing = lines.filter(({ differs }) => differs)
  const head = ({ plan, on }: Side) => `${plan.ruleSet} v${plan.ruleSetVersion}, ${date(on, language)}`
  const title = t('rules.compare.pair', { left: left.plan.ruleSet, right: right.plan.ruleSet })
  return (
    <Panel
      title={title}
      aside={t('rules.compare.count', { count: differing.length, of: lines.length })}
      className="flush"
    >
      <div className="rules-tools">
        <Switch label={t('rules.compare.only')} on={onlyDiffering} onChange={setOnlyDiffering} />
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
              <tr key={line.key} className={line.differs ? 'differs' : ''}>
                <th scope="row">{words.parameter(line.key)}</th>
                <td>
                  <Value parameter={line.left} />
                </td>
                <td className="rules-sign">
                  <span aria-hidden="true">{line.differs ? '≠' : '='}</span>{' '}
                  {t(line.differs ? 'rules.compare.differs' : 'rules.compare.same')}
                </td>
                <td>
                  <Value parameter={line.right} />
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

function Value({ parameter }: { readonly parameter: Parameter | null }) {
  const { t } = useTranslation()
  const value = useParameterValue()
  if (parameter === null) return <span className="muted">{t('rules.compare.absent')}</span>
  return (
    <div className="rules-side">
      <strong>{value(parameter.key, parameter.value)}</strong>
      <ParameterSource source={parameter.source} />
    </div>
  )
}
