import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { date } from '../../format.ts'
import { Panel } from '../../parts/Panel.tsx'
import { Switch } from '../../parts/Switch.tsx'
import { TableScroll } from '../../parts/TableScroll.tsx'
import { useLanguage } from '../../text/i18n.ts'
import { useWords } from '../../text/words.ts'
import { ParameterSource } from '../rules/ParameterSource.tsx'
import { useParameterValue } from '../rules/useParameterValue.ts'
import type { Handover, Reform } from './reformAnswer.ts'

type Held = Handover['parameters'][number]['before'][number]

/** The rule sets of the two sides line by line; those lines first that are not the same everywhere. */
export function PlansTable({ reform, handover }: { readonly reform: Reform; readonly handover: Handover }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const words = useWords()
  const [onlyDiffering, setOnlyDiffering] = useState(true)
  const { parameters, before, after } = handover
  const differing = parameters.filter(({ differs }) => differs)
  const heads = [
    ...before.map(({ code, name }) => ({ key: `${code} from`, head: name, on: reform.from })),
    ...after.map(({ code, name }) => ({ key: `${code} to`, head: name, on: reform.to })),
  ]
  const headOf = ({ head, on }: (typeof heads)[number]) =>
    t('reform.figures.on', { region: head, date: date(on, language) })
  const shown = onlyDiffering ? differing : parameters
  return (
    <Panel
      title={t('reform.plans.title')}
      aside={t('reform.plans.count', { count: differing.length, of: parameters.length })}
      className="flush"
      footer={
        <p className="meta">
          {t('reform.plans.open')} <Link to="/regler">{t('reform.plans.rules')}</Link>
        </p>
      }
    >
      <div className="rules-tools">
        <Switch label={t('reform.plans.onlyDiffering')} on={onlyDiffering} onChange={setOnlyDiffering} />
      </div>
      {shown.length === 0 ? (
        <p className="reform-none">{t('reform.plans.same', { count: parameters.length })}</p>
      ) : (
        <TableScroll label={t('reform.plans.title')}>
          <table className="table rules-table">
            <caption className="visually-hidden">{t('reform.plans.caption')}</caption>
            <thead>
              <tr>
                <th scope="col">{t('rules.parameter')}</th>
                {heads.map((one) => (
                  <th key={one.key} scope="col">
                    {headOf(one)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {shown.map((line) => (
                <tr key={line.key} className={line.differs ? 'differs' : ''}>
                  <th scope="row">{words.parameter(line.key)}</th>
                  {[...line.before, ...line.after].map((held, index) => (
                    <td key={heads[index]?.key ?? index} data-label={heads[index]?.head ?? ''}>
                      <Value name={line.key} held={held} />
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </TableScroll>
      )}
    </Panel>
  )
}

function Value({ name, held }: { readonly name: string; readonly held: Held }) {
  const { t } = useTranslation()
  const value = useParameterValue()
  if (held.value === null || held.source === null) return <span className="muted">{t('reform.figures.noPlan')}</span>
  return (
    <div className="rules-side">
      <strong>{value(name, held.value)}</strong>
      <ParameterSource source={held.source} />
    </div>
  )
}
