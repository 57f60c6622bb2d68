import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { addressLine } from '#events/say/places'
import { viewQuery } from '../../../../api.ts'
import { capacity, none } from '../../../../format.ts'
import { useAreaNames } from '../../../../parts/areaNames.ts'
import { useLanguage } from '../../../../text/i18n.ts'
import { SearchPick } from '../../SearchPick.tsx'
import { fetchClinic } from '../picks.ts'
import { Chosen } from './Chosen.tsx'
import type { PartProps } from './part.ts'

/** A clinic: searched for, then shown with its main address and its capacity. */
export function ClinicPart({ field, value, onChange, today, label, mark, hint, error }: PartProps<'clinic'>) {
  const { t } = useTranslation()
  const language = useLanguage()
  const names = useAreaNames()
  const client = useQueryClient()
  const id = value?.id ?? ''
  const { data } = useQuery({ ...viewQuery('clinic', { clinic: id }), enabled: id !== '' })
  if (value === null)
    return (
      <SearchPick
        id={field.name}
        label={label}
        mark={mark}
        hint={hint}
        kind="clinic"
        none={t('cases.new.none.clinic')}
        error={error}
        onPick={async (hit) => onChange(await fetchClinic(client, hit.id, today))}
      />
    )
  const unit = t(data?.unit === 'hoursTenths' ? 'cases.new.units.hours' : 'cases.new.units.units')
  return (
    <Chosen
      id={field.name}
      icon="clinic"
      label={label}
      title={value.name || data?.name || id || none}
      error={error}
      onClear={() => onChange(null)}
      facts={[
        [
          t('cases.new.chosen.address'),
          value.place === null ? none : `${addressLine(value.place)} · ${names.municipality(value.place.municipality)}`,
        ],
        [
          t('cases.new.chosen.capacity'),
          data === undefined || data.capacity === null
            ? none
            : `${capacity(data.capacity, data.unit, language)} ${unit}`,
        ],
      ]}
    />
  )
}
