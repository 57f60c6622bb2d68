import './siting.css'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { DiagnosisGroupId } from '#events/identifiers'
import { number } from '../../../format.ts'
import { announce } from '../../../parts/announce.ts'
import { Button } from '../../../parts/Button.tsx'
import { Refused } from '../../../parts/Refused.tsx'
import { Sheet } from '../../../parts/Sheet.tsx'
import { WriteButton } from '../../../parts/WriteButton.tsx'
import { useAreas } from '../../../shell/scope.ts'
import { useLanguage } from '../../../text/i18n.ts'
import type { Scenario } from '../scenarioAnswer.ts'
import type { ScenarioEditing } from '../scenarioEditing.ts'
import { pointLine } from '../typedPoints.ts'
import { SitingForm } from './SitingForm.tsx'
import { SitingMap } from './SitingMap.tsx'
import { SitingResult } from './SitingResult.tsx'
import { isAsked, pointsOf, type SitingDraft, sitesAtMost, sitingLack, sitingParams } from './sitingAsked.ts'
import { useApplySiting } from './useApplySiting.ts'
import { useSiting } from './useSiting.ts'

/** Where new specialists would do most: asked, shown on a map, and put into the scenario as one step. */
export function SitingSheet({
  scenario,
  group,
  region,
  editing,
  why,
  open,
  onClose,
}: {
  readonly scenario: Scenario
  /** Group to begin with. */
  readonly group: string | undefined
  readonly region: string | null
  readonly editing: ScenarioEditing
  readonly why: string | undefined
  readonly open: boolean
  readonly onClose: () => void
}) {
  const { t } = useTranslation()
  return (
    <Sheet title={t('siting.title')} open={open} onClose={onClose} className="sheet-wide siting">
      <p className="form-lead">{t('siting.lead')}</p>
      <Asked {...{ scenario, group, region, editing, why, onClose }} />
    </Sheet>
  )
}

function Asked({
  scenario,
  group,
  region,
  editing,
  why,
  onClose,
}: {
  readonly scenario: Scenario
  readonly group: string | undefined
  readonly region: string | null
  readonly editing: ScenarioEditing
  readonly why: string | undefined
  readonly onClose: () => void
}) {
  const { t } = useTranslation()
  const language = useLanguage()
  const [draft, setDraft] = useState<SitingDraft>({
    group: DiagnosisGroupId.parse(group ?? 'multiple-sclerosis'),
    question: 'median',
    sites: '3',
    max: '30',
    candidates: 'towns',
    points: '',
    leaveOut: true,
    capacity: '',
  })
  const areas = useAreas().data
  const { asked, answer: last, waiting, error, cancelled, progress, ask, cancel } = useSiting()
  const applying = useApplySiting(scenario, editing)
  const change = (part: Partial<SitingDraft>) => setDraft((was) => ({ ...was, ...part }))
  const points = draft.candidates === 'points' ? pointsOf(draft) : []
  const within =
    region === null ? areas?.municipalities : areas?.regions.find(({ code }) => code === region)?.municipalities
  const most = sitesAtMost(draft, { municipalities: within?.length, answer: last })
  const isReady = sitingLack(draft, most) === null
  const question = sitingParams(draft, { scenario: scenario.scenario, asOf: scenario.asOf, region })
  // An answer stands beside its own question only.
  const isAnswer = isReady && isAsked(question, asked)
  const answer = isAnswer ? last : undefined
  const chosen = answer?.result.state === 'solved' ? answer.result.chosen : []
  return (
    <div className="siting-columns">
      <form
        className="siting-form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          if (!waiting && isReady) ask(question)
        }}
      >
        <SitingForm draft={draft} region={region} most={most} onChange={change} />
        <div className="form-actions">
          <Button kind="primary" type="submit" busy={waiting} notReady={!isReady}>
            {waiting ? t('siting.asking') : t('siting.ask')}
          </Button>
          {waiting && <Button onPress={cancel}>{t('siting.cancel')}</Button>}
        </div>
        <p className="panel-note" role="status">
          {waiting && progress !== undefined
            ? t(`coverage.progress.${progress.of}`, {
                done: number(progress.done, language),
                all: number(progress.all, language),
              })
            : cancelled
              ? t('siting.cancelled')
              : ''}
        </p>
        <Refused error={isAnswer ? error : null} />
      </form>
      <div className={waiting ? 'siting-answer is-stale' : 'siting-answer'}>
        <SitingMap
          asOf={scenario.asOf}
          fixed={last?.group === draft.group ? last.fixed : []}
          chosen={chosen}
          points={points}
          region={region}
          onPoint={
            draft.candidates === 'points'
              ? (point) => change({ points: [draft.points.trimEnd(), pointLine(point)].filter(Boolean).join('\n') })
              : undefined
          }
        />
        {answer !== undefined && <SitingResult answer={answer} />}
        {last !== undefined && answer === undefined && (
          <p className="siting-said" role="status">
            {t('siting.changed', { ask: t('siting.ask') })}
          </p>
        )}
        <Refused error={applying.error} />
        <div className="form-actions">
          {chosen.length > 0 && answer !== undefined && (
            <WriteButton
              kind="primary"
              why={why}
              busy={applying.busy}
              onPress={() =>
                void applying.apply(answer).then((done) => {
                  if (!done) return
                  announce(t('siting.applied', { count: chosen.length }))
                  onClose()
                })
              }
            >
              {t('siting.apply', { count: chosen.length })}
            </WriteButton>
          )}
          <Button onPress={onClose}>{t('siting.close')}</Button>
        </div>
        {chosen.length > 0 && <p className="panel-note">{t('siting.what')}</p>}
      </div>
    </div>
  )
}
