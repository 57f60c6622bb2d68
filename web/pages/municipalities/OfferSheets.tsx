import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { MunicipalityCode } from '#events/identifiers'
import { EffectiveDate } from '#events/time'
import { DateInput } from '../../parts/DateInput.tsx'
import { Field } from '../../parts/Field.tsx'
import { FormSheet } from '../../parts/FormSheet.tsx'
import { TextField } from '../../parts/TextField.tsx'
import { useCommand } from '../../parts/useCommand.ts'
import { useSession } from '../../session.ts'

/** Ends the offer from a date. */
export function CloseOfferSheet({
  municipality,
  name,
  onClose,
}: {
  readonly municipality: MunicipalityCode
  readonly name: string
  readonly onClose: () => void
}) {
  const { t } = useTranslation()
  const close = useCommand('CloseMunicipalOffer')
  const { reason, from, fields } = useReasonAndDate()
  return (
    <FormSheet
      title={t('municipal.offer.closeTitle', { name })}
      open
      onClose={onClose}
      busy={close.busy}
      error={close.error}
      notReady={from === undefined || reason === '' ? t('cases.write.required') : undefined}
      onSubmit={() => {
        if (from !== undefined) close.send({ municipality, effectiveFrom: from, reason }, { onDone: onClose })
      }}
    >
      {fields}
    </FormSheet>
  )
}

/** Announces that patients of other municipalities can be refused, to a day or until further notice. */
export function RefusalSheet({
  municipality,
  onClose,
}: {
  readonly municipality: MunicipalityCode
  readonly onClose: () => void
}) {
  const { t } = useTranslation()
  const announce = useCommand('AnnounceCapacityRefusal')
  const { reason, from, fields } = useReasonAndDate()
  const [typed, setTyped] = useState('')
  const until = typed === '' ? null : EffectiveDate.safeParse(typed).data
  const ready = from !== undefined && reason !== '' && until !== undefined
  return (
    <FormSheet
      title={t('municipal.offer.announceTitle')}
      open
      onClose={onClose}
      busy={announce.busy}
      error={announce.error}
      notReady={ready ? undefined : t('cases.write.required')}
      onSubmit={() => {
        if (from === undefined || until === undefined) return
        announce.send({ municipality, effectiveFrom: from, until, reason }, { onDone: onClose })
      }}
    >
      {fields}
      <Field label={t('municipal.offer.until')}>
        {(props) => <DateInput {...props} value={typed} onChange={setTyped} />}
      </Field>
    </FormSheet>
  )
}

/** A reason and a first day, today when nothing is chosen. */
function useReasonAndDate() {
  const { t } = useTranslation()
  const today = useSession()?.today ?? ''
  const [reason, setReason] = useState('')
  const [from, setFrom] = useState<string | null>(null)
  return {
    reason: reason.trim(),
    from: EffectiveDate.safeParse(from ?? today).data,
    fields: (
      <>
        <TextField label={t('municipal.offer.reason')} rows={2} value={reason} onChange={setReason} />
        <Field label={t('municipal.from')}>
          {(props) => <DateInput {...props} value={from ?? today} onChange={setFrom} />}
        </Field>
      </>
    ),
  }
}
