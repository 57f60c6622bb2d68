import '../caps/caps.css'
import '../caps/board.css'
import '../caps/proof.css'
import './laboratory.css'
import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { viewQuery } from '../../api.ts'
import { EmptyState } from '../../parts/EmptyState.tsx'
import { Failed } from '../../parts/Failed.tsx'
import { useTitle } from '../../parts/Page.tsx'
import { Skeleton } from '../../parts/Skeleton.tsx'
import { useWriting } from '../../parts/useWriting.ts'
import { useScope } from '../../shell/scope.ts'
import { LaboratoryBoard } from './LaboratoryBoard.tsx'
import { LaboratoryTools } from './LaboratoryTools.tsx'
import { PlacesPanel } from './places/PlacesPanel.tsx'
import { ScenarioHead } from './ScenarioHead.tsx'
import { SubmitScenario } from './SubmitScenario.tsx'
import { SubmittedBanner } from './SubmittedBanner.tsx'
import type { Scenario } from './scenarioAnswer.ts'
import { useBoards } from './useBoards.ts'
import { useLaboratoryChoice } from './useLaboratoryChoice.ts'
import { useScenarioEditing } from './useScenarioEditing.ts'
import { useUndoKeys } from './useUndoKeys.ts'

/** Screen 4 inside a scenario: caps are set, proposed, compared and undone; nothing touches the register. */
export function LaboratoryPage() {
  const { scenario } = useParams({ from: '/lofter/$scenario' })
  const { data, error, refetch } = useQuery(viewQuery('scenario', { scenario }))
  return (
    <div className="page page-wide caps-page lab-page">
      {data !== undefined ? (
        <Inside key={data.scenario} scenario={data} />
      ) : (
        <section className="panel">
          {error === null ? <Skeleton rows={12} /> : <Failed error={error} onRetry={() => void refetch()} />}
        </section>
      )}
    </div>
  )
}

function Inside({ scenario }: { readonly scenario: Scenario }) {
  const { t } = useTranslation()
  const writing = useWriting()
  const { region } = useScope()
  const [choice, change] = useLaboratoryChoice()
  const [proposing, setProposing] = useState(false)
  const editing = useScenarioEditing(scenario.scenario)
  const kind = choice.kind ?? (region === null ? 'region' : 'municipality')
  const boards = useBoards(scenario, kind, region, choice.compare)
  const other = useQuery({ ...viewQuery('scenarios', {}), enabled: choice.compare !== undefined }).data?.rows.find(
    (row) => row.scenario === choice.compare,
  )
  const why = !scenario.mine
    ? t('laboratory.head.readOnly')
    : scenario.archived
      ? t('laboratory.head.archived')
      : writing('scenario.use')
  useTitle(t('laboratory.title', { name: scenario.name }))
  useUndoKeys(why === undefined ? editing : null)
  const { a, b } = boards
  return (
    <>
      <ScenarioHead
        scenario={scenario}
        nameOfA={choice.compare === undefined ? t('laboratory.head.baseName') : (other?.name ?? choice.compare)}
        editing={editing}
        choice={choice}
        why={why}
        onChange={change}
        onPropose={() => setProposing(true)}
      />
      <div>
        <SubmittedBanner scenario={scenario} />
        <SubmitScenario scenario={scenario} why={why} />
      </div>
      <LaboratoryTools choice={choice} kind={kind} areas={b?.areas ?? []} onChange={change} />
      {b === undefined || a === undefined ? (
        <section className="panel">
          {boards.error === null ? <Skeleton rows={12} /> : <Failed error={boards.error} onRetry={boards.retry} />}
        </section>
      ) : b.areas.length === 0 ? (
        <section className="panel">
          <EmptyState icon="map" title={t('laboratory.emptyTitle')} text={t('laboratory.emptyText')} />
        </section>
      ) : (
        <LaboratoryBoard
          scenario={scenario}
          kind={kind}
          region={region}
          a={a}
          b={b}
          choice={choice}
          editing={editing}
          why={why}
          proposing={proposing}
          onChange={change}
          onProposed={() => setProposing(false)}
        />
      )}
      <PlacesPanel scenario={scenario} group={choice.group} region={region} editing={editing} why={why} />
    </>
  )
}
