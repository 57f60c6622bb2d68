import { caseNumber } from '#events/say/caseNumber'
import './scenarios.css'
import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { viewQuery } from '../../api.ts'
import { date, instant } from '../../format.ts'
import { EmptyState } from '../../parts/EmptyState.tsx'
import { Failed } from '../../parts/Failed.tsx'
import { Panel } from '../../parts/Panel.tsx'
import { Skeleton } from '../../parts/Skeleton.tsx'
import { Switch } from '../../parts/Switch.tsx'
import { TableScroll } from '../../parts/TableScroll.tsx'
import { useWriting } from '../../parts/useWriting.ts'
import { WriteButton } from '../../parts/WriteButton.tsx'
import { useMay } from '../../session.ts'
import { useLanguage } from '../../text/i18n.ts'
import { NewScenario } from './NewScenario.tsx'
import { OpenScenarioFile } from './OpenScenarioFile.tsx'
import type { ScenarioListed } from './scenarioAnswer.ts'

/** The scenarios that the reader may see, and the way to a new one. Nothing for who may not use scenarios. */
export function ScenariosPanel() {
  const { t } = useTranslation()
  const may = useMay()('scenario.use')
  const why = useWriting()('scenario.use')
  const navigate = useNavigate()
  const [creating, setCreating] = useState(false)
  const [opening, setOpening] = useState(false)
  const [archived, setArchived] = useState(false)
  const { data, error, refetch } = useQuery({
    ...viewQuery('scenarios', archived ? { archived: 'with' } : {}),
    enabled: may,
  })
  const goTo = (scenario: string) => void navigate({ to: '/lofter/$scenario', params: { scenario } })
  if (!may) return null
  return (
    <Panel
      title={t('laboratory.list.title')}
      aside={
        <span className="panel-actions">
          <Switch label={t('scenarios.archive.shown')} on={archived} onChange={setArchived} />
          <WriteButton icon="file" why={why} onPress={() => setOpening(true)}>
            {t('scenarios.file.button')}
          </WriteButton>
          <WriteButton kind="primary" icon="plus" why={why} onPress={() => setCreating(true)}>
            {t('laboratory.create.button')}
          </WriteButton>
        </span>
      }
      footer={<Link to="/reform">{t('reform.short')}</Link>}
      className="flush lab-list"
    >
      {error !== null ? (
        <Failed error={error} onRetry={() => void refetch()} />
      ) : data === undefined ? (
        <Skeleton rows={3} />
      ) : data.rows.length === 0 ? (
        <EmptyState icon="layers" title={t('laboratory.list.none')} text={t('laboratory.list.noneText')} />
      ) : (
        <Rows rows={data.rows} />
      )}
      <NewScenario open={creating} onClose={() => setCreating(false)} onMade={goTo} />
      <OpenScenarioFile key={String(opening)} open={opening} onClose={() => setOpening(false)} onMade={goTo} />
    </Panel>
  )
}

function Rows({ rows }: { readonly rows: readonly ScenarioListed[] }) {
  const { t } = useTranslation()
  const language = useLanguage()
  return (
    <TableScroll label={t('laboratory.list.title')}>
      <table className="table">
        <caption className="visually-hidden">{t('laboratory.list.title')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('laboratory.list.name')}</th>
            <th scope="col">{t('laboratory.list.date')}</th>
            <th scope="col" className="num">
              {t('laboratory.list.changes')}
            </th>
            <th scope="col">{t('laboratory.list.owner')}</th>
            <th scope="col">{t('laboratory.list.updated')}</th>
            <th scope="col">{t('laboratory.list.behind')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.scenario}>
              <th scope="row">
                <Link to="/lofter/$scenario" params={{ scenario: row.scenario }}>
                  {row.name}
                </Link>
                {row.archived && <span className="cell-sub">{t('scenarios.archive.mark')}</span>}
                {row.submitted !== null && (
                  <span className="cell-sub">
                    {t('laboratory.list.submitted', { case: caseNumber(row.submitted.case) })}
                  </span>
                )}
              </th>
              <td>{date(row.asOf, language)}</td>
              <td className="num">{t('laboratory.list.onOf', { on: row.count.on, all: row.count.changes })}</td>
              <td>{t(row.mine ? 'laboratory.list.mine' : 'laboratory.list.shared')}</td>
              <td>{instant(row.updatedAt, language)}</td>
              <td>
                {row.behind === 0 ? t('laboratory.list.same') : t('laboratory.list.behindBy', { count: row.behind })}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableScroll>
  )
}
