import '../caps/caps.css'
import '../caps/board.css'
import '../caps/proof.css'
import './changes.css'
import './comparison.css'
import './laboratory.css'
import './matrix.css'
import './proposal.css'
import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { viewQuery } from '../../api.ts'
import { Button } from '../../parts/Button.tsx'
import { ChooseRegion } from '../../parts/ChooseRegion.tsx'
import { EmptyState } from '../../parts/EmptyState.tsx'
import { NoticeBoard } from '../../parts/Notice.tsx'
import { useTitle } from '../../parts/Page.tsx'
import { Skeleton } from '../../parts/Skeleton.tsx'
import { useWriting } from '../../parts/useWriting.ts'
import { useScope } from '../../shell/scope.ts'
import { BoardOnItsWay } from './BoardOnItsWay.tsx'
import { KindNote } from './KindNote.tsx'
import { LaboratoryBoard } from './LaboratoryBoard.tsx'
import { LaboratoryTools } from './LaboratoryTools.tsx'
import { NoScenario } from './NoScenario.tsx'
import { ProposalSheet } from './ProposalSheet.tsx'
import { PlacesPanel } from './places/PlacesPanel.tsx'
import { ScenarioHead } from './ScenarioHead.tsx'
import { SubmittedBanner } from './SubmittedBanner.tsx'
import type { Scenario } from './scenarioAnswer.ts'
import { lacksRegion, useBoards } from './useBoards.ts'
import { useLaboratoryChoice } from './useLaboratoryChoice.ts'
import { useScenarioEditing } from './useScenarioEditing.ts'
import { useUndoKeys } from './useUndoKeys.ts'
import { usualKind } from './usualKind.ts'

/** Screen 4 inside a scenario: caps are set, proposed, compared and undone; nothing touches the register. */
export function LaboratoryPage() {
  const { scenario } = useParams({ from: '/lofter/$scenario' })
  const { data, error, refetch } = useQuery(viewQuery('scenario', { scenario }))
  return (
    <div className={`page page-wide caps-page ${data === undefined ? '' : 'lab-page'}`}>
      {data !== undefined ? (
        <NoticeBoard>
          <Inside key={data.scenario} scenario={data} />
        </NoticeBoard>
      ) : error !== null ? (
        <NoScenario error={error} onRetry={() => void refetch()} />
      ) : (
        <section className="panel">
          <Skeleton rows={12} />
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
  const kind = choice.kind ?? usualKind(scenario.changes)
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
  const isEmpty = b?.areas.length === 0
  const isRegionLacking = lacksRegion(kind, region)
  return (
    <>
      <ScenarioHead
        scenario={scenario}
        nameOfA={choice.compare === undefined ? t('laboratory.head.baseName') : (other?.name ?? choice.compare)}
        editing={editing}
        choice={choice}
        why={why}
        whyNotPropose={b === undefined && !isRegionLacking ? t('laboratory.wait.board') : undefined}
        onChange={change}
        onPropose={() => setProposing(true)}
      />
      <SubmittedBanner scenario={scenario} />
      <LaboratoryTools scenario={scenario} choice={choice} kind={kind} areas={b?.areas ?? []} onChange={change} />
      <KindNote kind={kind} areas={b?.areas} onKind={(kind) => change({ kind })} />
      {isRegionLacking ? (
        <section className="panel">
          <ChooseRegion
            icon="map"
            title={t('laboratory.empty.municipality.title')}
            text={t('laboratory.empty.municipality.text')}
          />
        </section>
      ) : b === undefined || a === undefined ? (
        <BoardOnItsWay boards={boards} />
      ) : isEmpty ? (
        <section className="panel">
          <EmptyState
            icon="map"
            title={t(`laboratory.empty.${kind === 'planningArea' || kind === 'council' ? kind : 'other'}.title`)}
            text={t(`laboratory.empty.${kind === 'planningArea' || kind === 'council' ? kind : 'other'}.text`)}
          >
            <Button kind="primary" onPress={() => change({ kind: 'region' })}>
              {t('laboratory.kind.region')}
            </Button>
            {region !== null && (
              <Button onPress={() => change({ kind: 'municipality' })}>{t('laboratory.kind.municipality')}</Button>
            )}
          </EmptyState>
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
          onChange={change}
        />
      )}
      <ProposalSheet
        {...{ scenario, kind, region, choice, a, b, editing }}
        open={proposing}
        onKind={(to) => change({ kind: to, opened: undefined, proof: undefined })}
        onClose={() => setProposing(false)}
      />
      <PlacesPanel scenario={scenario} group={choice.group} region={region} editing={editing} why={why} />
    </>
  )
}
