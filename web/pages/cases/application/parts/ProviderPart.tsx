import { useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { capacityStatusWords } from '#events/glossary'
import { addressLine } from '#events/say/places'
import { none } from '../../../../format.ts'
import { usePersonNames } from '../../../../parts/usePersonNames.ts'
import { useLanguage } from '../../../../text/i18n.ts'
import { SearchPick } from '../../SearchPick.tsx'
import { fetchProvider } from '../picks.ts'
import { Chosen } from './Chosen.tsx'
import type { PartProps } from './part.ts'

/** A provider number: searched for, then shown with its holder, status and clinic. */
export function ProviderPart({ field, value, onChange, today, label, mark, hint, error }: PartProps<'provider'>) {
  const { t } = useTranslation()
  const language = useLanguage()
  const client = useQueryClient()
  const nameOf = usePersonNames([value?.holder])
  if (value === null)
    return (
      <SearchPick
        id={field.name}
        label={label}
        mark={mark}
        hint={hint}
        kind="provider"
        none={t('cases.new.none.provider')}
        error={error}
        onPick={async ({ id, clinic }) => {
          if (clinic !== null) onChange(await fetchProvider(client, id, clinic, today))
        }}
      />
    )
  return (
    <Chosen
      id={field.name}
      icon="user"
      label={label}
      title={value.number}
      error={error}
      onClear={() => onChange(null)}
      facts={[
        [t('cases.new.chosen.holder'), value.holder === null ? none : nameOf(value.holder)],
        [t('cases.new.chosen.status'), value.status === null ? none : capacityStatusWords[value.status][language]],
        [t('cases.new.chosen.clinic'), value.clinicName ?? none],
        [t('cases.new.chosen.address'), value.place === null ? none : addressLine(value.place)],
      ]}
    />
  )
}
