import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { addressLine } from '#events/say/places'
import { viewQuery } from '../../../../api.ts'
import { none } from '../../../../format.ts'
import { useAreaNames } from '../../../../parts/areaNames.ts'
import { SearchPick } from '../../SearchPick.tsx'
import { fetchSchool } from '../picks.ts'
import { startOf } from '../startOf.ts'
import { Chosen } from './Chosen.tsx'
import type { PartProps } from './part.ts'

/** A riding school: searched for, then shown with its place and whether it is approved. */
export function SchoolPart({ field, value, values, onChange, label, mark, hint, error }: PartProps<'school'>) {
  const { t } = useTranslation()
  const names = useAreaNames()
  const client = useQueryClient()
  const id = value?.id ?? ''
  const { data } = useQuery({ ...viewQuery('ridingSchool', { school: id }), enabled: id !== '' })
  if (value === null)
    return (
      <SearchPick
        id={field.name}
        label={label}
        mark={mark}
        hint={hint}
        kind="ridingSchool"
        none={t('cases.new.none.school')}
        error={error}
        near={startOf(values)}
        onPick={async (hit) => onChange(await fetchSchool(client, hit.id))}
      />
    )
  const approved = value.approved ?? data?.approved
  return (
    <Chosen
      id={field.name}
      icon="diamond"
      label={label}
      title={value.name || data?.name || id}
      error={error}
      onClear={() => onChange(null)}
      facts={[
        [
          t('cases.new.chosen.address'),
          value.place === null ? none : `${addressLine(value.place)} · ${names.municipality(value.place.municipality)}`,
        ],
        [
          t('cases.new.chosen.approved'),
          approved === undefined ? none : t(approved ? 'cases.new.yes' : 'cases.new.chosen.notApproved'),
        ],
      ]}
    />
  )
}
