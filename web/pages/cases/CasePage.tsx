import { caseNumber } from '#events/say/caseNumber'
import './casePage.css'
import './hearing.css'
import './decision.css'
import './ruling.css'
import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { viewQuery } from '../../api.ts'
import { AwaitedPage } from '../../parts/Awaited.tsx'
import { Button } from '../../parts/Button.tsx'
import { EmptyState } from '../../parts/EmptyState.tsx'
import { NoticeBoard } from '../../parts/Notice.tsx'
import { useTitle } from '../../parts/Page.tsx'
import { useSession } from '../../session.ts'
import { useMoment, useSetMoment } from '../../time/moment.ts'
import { AlternativesPanel } from './AlternativesPanel.tsx'
import { CaseHeader } from './CaseHeader.tsx'
import { ChangePanel } from './ChangePanel.tsx'
import { CollisionsPanel } from './CollisionsPanel.tsx'
import { CounterProposals } from './CounterProposalPanel.tsx'
import { CoveragePanel } from './CoveragePanel.tsx'
import type { CaseFile } from './caseFile.ts'
import { DecisionPanel } from './DecisionPanel.tsx'
import { FindingsPanel } from './FindingsPanel.tsx'
import { HearingPanel } from './HearingPanel.tsx'
import { HistoryPanel } from './HistoryPanel.tsx'
import { InformationPanel } from './InformationPanel.tsx'
import { LifePanel } from './LifePanel.tsx'
import { LikeCasesPanel } from './LikeCasesPanel.tsx'
import { NationalPanel } from './NationalPanel.tsx'
import { noHearing } from './noHearing.ts'
import { isOpen } from './progress.ts'
import { RecommendationPanel } from './RecommendationPanel.tsx'
import { RulingPanel } from './RulingPanel.tsx'
import { TablingPanel } from './TablingPanel.tsx'

/** One application: what the rules found, what the move does, the hearing, and the ruling. */
export function CasePage() {
  const { case: id } = useParams({ from: '/sager/$case' })
  const { params } = useMoment()
  const { data, error, refetch } = useQuery(viewQuery('caseFile', { ...params, case: id }))
  useTitle(data?.row.number ?? caseNumber(id))
  if (data === undefined)
    return (
      <AwaitedPage title={caseNumber(id)} error={error} onRetry={() => void refetch()} missing={<NoCase id={id} />} />
    )
  return (
    <NoticeBoard>
      <CaseView file={data} />
    </NoticeBoard>
  )
}

/** There is no such case at the moment looked at: where there is one today, the way to it. */
function NoCase({ id }: { readonly id: string }) {
  const { t } = useTranslation()
  const { past } = useMoment()
  const setMoment = useSetMoment()
  const { isSuccess: existsToday } = useQuery({ ...viewQuery('caseFile', { case: id }), enabled: past })
  const why = past && existsToday ? 'notYet' : 'notFound'
  return (
    <EmptyState icon="file" title={t(`cases.${why}.title`)} text={t(`cases.${why}.why`, { case: caseNumber(id) })}>
      {why === 'notYet' && (
        <Button kind="primary" onPress={() => setMoment({ asOf: undefined, asKnownAt: undefined })}>
          {t('time.history.back')}
        </Button>
      )}
      <Link to="/sager" className="button button-secondary">
        {t('cases.notFound.back')}
      </Link>
    </EmptyState>
  )
}

function CaseView({ file }: { readonly file: CaseFile }) {
  const session = useSession()
  const open = isOpen(file.row.status)
  const meetsNext = file.row.status === 'checked' && noHearing(file) !== null
  return (
    <article className="case">
      <CaseHeader file={file} />
      <div className="case-columns">
        <div className="case-column case-left">
          <CollisionsPanel file={file} />
          <FindingsPanel file={file} />
        </div>
        <div className="case-column case-middle">
          <ChangePanel file={file} />
          <AlternativesPanel file={file} />
          <CoveragePanel file={file} />
          <LikeCasesPanel file={file} />
          <HearingPanel file={file} />
          <CounterProposals file={file} />
          <InformationPanel file={file} />
        </div>
        <div className="case-column case-right">
          {meetsNext && <TablingPanel file={file} isNext />}
          {open && session?.actions.includes('case.rule') === true ? (
            <DecisionPanel key={file.row.case} file={file} author={session.user?.userId ?? 'public'} />
          ) : (
            <RulingPanel file={file} />
          )}
          <NationalPanel file={file} />
          <RecommendationPanel file={file} />
          {open && !meetsNext && <TablingPanel file={file} isNext={false} />}
          <LifePanel file={file} />
          <HistoryPanel file={file} />
        </div>
      </div>
    </article>
  )
}
