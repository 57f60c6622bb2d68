import { memo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { date, number } from '../../format.ts'
import { Panel } from '../../parts/Panel.tsx'
import { SourceLine } from '../../parts/SourceLine.tsx'
import { TableScroll } from '../../parts/TableScroll.tsx'
import { WriteButton } from '../../parts/WriteButton.tsx'
import { useLanguage } from '../../text/i18n.ts'
import type { CapGroup } from '../caps/capsAnswer.ts'
import { useGroupName } from '../caps/useGroupName.ts'
import { PathwaySheet } from './PathwaySheet.tsx'
import { savingsTold } from './pathwayEdits.ts'
import type { Scenario } from './scenarioAnswer.ts'
import type { ScenarioEditing } from './scenarioEditing.ts'

/** What structured pathways are to save of the expected demand (S0-5): a goal with its source, set in the scenario. */
export const PathwaysPanel = memo(function PathwaysPanel({
  scenario,
  groups,
  group,
  editing,
  why,
}: {
  readonly scenario: Scenario
  readonly groups: readonly CapGroup[]
  /** Group looked at, which a saving is set for to begin with. */
  readonly group: string
  readonly editing: ScenarioEditing
  /** Why nothing can be written; undefined when it can. */
  readonly why: string | undefined
}) {
  const { t } = useTranslation()
  const language = useLanguage()
  const nameOf = useGroupName()
  const [open, setOpen] = useState(false)
  const own = groups.filter(({ kind }) => kind === 'group')
  const rows = savingsTold(groups, scenario)
  const title = t('laboratory.pathways.title')
  return (
    <Panel title={title} footer={t('laboratory.pathways.note')} className="lab-pathways">
      <TableScroll label={title}>
        <table className="table">
          <caption className="visually-hidden">{title}</caption>
          <thead>
            <tr>
              <th scope="col">{t('laboratory.pathways.group')}</th>
              <th scope="col" className="num">
                {t('laboratory.pathways.saves')}
              </th>
              <th scope="col">{t('laboratory.pathways.from')}</th>
              <th scope="col">{t('laboratory.pathways.source')}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ group, from, percent, source }) => (
              <tr key={`${group} ${from}`}>
                <th scope="row">{nameOf(group)}</th>
                <td className="num">{number(percent, language, 1)} %</td>
                <td>{from === null ? t('laboratory.pathways.undated') : date(from, language)}</td>
                <td>
                  <SourceLine source={source} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableScroll>
      {rows.length === 0 && <p>{t('laboratory.pathways.none')}</p>}
      <div className="panel-actions">
        <WriteButton icon="edit" why={why} onPress={() => setOpen(true)}>
          {t('laboratory.pathways.set')}
        </WriteButton>
      </div>
      {open && (
        <PathwaySheet
          scenario={scenario}
          groups={own.map(({ id }) => id)}
          group={own.find(({ id }) => id === group)?.id ?? own[0]?.id ?? ''}
          editing={editing}
          onClose={() => setOpen(false)}
        />
      )}
    </Panel>
  )
})
