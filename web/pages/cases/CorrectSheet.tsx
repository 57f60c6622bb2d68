import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { z } from 'zod'
import type { CaseCorrection } from '#events/case'
import { date, none } from '../../format.ts'
import { DateInput } from '../../parts/DateInput.tsx'
import { Field } from '../../parts/Field.tsx'
import { FormSheet } from '../../parts/FormSheet.tsx'
import { useNotice } from '../../parts/Notice.tsx'
import { useCommand } from '../../parts/useCommand.ts'
import { useLanguage } from '../../text/i18n.ts'
import { useWords } from '../../text/words.ts'
import { AddressFields } from './AddressFields.tsx'
import { addressLine, type CaseFile, type Relocation } from './caseFile.ts'
import { isDate } from './days.ts'
import type { AddressForm } from './placed.ts'

type Correction = z.input<typeof CaseCorrection>
const fields = ['wantedFrom', 'previousUntil', 'receivedOn', 'to', 'accessibility'] as const
type CorrectableField = (typeof fields)[number]

/** Corrects one fact of the application with the reason; the old value stays in the log. */
export function CorrectSheet({
  file,
  move,
  open,
  onClose,
}: {
  readonly file: CaseFile
  readonly move: Relocation
  readonly open: boolean
  readonly onClose: () => void
}) {
  const { t } = useTranslation()
  const language = useLanguage()
  const words = useWords()
  const say = useNotice()
  const command = useCommand('CorrectCaseInformation')
  const [field, setField] = useState<CorrectableField>('wantedFrom')
  const [text, setText] = useState('')
  const [address, setAddress] = useState<AddressForm>(() => formOf(move))
  const [reason, setReason] = useState('')
  const correction = correctionFrom(field, text, address, file, move)
  const now = {
    receivedOn: date(file.row.receivedOn, language),
    wantedFrom: date(file.row.wantedFrom, language),
    previousUntil: date(move.previousUntil, language),
    to: addressLine(move.to),
    accessibility: move.accessibility ?? none,
  }[field]
  return (
    <FormSheet
      title={t('cases.information.correctTitle')}
      lead={t('cases.information.correctWhy')}
      open={open}
      onClose={onClose}
      submit={t('cases.information.correct')}
      busy={command.busy}
      error={command.error}
      notReady={correction === null || reason.trim() === '' ? t('cases.write.required') : undefined}
      onSubmit={() => {
        if (correction === null) return
        command.send(
          { case: file.row.case, correction, reason },
          {
            expected: file.revision,
            onDone: () => {
              onClose()
              setReason('')
              setText('')
              say({ text: t('cases.information.corrected') })
            },
          },
        )
      }}
    >
      <Field label={t('cases.information.field')}>
        {(props) => (
          <select
            {...props}
            value={field}
            onChange={(event) => {
              const next = fields.find((one) => one === event.target.value)
              if (next !== undefined) setField(next)
              setText('')
            }}
          >
            {fields.map((one) => (
              <option key={one} value={one}>
                {words.field(one)}
              </option>
            ))}
          </select>
        )}
      </Field>
      <p className="form-now">
        {t('cases.information.old')}: <strong>{now}</strong>
      </p>
      {field === 'to' ? (
        <AddressFields
          value={address}
          from={move.from.position}
          onChange={(part) => setAddress((was) => ({ ...was, ...part }))}
          errorOf={() => undefined}
        />
      ) : (
        <Field label={t('cases.information.newValue')}>
          {(props) =>
            field === 'accessibility' ? (
              <textarea {...props} rows={4} value={text} onChange={(event) => setText(event.target.value)} />
            ) : (
              <DateInput {...props} value={text} onChange={setText} />
            )
          }
        </Field>
      )}
      <Field label={t('cases.information.reason')} hint={t('cases.information.reasonHint')}>
        {(props) => <textarea {...props} rows={3} value={reason} onChange={(event) => setReason(event.target.value)} />}
      </Field>
    </FormSheet>
  )
}

function formOf({ to }: Relocation): AddressForm {
  return {
    text: to.text,
    postcode: to.postcode ?? '',
    town: to.town ?? '',
    position: to.position,
    municipality: to.municipality ?? '',
    certainty: to.certainty,
  }
}

/** The correction that the form makes, or null while it is not complete or changes nothing. */
function correctionFrom(
  field: CorrectableField,
  text: string,
  address: AddressForm,
  { row }: CaseFile,
  move: Relocation,
): Correction | null {
  if (field === 'to') {
    if (address.text.trim() === '' || address.certainty === 'confirm') return null
    const orNull = (part: string) => (part.trim() === '' ? null : part.trim())
    return {
      field,
      old: move.to,
      new: {
        text: address.text,
        postcode: orNull(address.postcode),
        town: orNull(address.town),
        darId: null,
        position: address.position,
        municipality: orNull(address.municipality),
        certainty: address.certainty,
      },
    }
  }
  if (field === 'accessibility') return text.trim() === '' ? null : { field, old: move.accessibility, new: text }
  const old = { receivedOn: row.receivedOn, wantedFrom: row.wantedFrom, previousUntil: move.previousUntil }[field]
  return isDate(text) && text !== old ? { field, old, new: text } : null
}
