import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { viewQuery } from '../../../../api.ts'
import { capacity, date, none } from '../../../../format.ts'
import { useLanguage } from '../../../../text/i18n.ts'
import { AgreementPick } from './AgreementPick.tsx'
import { Chosen } from './Chosen.tsx'
import type { PartProps } from './part.ts'

/** The riding agreement that the case is about: found by its school, then shown with therapist and hours. */
export function AgreementPart({ field, value, onChange, label, mark, hint, error }: PartProps<'agreement'>) {
  const { t } = useTranslation()
  const language = useLanguage()
  const school = value?.school.id ?? ''
  const { data } = useQuery({ ...viewQuery('ridingSchool', { school }), enabled: school !== '' })
  if (value === null)
    return <AgreementPick id={field.name} label={label} mark={mark} hint={hint} error={error} onPick={onChange} />
  const row = data?.agreements.find(({ agreement }) => agreement === value.id)
  const hours = value.hoursTenths ?? row?.hoursTenths ?? null
  return (
    <Chosen
      id={field.name}
      icon="diamond"
      label={label}
      title={value.school.name || data?.name || none}
      error={error}
      onClear={() => onChange(null)}
      facts={[
        [t('cases.new.chosen.therapist'), row === undefined ? none : (row.provider ?? t('riding.table.noProvider'))],
        [t('riding.table.accession'), date(row?.accessionDate ?? null, language)],
        [t('cases.new.chosen.hours'), capacity(hours, 'hoursTenths', language)],
      ]}
    />
  )
}
