import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { contactEvents, PhoneHours } from '#events/contacts'
import { departmentWords } from '#events/glossary'
import type { MunicipalityCode } from '#events/identifiers'
import { Field } from '../../parts/Field.tsx'
import { FormSheet } from '../../parts/FormSheet.tsx'
import { useCommand } from '../../parts/useCommand.ts'
import { useSession } from '../../session.ts'
import { useLanguage } from '../../text/i18n.ts'
import type { ContactRow } from './Contacts.tsx'
import { daysText } from './phoneHours.ts'

const fields = ['name', 'locationNumber', 'phone', 'mail'] as const
const { shape } = contactEvents.ContactEntrySet.data

/** Writes a department's entry anew. What the service would refuse is said at the field. */
export function ContactSheet({
  municipality,
  name,
  row: { department, entry },
  onClose,
}: {
  readonly municipality: MunicipalityCode
  readonly name: string
  readonly row: ContactRow
  readonly onClose: () => void
}) {
  const { t } = useTranslation()
  const language = useLanguage()
  const set = useCommand('SetContactEntry')
  const today = useSession()?.today
  const [draft, setDraft] = useState(() => ({
    name: entry?.name ?? '',
    locationNumber: entry?.locationNumber ?? '',
    phone: entry?.phone ?? '',
    mail: entry?.mail ?? '',
    from: entry?.phoneHours?.from ?? '',
    to: entry?.phoneHours?.to ?? '',
  }))
  const change = (part: Partial<typeof draft>) => setDraft((was) => ({ ...was, ...part }))
  const written = (field: (typeof fields)[number]) => draft[field].trim() || null
  const wrong = fields.filter((field) => !shape[field].safeParse(written(field)).success)
  // Days that an entry has stay; a new one is answered on weekdays.
  const { fromDay, toDay } = entry?.phoneHours ?? { fromDay: 1, toDay: 5 }
  const noHours = draft.from === '' && draft.to === ''
  const phoneHours = noHours ? null : PhoneHours.safeParse({ fromDay, toDay, from: draft.from, to: draft.to }).data
  const heading = departmentWords[department][language]
  const ready = wrong.length === 0 && phoneHours !== undefined && today !== undefined
  const labels = {
    name: t('municipal.contacts.name'),
    locationNumber: t('municipal.contacts.locationNumber'),
    phone: t('municipal.contacts.phone'),
    mail: t('municipal.contacts.mail'),
  }
  const hints = { name: t('municipal.contacts.nameHint'), locationNumber: t('municipal.contacts.locationHint') }
  return (
    <FormSheet
      title={t('municipal.contacts.editTitle', { department: heading, name })}
      lead={t('municipal.contacts.lead')}
      open
      onClose={onClose}
      busy={set.busy}
      error={set.error}
      notReady={ready ? undefined : t('cases.write.required')}
      onSubmit={() => {
        if (phoneHours === undefined || today === undefined) return
        const [own, locationNumber, phone, mail] = fields.map(written)
        const body = { municipality, department, effectiveFrom: today, phoneHours }
        set.send(
          {
            ...body,
            name: own ?? null,
            locationNumber: locationNumber ?? null,
            phone: phone ?? null,
            mail: mail ?? null,
          },
          { onDone: onClose },
        )
      }}
    >
      {fields.map((field) => (
        <Field
          key={field}
          label={labels[field]}
          hint={field === 'name' || field === 'locationNumber' ? hints[field] : undefined}
          error={wrong.includes(field) ? t('cases.write.required') : undefined}
        >
          {(props) => (
            <input
              {...props}
              inputMode={
                field === 'locationNumber' ? 'numeric' : field === 'phone' ? 'tel' : field === 'mail' ? 'email' : 'text'
              }
              value={draft[field]}
              onChange={(event) => change({ [field]: event.target.value })}
            />
          )}
        </Field>
      ))}
      <fieldset>
        <legend>
          {t('municipal.contacts.phoneHours')} ({daysText({ fromDay, toDay }, t)})
        </legend>
        <div className="field-row">
          <Field label={t('municipal.contacts.phoneFrom')}>
            {(props) => (
              <input
                {...props}
                type="time"
                value={draft.from}
                onChange={({ target }) => change({ from: target.value })}
              />
            )}
          </Field>
          <Field label={t('municipal.contacts.phoneTo')}>
            {(props) => (
              <input {...props} type="time" value={draft.to} onChange={({ target }) => change({ to: target.value })} />
            )}
          </Field>
        </div>
      </fieldset>
    </FormSheet>
  )
}
