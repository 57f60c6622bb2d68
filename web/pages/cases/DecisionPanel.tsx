import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { RequestError } from '../../api.ts'
import { instant } from '../../format.ts'
import { Button } from '../../parts/Button.tsx'
import { ErrorSummary } from '../../parts/ErrorSummary.tsx'
import { useNotice } from '../../parts/Notice.tsx'
import { Panel } from '../../parts/Panel.tsx'
import { RadioCards } from '../../parts/RadioCards.tsx'
import { Refused } from '../../parts/Refused.tsx'
import { useCommand } from '../../parts/useCommand.ts'
import { useDraft } from '../../parts/useDraft.ts'
import { useWriting } from '../../parts/useWriting.ts'
import { useSession } from '../../session.ts'
import { useLanguage } from '../../text/i18n.ts'
import { ConfirmRuling } from './ConfirmRuling.tsx'
import { ConflictCard } from './ConflictCard.tsx'
import type { CaseFile } from './caseFile.ts'
import { DecisionFields } from './DecisionFields.tsx'
import { DepartureNote } from './DepartureNote.tsx'
import { HearingStillOpen } from './HearingStillOpen.tsx'
import { ReasonsChecklist } from './ReasonsChecklist.tsx'
import { replaceable } from './replaceable.ts'
import { conditionsOf, derogationsOf, emptyRuling, obstacles, type RulingDraft } from './rulingDraft.ts'
import { RulingDraftShape } from './rulingDraftShape.ts'
import { useObstacleWords } from './useObstacleWords.ts'

const outcomes = ['granted', 'granted-with-conditions', 'refused', 'disagreement'] as const

