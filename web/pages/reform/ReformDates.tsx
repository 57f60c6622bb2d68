import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { firstOfFour, lastOfFive } from '#api/views/reform'
import { EffectiveDate } from '#events/time'
import { Button } from '../../parts/Button.tsx'
import { DateInput } from '../../parts/DateInput.tsx'
import { Field } from '../../parts/Field.tsx'

/** The two dates, each typed or picked; what is no date is said and changes nothing. */
export function ReformDates({
  from,
  to,
  onChange,
}: {
  readonly from: EffectiveDate
  readonly to: EffectiveDate
  readonly onChange: (dates: { readonly from: EffectiveDate; readonly to: EffectiveDate }) => void
}) {
  const { t } = useTranslation()
  const isUsual = from === lastOfFive && to === firstOfFour
  return (
    <fieldset className="reform-dates">
      <legend className="visually-hidden">{t('reform.dates')}</legend>
      <OneDate
        key={`from ${from}`}
        label={t('reform.from')}
        value={from}
        onChange={(on) => onChange({ from: on, to })}
      />
      <OneDate key={`to ${to}`} label={t('reform.to')} value={to} onChange={(on) => onChange({ from, to: on })} />
      <Button onPress={() => onChange({ from: to, to: from })}>{t('reform.swap')}</Button>
      {!isUsual && <Button onPress={() => onChange({ from: lastOfFive, to: firstOfFour })}>{t('reform.usual')}</Button>}
    </fieldset>
  )
}

function OneDate({
  label,
  value,
  onChange,
}: {
  readonly label: string
  readonly value: EffectiveDate
  readonly onChange: (on: EffectiveDate) => void
}) {
  const { t } = useTranslation()
  const [typed, setTyped] = useState<string>(value)
  const isDate = EffectiveDate.safeParse(typed).success
  return (
    <Field label={label} error={isDate ? undefined : t('reform.notDate')}>
      {(props) => (
        <DateInput
          {...props}
          value={typed}
          onChange={(text) => {
            setTyped(text)
            const on = EffectiveDate.safeParse(text)
            if (on.success && on.data !== value) onChange(on.data)
          }}
        />
      )}
    </Field>
  )
}
