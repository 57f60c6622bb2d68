import { useQuery } from '@tanstack/react-query'
import { type FormEvent, useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { RegionCode } from '#events/identifiers'
import { boundsOf } from '#events/parameterBounds'
import type { ParameterKey } from '#events/planParameters'
import { sayParameter } from '#events/say/sayable'
import { viewQuery } from '../../api.ts'
import { Button } from '../../parts/Button.tsx'
import { DateInput } from '../../parts/DateInput.tsx'
import { Field } from '../../parts/Field.tsx'
import { Refused } from '../../parts/Refused.tsx'
import { TextField } from '../../parts/TextField.tsx'
import { useCommand } from '../../parts/useCommand.ts'
import { useLanguage } from '../../text/i18n.ts'
import { useWords } from '../../text/words.ts'
import { useMoment } from '../../time/moment.ts'
import { dateWithin, offeredDate } from './decisionDate.ts'
import { ParameterInput } from './ParameterInput.tsx'
import { PreviewList } from './PreviewList.tsx'
import { readTyped, stepOf, typedOf } from './parameterUnit.ts'
import type { Parameter, RuleSetShown } from './planParameter.ts'
import type { Saved } from './Receipt.tsx'

/** Another value from a date on, with a reason. What it would do to the open cases is shown before it can be saved. */
export function ChangeForm({
  region,
  plan,
  parameter: { value, source },
  parameterKey: key,
  onSaved,
}: {
  readonly region: RegionCode
  readonly plan: RuleSetShown
  readonly parameter: Parameter
  readonly parameterKey: ParameterKey
  readonly onSaved: (saved: Saved) => void
}) {
  const { t } = useTranslation()
  const language = useLanguage()
  const words = useWords()
  const { today } = useMoment()
  const reasonId = useId()
  const change = useCommand('ChangeParameter')
  const bounds = boundsOf(key)
  const [typed, setTyped] = useState(typedOf(key, value, language === 'da' ? ',' : '.'))
  const [reason, setReason] = useState('')
  const [typedDate, setTypedDate] = useState(offeredDate(plan, today))
  const read = readTyped(key, bounds, typed)
  const from = dateWithin(plan, typedDate)
  const { unit } = stepOf(key)
  const wished = read.ok && read.value !== value && from !== null ? { to: read.value, from } : null
  const preview = useQuery({
    ...viewQuery('parameterPreview', {
      region,
      ruleSet: plan.ruleSet,
      key,
      value: String(wished?.to ?? value),
      from: wished?.from ?? plan.from,
    }),
    enabled: wished !== null,
    retry: false,
  })
  const ready = wished !== null && reason.trim() !== '' && preview.isSuccess
  const send = (event: FormEvent) => {
    event.preventDefault()
    if (!ready || change.busy) return
    change.send(
      { region, ruleSet: plan.ruleSet, key, to: wished.to, effectiveFrom: wished.from, reason },
      { onDone: () => onSaved({ kind: 'changed', value: wished.to, was: value, from: wished.from, reason }) },
    )
  }
  const bad = read.ok
    ? undefined
    : t(`rules.decide.bad.${read.why}`, {
        allowed: sayParameter(key, bounds, language),
        source: words.params({ source }).source ?? '',
      })
  return (
    <form className="form-sheet" onSubmit={send} noValidate>
      <Field
        label={
          unit === null ? t('rules.decide.to') : `${t('rules.decide.to')}, ${t(`rules.units.${unit}`, { count: 2 })}`
        }
        hint={t('rules.decide.allowed', { allowed: sayParameter(key, bounds, language) })}
        error={bad}
      >
        {(props) => <ParameterInput {...props} parameterKey={key} bounds={bounds} value={typed} onChange={setTyped} />}
      </Field>
      <Field
        label={t('rules.decide.from')}
        error={from === null ? t('rules.decide.badDate', { ruleSet: plan.ruleSet }) : undefined}
      >
        {(props) => <DateInput {...props} value={typedDate} onChange={setTypedDate} />}
      </Field>
      <TextField label={t('rules.decide.reason')} rows={2} value={reason} onChange={setReason} />
      {wished !== null && <PreviewList preview={preview.data} error={preview.error} />}
      <Refused error={change.error} />
      <div className="form-actions">
        <Button kind="primary" type="submit" busy={change.busy} notReady={!ready} reasonId={reasonId}>
          {t('rules.decide.changeButton')}
        </Button>
        {!ready && (
          <span className="write-why" id={reasonId}>
            {wished === null ? t('rules.decide.needValue') : t('cases.write.required')}
          </span>
        )}
      </div>
    </form>
  )
}