/** The ruling being written: kept as a draft until it is recorded, and never recorded on findings its author has not seen. */
export function DecisionPanel({ file, author }: { readonly file: CaseFile; readonly author: string }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const say = useNotice()
  const right = useWriting()('case.rule')
  const empty = useMemo(() => emptyRuling(file.row.wantedFrom), [file.row.wantedFrom])
  const draft = useDraft(`ruling.${author}.${file.row.case}`, RulingDraftShape, empty)
  const rule = useCommand('IssueRuling')
  const disagree = useCommand('RecordDisagreement')
  // What the author had in front of them. A newer file is shown beside it until they have said that they saw it.
  const [seen, setSeen] = useState(file)
  const [refused, setRefused] = useState(false)
  const [asking, setAsking] = useState(false)
  const [attempt, setAttempt] = useState(0)
  const words = useObstacleWords(draft.value, file)
  const today = useSession()?.today
  // Where the committee sits over the case, those decide who sit there.
  const value = file.sitting === null ? draft.value : { ...draft.value, participants: file.sitting.participants }
  const writing = value.reasons.trim() !== '' || value.outcome !== null
  if (!writing && !refused && seen !== file) setSeen(file)
  const conflict = writing && (refused || hasMoved(seen, file))
  const left = obstacles(value, { ...file.row, findings: file.findings, consultations: file.consultations })
  const problems = [
    ...(file.findings === null ? [{ field: 'decision-reasons', text: t('cases.decision.obstacles.noFindings') }] : []),
    ...(file.findings !== null && file.stale && value.outcome !== 'disagreement'
      ? [{ field: 'decision-reasons', text: t('cases.decision.obstacles.stale') }]
      : []),
    ...left.map(words),
  ]
  const why =
    right ?? (conflict ? t('cases.conflict.title') : problems.length > 0 ? t('cases.decision.notReady') : undefined)
  const done = () => {
    draft.discard()
    setAttempt(0)
    say({ text: t('cases.decision.done') })
  }
  const onRefused = (error: unknown) => {
    if (isStale(error)) setRefused(true)
  }
  const ask = () => {
    if (right !== undefined || conflict) return
    if (problems.length > 0) setAttempt((was) => was + 1)
    else setAsking(true)
  }
  const send = () => {
    const base = { committee: file.committee, case: file.row.case, participants: value.participants }
    if (value.outcome === 'disagreement')
      return disagree.send({ ...base, sides: value.reasons }, { onDone: done, onRefused })
    if (value.outcome === null || file.findings === null) return
    const { docketRevision } = file.findings
    rule.send(
      {
        ...base,
        outcome: value.outcome,
        reasons: value.reasons,
        conditions: [...conditionsOf(value)],
        derogations: [...derogationsOf(value, file.findings)],
        effectiveFrom: value.effectiveFrom,
        agreed: true,
        docketRevision,
        // The page says so beside the ruling, and again where it is confirmed.
        ...(today !== undefined && replaceable(file, today).length > 0 ? { despiteOpenHearing: true } : {}),
      },
      { expected: docketRevision, onDone: done, onRefused },
    )
  }
  const change = (part: Partial<RulingDraft>) => draft.change({ ...value, ...part })
  const discard = () => {
    const was = draft.discard()
    setAttempt(0)
    say({
      text: t('cases.decision.discarded'),
      undo: { label: t('cases.decision.undo'), act: () => draft.change(was) },
    })
  }
  const busy = rule.busy || disagree.busy
  return (
    <Panel
      title={t('cases.decision.title')}
      aside={
        draft.savedAt === null ? undefined : t('cases.decision.draftSaved', { at: instant(draft.savedAt, language) })
      }
      className="decision-panel"
    >
      {conflict && (
        <ConflictCard
          seen={seen}
          file={file}
          onConfirmed={() => {
            setSeen(file)
            setRefused(false)
            rule.forget()
            disagree.forget()
            say({ text: t('cases.conflict.confirmed') })
          }}
        />
      )}
      <ErrorSummary title={t('cases.decision.notReady')} problems={attempt > 0 ? problems : []} attempt={attempt} />
      <RadioCards
        id="decision-outcome"
        label={t('cases.decision.outcome')}
        hideLabel
        columns={2}
        disabled={right !== undefined}
        value={value.outcome}
        onChange={(outcome) => change({ outcome })}
        options={outcomes.map((outcome) => ({ value: outcome, label: t(`cases.decision.outcomes.${outcome}`) }))}
      />
      {value.outcome !== 'disagreement' && (
        <ReasonsChecklist file={file} draft={value} onChange={change} locked={right !== undefined} />
      )}
      <DecisionFields draft={value} onChange={change} locked={right !== undefined} isSitting={file.sitting !== null} />
      <HearingStillOpen file={file} />
      <DepartureNote caseId={file.row.case} draft={value} />
      {!isStale(rule.error) && <Refused error={rule.error} />}
      {!isStale(disagree.error) && <Refused error={disagree.error} />}
      <div className="panel-actions">
        <Button
          kind="primary"
          icon="send"
          busy={busy}
          aria-describedby="decision-why"
          {...(why === undefined ? {} : { 'data-blocked': true })}
          onPress={ask}
        >
          {busy
            ? t('cases.decision.sending')
            : t(value.outcome === 'disagreement' ? 'cases.decision.sendDisagreement' : 'cases.decision.send')}
        </Button>
        {draft.savedAt !== null && (
          <Button kind="text" onPress={discard}>
            {t('cases.decision.discard')}
          </Button>
        )}
      </div>
      <div id="decision-why" className="write-why">
        {why === undefined ? (
          t('cases.decision.ready')
        ) : (
          <>
            {why}
            {right === undefined && !conflict && problems.length > 0 && (
              <ul className="obstacles">
                {problems.map(({ text }) => (
                  <li key={text}>{text}</li>
                ))}
              </ul>
            )}
          </>
        )}
      </div>
      <ConfirmRuling draft={value} file={file} open={asking} onConfirm={send} onClose={() => setAsking(false)} />
    </Panel>
  )
}

/** True when another ruling came between, or a rule now says something else than the author saw. */
function hasMoved(seen: CaseFile, file: CaseFile): boolean {
  const said = ({ findings }: CaseFile) =>
    (findings?.findings ?? [])
      .map(({ rule, outcome, code }) => `${rule} ${outcome} ${code}`)
      .toSorted()
      .join()
  return seen.findings?.docketRevision !== file.findings?.docketRevision || said(seen) !== said(file)
}

function isStale(error: unknown): boolean {
  return (
    error instanceof RequestError && (error.problem.status === 412 || error.problem.code === 'docket.staleFindings')
  )
}
