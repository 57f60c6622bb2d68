import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { includedWords, offerServiceWords } from '#events/glossary'
import type { MunicipalityCode } from '#events/identifiers'
import { Included } from '#events/municipalOffer'
import { EffectiveDate } from '#events/time'
import { DateInput } from '../../parts/DateInput.tsx'
import { Field } from '../../parts/Field.tsx'
import { FormSheet } from '../../parts/FormSheet.tsx'
import { Segmented } from '../../parts/Segmented.tsx'
import { TextField } from '../../parts/TextField.tsx'
import { useCommand } from '../../parts/useCommand.ts'
import { useSession } from '../../session.ts'
import { useLanguage } from '../../text/i18n.ts'
import type { Offer } from './OfferPanel.tsx'

/** Changes one service of an offer from a date, with the reason. */
export function ServiceSheet({
  municipality,
  service: { service, included: was, condition: before },
  onClose,
}: {
  readonly municipality: MunicipalityCode
  readonly service: Offer['services'][number]
  readonly onClose: () => void
}) {
  const { t } = useTranslation()
  const language = useLanguage()
  const change = useCommand('ChangeServiceIncluded')
  const today = useSession()?.today ?? ''
  const [included, setIncluded] = useState<Included>(was)
  const [condition, setCondition] = useState(before ?? '')
  const [reason, setReason] = useState('')
  const [from, setFrom] = useState<string | null>(null)
  const effectiveFrom = EffectiveDate.safeParse(from ?? today).data
  const ready = effectiveFrom !== undefined && reason.trim() !== ''
  return (
    <FormSheet
      title={t('municipal.offer.changeTitle', { service: offerServiceWords[service][language] })}
      open
      onClose={onClose}
      busy={change.busy}
      error={change.error}
      notReady={ready ? undefined : t('cases.write.required')}
      onSubmit={() => {
        if (effectiveFrom === undefined) return
        const body = {
          municipality,
          service,
          was,
          included,
          condition: condition.trim() || null,
          reason: reason.trim(),
        }
        change.send({ ...body, effectiveFrom }, { onDone: onClose })
      }}
    >
      <Segmented
        label={t('municipal.offer.included')}
        value={included}
        options={Included.options.map((value) => ({ value, label: includedWords[value][language] }))}
        onChange={setIncluded}
      />
      <Field label={t('municipal.offer.condition')}>
        {(props) => <input {...props} value={condition} onChange={(event) => setCondition(event.target.value)} />}
      </Field>
      <TextField label={t('municipal.offer.reason')} rows={2} value={reason} onChange={setReason} />
      <Field label={t('municipal.from')}>
        {(props) => <DateInput {...props} value={from ?? today} onChange={setFrom} />}
      </Field>
    </FormSheet>
  )
}
