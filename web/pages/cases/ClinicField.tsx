import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type Answer, viewQuery } from '../../api.ts'
import { capacity, none } from '../../format.ts'
import { useAreaNames } from '../../parts/areaNames.ts'
import { Button } from '../../parts/Button.tsx'
import { Icon } from '../../parts/Icon.tsx'
import { useLanguage } from '../../text/i18n.ts'
import { addressLine } from './caseFile.ts'
import type { RelocationForm } from './openCaseForm.ts'
import { SearchPick } from './SearchPick.tsx'

/** The clinic that moves: searched for, then shown with the address it moves from. */
export function ClinicField({
  value,
  today,
  error,
  onChange,
}: {
  readonly value: RelocationForm['clinic']
  readonly today: string
  readonly error: string | undefined
  readonly onChange: (clinic: RelocationForm['clinic']) => void
}) {
  const { t } = useTranslation()
  const language = useLanguage()
  const names = useAreaNames()
  const client = useQueryClient()
  const [closed, setClosed] = useState(false)
  const { data } = useQuery({ ...viewQuery('clinic', { clinic: value?.id ?? '' }), enabled: value !== null })
  if (value === null)
    return (
      <SearchPick
        id="clinic"
        label={t('cases.new.clinic')}
        hint={t('cases.new.clinicHint')}
        kind="clinic"
        none={t('cases.new.clinicNone')}
        error={error ?? (closed ? t('cases.new.clinicNoAddress') : undefined)}
        onPick={async ({ id }) => {
          const clinic = await client.fetchQuery(viewQuery('clinic', { clinic: id }))
          const main = mainAddress(clinic, today)
          setClosed(main === undefined)
          if (main !== undefined)
            onChange({ id: clinic.clinic, name: clinic.name, address: main.addressId, from: main.address })
        }}
      />
    )
  const unit = t(data?.unit === 'hoursTenths' ? 'cases.header.unitHours' : 'cases.header.unitUnits')
  return (
    <div className="chosen-clinic">
      <Icon name="clinic" size={20} />
      <dl>
        <div>
          <dt>{t('cases.new.chosenClinic')}</dt>
          <dd>
            <strong>{value.name}</strong>
          </dd>
        </div>
        <div>
          <dt>{t('cases.new.currentAddress')}</dt>
          <dd>
            {addressLine(value.from)} · {names.municipality(value.from.municipality)}
          </dd>
        </div>
        <div>
          <dt>{t('cases.new.capacityMoves')}</dt>
          <dd>
            {data === undefined || data.capacity === null
              ? none
              : `${capacity(data.capacity, data.unit, language)} ${unit}`}
          </dd>
        </div>
      </dl>
      <Button onPress={() => onChange(null)}>{t('cases.new.otherClinic')}</Button>
    </div>
  )
}

/** The main address open on the date; undefined when there is none. */
function mainAddress(clinic: Answer<'clinic'>, on: string) {
  return clinic.addresses.find(({ kind, from, to }) => kind === 'main' && from <= on && (to === null || to > on))
}
