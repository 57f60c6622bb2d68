import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { viewQuery } from '../../../../api.ts'
import { capacity, date } from '../../../../format.ts'
import { Button } from '../../../../parts/Button.tsx'
import { Field } from '../../../../parts/Field.tsx'
import { useLanguage } from '../../../../text/i18n.ts'
import { SearchPick } from '../../SearchPick.tsx'
import { fetchSchool, type AgreementPick as Picked, type SchoolPick } from '../picks.ts'

/** Finds a riding agreement in two steps: the school, then the agreement among those that it has. */
export function AgreementPick({
  id,
  label,
  mark,
  hint,
  error,
  except = [],
  onPick,
}: {
  readonly id?: string
  readonly label: string
  readonly mark?: string | undefined
  readonly hint?: string | undefined
  readonly error?: string | undefined
  /** Ids that are chosen already. */
  readonly except?: readonly string[]
  readonly onPick: (agreement: Picked) => void
}) {
  const { t } = useTranslation()
  const language = useLanguage()
  const client = useQueryClient()
  const [school, setSchool] = useState<SchoolPick | null>(null)
  const { data } = useQuery({ ...viewQuery('ridingSchool', { school: school?.id ?? '' }), enabled: school !== null })
  const named = id === undefined ? {} : { id }
  if (school === null)
    return (
      <SearchPick
        {...named}
        label={label}
        mark={mark}
        hint={hint}
        kind="ridingSchool"
        none={t('cases.new.none.school')}
        error={error}
        onPick={async (hit) => setSchool(await fetchSchool(client, hit.id))}
      />
    )
  const rows = (data?.agreements ?? []).filter((row) => row.status !== 'ended' && !except.includes(row.agreement))
  return (
    <div className="agreement-pick part-wide">
      <Field
        {...named}
        label={`${label}: ${school.name}`}
        mark={mark}
        hint={data !== undefined && rows.length === 0 ? t('cases.new.none.agreements') : undefined}
        error={error}
      >
        {(props) => (
          <select
            {...props}
            value=""
            onChange={(event) => {
              const row = rows.find(({ agreement }) => agreement === event.target.value)
              if (row === undefined) return
              setSchool(null)
              onPick({ id: row.agreement, school, therapist: row.therapist, hoursTenths: row.hoursTenths })
            }}
          >
            <option value="">{t('cases.new.choose')}</option>
            {rows.map((row) => (
              <option key={row.agreement} value={row.agreement}>
                {`${row.provider ?? t('riding.table.noProvider')} · ${date(row.accessionDate, language)} · ${capacity(row.hoursTenths, 'hoursTenths', language)} ${t('cases.new.units.hours')}`}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Button kind="text" onPress={() => setSchool(null)}>
        {t('cases.new.chosen.other')}
      </Button>
    </div>
  )
}
