import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { RulingOutcome } from '#events/docket'
import { instant } from '../../format.ts'
import { FormSheet } from '../../parts/FormSheet.tsx'
import { useNotice } from '../../parts/Notice.tsx'
import { Panel } from '../../parts/Panel.tsx'
import { RadioCards } from '../../parts/RadioCards.tsx'
import { TextField } from '../../parts/TextField.tsx'
import { useCommand } from '../../parts/useCommand.ts'
import { useWriting } from '../../parts/useWriting.ts'
import { WriteButton } from '../../parts/WriteButton.tsx'
import { useLanguage } from '../../text/i18n.ts'
import { useWords } from '../../text/words.ts'
import { Challenged, ChallengeSheet } from './Challenge.tsx'
import type { CaseFile } from './caseFile.ts'
import { isOpen } from './progress.ts'

/** What the secretariat recommends to the committee. A new one replaces the old; both stay in the log. */
export function RecommendationPanel({ file }: { readonly file: CaseFile }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const words = useWords()
  const say = useNotice()
  const why = useWriting()('case.prepare')
  const write = useCommand('WriteRecommendation')
  const mayRule = useWriting()('case.rule')
  const [challenging, setChallenging] = useState(false)
  const [open, setOpen] = useState(false)
  const [text, setText] = useState('')
  const [outcome, setOutcome] = useState<RulingOutcome | null>(null)
  const { recommendation } = file
  const isReady = text.trim() !== '' && outcome !== null
  return (
    <Panel
      title={t('cases.recommendation.title')}
      aside={
        recommendation === null
          ? undefined
          : t('cases.recommendation.proposed', { outcome: words.ruling(recommendation.outcome) })
      }
      footer={
        isOpen(file.row.status) ? (
          <div className="panel-actions">
            <WriteButton
              why={why}
              icon="edit"
              onPress={() => {
                setText(recommendation?.text ?? '')
                setOutcome(recommendation?.outcome ?? null)
                setOpen(true)
              }}
            >
              {t(recommendation === null ? 'cases.recommendation.write' : 'cases.recommendation.rewrite')}
            </WriteButton>
            {recommendation !== null && (
              <WriteButton kind="text" why={mayRule} onPress={() => setChallenging(true)}>
                {t('caseLife.challenge.do')}
              </WriteButton>
            )}
          </div>
        ) : undefined
      }
    >
      {recommendation === null ? (
        <p className="panel-note">{t('cases.recommendation.none')}</p>
      ) : (
        <>
          <p className="statement">{recommendation.text}</p>
          <p className="panel-note">
            {t('cases.recommendation.writtenAt', { at: instant(recommendation.recordedAt, language) })}
          </p>
          <Challenged file={file} />
        </>
      )}
      <ChallengeSheet file={file} open={challenging} onClose={() => setChallenging(false)} />
      <FormSheet
        title={t('cases.recommendation.title')}
        open={open}
        onClose={() => setOpen(false)}
        submit={t('cases.recommendation.save')}
        busy={write.busy}
        error={write.error}
        notReady={isReady ? undefined : t('cases.write.required')}
        onSubmit={() => {
          if (outcome !== null)
            write.send(
              { case: file.row.case, text, outcome },
              {
                expected: file.revision,
                onDone: () => {
                  setOpen(false)
                  say({ text: t('cases.recommendation.saved') })
                },
              },
            )
        }}
      >
        <RadioCards
          label={t('cases.recommendation.outcome')}
          value={outcome}
          onChange={setOutcome}
          columns={2}
          options={RulingOutcome.options.map((value) => ({ value, label: t(`cases.decision.outcomes.${value}`) }))}
        />
        <TextField
          label={t('cases.recommendation.text')}
          hint={t('consultations.reply.privacy')}
          rows={8}
          value={text}
          onChange={setText}
        />
      </FormSheet>
    </Panel>
  )
}
