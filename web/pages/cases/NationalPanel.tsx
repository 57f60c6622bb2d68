import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { RulingOutcome } from '#events/docket'
import { date, none } from '../../format.ts'
import { DateInput } from '../../parts/DateInput.tsx'
import { Field } from '../../parts/Field.tsx'
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
import type { CaseFile } from './caseFile.ts'
import { isDate } from './days.ts'
import { StandingEffects } from './StandingEffects.tsx'

/** A case before the national committee: why it went there, and what was decided. Nothing where it did not. */
export function NationalPanel({ file }: { readonly file: CaseFile }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const words = useWords()
  const why = useWriting()('case.decideNationally')
  const [open, setOpen] = useState(false)
  const { referral } = file
  if (referral === null) return null
  const { sides, by, receivedOn, referredOn, decision } = referral
  const on = referredOn === null ? none : date(referredOn, language)
  return (
    <Panel
      title={t('caseLife.national.title')}
      aside={
        decision !== null && (
          <strong className={`ruled ruled-${decision.outcome}`}>{words.ruling(decision.outcome)}</strong>
        )
      }
      footer={
        decision === null ? (
          <WriteButton why={why} onPress={() => setOpen(true)}>
            {t('caseLife.national.record')}
          </WriteButton>
        ) : undefined
      }
    >
      <p className="statement">
        {by === null
          ? t('caseLife.national.disagreement', { date: on })
          : t('caseLife.national.demand', { date: on, by, receivedOn: date(receivedOn, language) })}
      </p>
      {sides !== null && (
        <>
          <h3>{t('caseLife.national.sides')}</h3>
          <p className="statement">{sides}</p>
        </>
      )}
      {decision === null ? (
        <p className="panel-note">{t('caseLife.national.waiting')}</p>
      ) : (
        <>
          <p>
            {t('caseLife.national.decided', {
              date: date(decision.decidedOn, language),
              reference: decision.reference,
              effectiveFrom: date(decision.effectiveFrom, language),
            })}
          </p>
          <h3>{t('cases.ruling.reasons')}</h3>
          <p className="statement">{decision.reasons}</p>
          {decision.conditions.length > 0 && (
            <>
              <h3>{t('cases.ruling.conditions')}</h3>
              <ol className="conditions-list">
                {decision.conditions.map((condition) => (
                  <li key={condition}>{condition}</li>
                ))}
              </ol>
            </>
          )}
          {decision.outcome === 'refused' && file.effect?.applied === true && (
            <StandingEffects file={file} lead={t('caseLife.refusedNationally')} />
          )}
        </>
      )}
      <DecideSheet file={file} open={open} onClose={() => setOpen(false)} />
    </Panel>
  )
}

function DecideSheet({
  file,
  open,
  onClose,
}: {
  readonly file: CaseFile
  readonly open: boolean
  readonly onClose: () => void
}) {
  const { t } = useTranslation()
  const words = useWords()
  const say = useNotice()
  const decide = useCommand('DecideNationally')
  const [outcome, setOutcome] = useState<RulingOutcome | null>(null)
  const [texts, setTexts] = useState({ reference: '', reasons: '', conditions: '' })
  const [decidedOn, setDecidedOn] = useState('')
  const [effectiveFrom, setEffectiveFrom] = useState<string>(file.row.wantedFrom)
  const conditions = texts.conditions
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
  const hasConditions = outcome === 'granted-with-conditions'
  const isReady =
    outcome !== null &&
    texts.reference.trim() !== '' &&
    texts.reasons.trim() !== '' &&
    isDate(decidedOn) &&
    isDate(effectiveFrom) &&
    (!hasConditions || conditions.length > 0)
  const send = () => {
    if (outcome === null) return
    const { reference, reasons } = texts
    const said = { reference, outcome, reasons, conditions: hasConditions ? conditions : [], decidedOn, effectiveFrom }
    decide.send(
      { committee: file.ruling?.committee ?? file.committee, case: file.row.case, ...said },
      {
        onDone: () => {
          onClose()
          say({ text: t('caseLife.national.saved') })
        },
      },
    )
  }
  return (
    <FormSheet
      title={t('caseLife.national.record')}
      open={open}
      onClose={onClose}
      busy={decide.busy}
      error={decide.error}
      notReady={isReady ? undefined : t('cases.write.required')}
      onSubmit={send}
    >
      <Field label={t('caseLife.national.reference')}>
        {(props) => (
          <input
            {...props}
            type="text"
            maxLength={100}
            value={texts.reference}
            onChange={(event) => setTexts({ ...texts, reference: event.target.value })}
          />
        )}
      </Field>
      <RadioCards
        label={t('cases.decision.outcome')}
        value={outcome}
        onChange={setOutcome}
        columns={2}
        options={RulingOutcome.options.map((value) => ({ value, label: words.ruling(value) }))}
      />
      <TextField
        label={t('cases.decision.reasons')}
        hint={t('consultations.reply.privacy')}
        rows={5}
        maxLength={8000}
        value={texts.reasons}
        onChange={(value) => setTexts({ ...texts, reasons: value })}
      />
      {hasConditions && (
        <TextField
          label={t('cases.decision.conditions')}
          value={texts.conditions}
          onChange={(value) => setTexts({ ...texts, conditions: value })}
        />
      )}
      <Field label={t('caseLife.national.decidedOn')}>
        {(props) => <DateInput {...props} value={decidedOn} onChange={setDecidedOn} />}
      </Field>
      <Field label={t('cases.decision.effectiveFrom')}>
        {(props) => <DateInput {...props} value={effectiveFrom} onChange={setEffectiveFrom} />}
      </Field>
    </FormSheet>
  )
}
