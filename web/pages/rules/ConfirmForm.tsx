import { type FormEvent, useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { RegionCode } from '#events/identifiers'
import { Button } from '../../parts/Button.tsx'
import { DateInput } from '../../parts/DateInput.tsx'
import { Field } from '../../parts/Field.tsx'
import { Refused } from '../../parts/Refused.tsx'
import { TextField } from '../../parts/TextField.tsx'
import { useCommand } from '../../parts/useCommand.ts'
import { useMoment } from '../../time/moment.ts'
import { dateWithin, offeredDate } from './decisionDate.ts'
import type { Parameter, RuleSetShown } from './planParameter.ts'
import type { Saved } from './Receipt.tsx'
import { useParameterValue } from './useParameterValue.ts'

/** The region stands behind the value as it is: a reason, and the document that says so. */
export function ConfirmForm({
  region,
  plan,
  parameter: { key, value },
  onSaved,
}: {
  readonly region: RegionCode
  readonly plan: RuleSetShown
  readonly parameter: Parameter
  readonly onSaved: (saved: Saved) => void
}) {
  const { t } = useTranslation()
  const { today } = useMoment()
  const say = useParameterValue()
  const reasonId = useId()
  const confirm = useCommand('ConfirmParameter')
  const [reason, setReason] = useState('')
  const [document, setDocument] = useState('')
  const [typedDate, setTypedDate] = useState(offeredDate(plan, today))
  const effectiveFrom = dateWithin(plan, typedDate)
  const ready = reason.trim() !== '' && effectiveFrom !== null
  const send = (event: FormEvent) => {
    event.preventDefault()
    if (!ready || confirm.busy) return
    const named = document.trim() === '' ? null : document.trim()
    confirm.send(
      { region, ruleSet: plan.ruleSet, key, value, effectiveFrom, reason, document: named },
      { onDone: () => onSaved({ kind: 'confirmed', value, was: value, from: effectiveFrom, reason }) },
    )
  }
  return (
    <form className="form-sheet" onSubmit={send} noValidate>
      <p>{t('rules.decide.confirmLead', { value: say(key, value) })}</p>
      <TextField label={t('rules.decide.reason')} rows={2} value={reason} onChange={setReason} />
      <Field label={t('rules.decide.document')} hint={t('rules.decide.documentHint')}>
        {(props) => <input {...props} type="text" value={document} onChange={(e) => setDocument(e.target.value)} />}
      </Field>
      <Field
        label={t('rules.decide.from')}
        error={effectiveFrom === null ? t('rules.decide.badDate', { ruleSet: plan.ruleSet }) : undefined}
      >
        {(props) => <DateInput {...props} value={typedDate} onChange={setTypedDate} />}
      </Field>
      <Refused error={confirm.error} />
      <div className="form-actions">
        <Button kind="primary" type="submit" busy={confirm.busy} notReady={!ready} reasonId={reasonId}>
          {t('rules.decide.confirmButton')}
        </Button>
        {!ready && (
          <span className="write-why" id={reasonId}>
            {t('cases.write.required')}
          </span>
        )}
      </div>
    </form>
  )
}
