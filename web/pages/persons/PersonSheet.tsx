import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type PersonRow, SetPerson } from '#api/persons'
import type { RegionCode } from '#events/identifiers'
import { Field } from '../../parts/Field.tsx'
import { FormSheet } from '../../parts/FormSheet.tsx'
import { useNotice } from '../../parts/Notice.tsx'
import { useSetPerson } from './usePersons.ts'

const fields = ['person', 'name', 'mail', 'phone', 'source'] as const
type Draft = Record<(typeof fields)[number], string>

/** A person's name and contact: a new one of a region, or one that is there already. */
export function PersonSheet({
  about,
  onClose,
}: {
  readonly about: PersonRow | RegionCode
  readonly onClose: () => void
}) {
  const { t } = useTranslation()
  const known = typeof about === 'string' ? null : about
  const region = typeof about === 'string' ? about : about.region
  const [draft, setDraft] = useState<Draft>({
    person: known?.person ?? '',
    name: known?.name ?? '',
    mail: known?.mail ?? '',
    phone: known?.phone ?? '',
    source: known?.source ?? '',
  })
  const keep = useSetPerson()
  const say = useNotice()
  const { data } = SetPerson.safeParse({
    ...draft,
    person: draft.person.trim(),
    region,
    mail: draft.mail.trim() || null,
    phone: draft.phone.trim() || null,
  })
  const hints: Partial<Draft> = { person: t('persons.form.personHint'), source: t('persons.form.sourceHint') }
  const save = () => {
    if (data === undefined) return
    keep.mutate(data, {
      onSuccess: ({ person }) => {
        say({ text: t('persons.form.saved', { person }) })
        onClose()
      },
    })
  }
  return (
    <FormSheet
      title={known === null ? t('persons.form.newTitle') : t('persons.form.editTitle', { person: known.person })}
      lead={t('persons.form.lead')}
      open
      onClose={onClose}
      onSubmit={save}
      submit={t('persons.form.save')}
      busy={keep.isPending}
      error={keep.error}
      notReady={data === undefined ? t('persons.form.notReady') : undefined}
    >
      {fields
        .filter((field) => known === null || field !== 'person')
        .map((field) => (
          <Field key={field} label={t(`persons.form.${field}`)} hint={hints[field]}>
            {(props) => (
              <input
                {...props}
                autoComplete="off"
                type={field === 'mail' ? 'email' : field === 'phone' ? 'tel' : 'text'}
                value={draft[field]}
                onChange={(event) => setDraft({ ...draft, [field]: event.target.value })}
              />
            )}
          </Field>
        ))}
    </FormSheet>
  )
}
