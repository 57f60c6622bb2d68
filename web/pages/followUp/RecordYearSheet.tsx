import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { RegionCode } from '#events/identifiers'
import { EffectiveDate } from '#events/time'
import { DateInput } from '../../parts/DateInput.tsx'
import { Field } from '../../parts/Field.tsx'
import { FormSheet } from '../../parts/FormSheet.tsx'
import { Select } from '../../parts/Select.tsx'
import { useCommand } from '../../parts/useCommand.ts'

/** Records that the committee followed up on the plan in a year, with its measures. */
export function RecordYearSheet({
  region,
  years,
  today,
  onClose,
}: {
  readonly region: RegionCode
  /** Years that can be recorded, the newest first. */
  readonly years: readonly number[]
  readonly today: EffectiveDate
  readonly onClose: () => void
}) {
  const { t } = useTranslation()
  const record = useCommand('RecordYearlyFollowUp')
  const [year, setYear] = useState(String(years[0] ?? today.slice(0, 4)))
  const [heldOn, setHeldOn] = useState<string>(today)
  const [measures, setMeasures] = useState('')
  const on = EffectiveDate.safeParse(heldOn).data
  const isWithin = on?.startsWith(`${year}-`) === true && on <= today
  return (
    <FormSheet
      title={t('followUp.yearly.record')}
      lead={t('followUp.yearly.recordLead')}
      open
      onClose={onClose}
      busy={record.busy}
      error={record.error}
      notReady={isWithin ? undefined : t('followUp.yearly.within', { year })}
      onSubmit={() => {
        if (on === undefined) return
        record.send(
          {
            region,
            year: Number(year),
            effectiveFrom: on,
            measures: measures
              .split('\n')
              .map((line) => line.trim())
              .filter((line) => line !== ''),
          },
          { onDone: onClose },
        )
      }}
    >
      <Select
        label={t('followUp.yearly.year')}
        showLabel
        value={year}
        options={years.map((one) => ({ value: String(one), label: String(one) }))}
        onChange={setYear}
      />
      <Field label={t('followUp.yearly.heldOn')}>
        {(props) => <DateInput {...props} value={heldOn} onChange={setHeldOn} />}
      </Field>
      <Field label={t('followUp.yearly.measures')} hint={t('followUp.yearly.measuresHint')}>
        {(props) => (
          <textarea {...props} rows={5} value={measures} onChange={({ target }) => setMeasures(target.value)} />
        )}
      </Field>
    </FormSheet>
  )
}
