import { useTranslation } from 'react-i18next'
import { competenceTargetWords } from '#events/competenceWords'
import { capacityStatusWords } from '#events/glossary'
import { CapacityStatus } from '#events/providerNumber'
import { DateInput } from '../../../../parts/DateInput.tsx'
import { Field } from '../../../../parts/Field.tsx'
import { TextField } from '../../../../parts/TextField.tsx'
import { useLanguage } from '../../../../text/i18n.ts'
import type { Choices } from '../form.ts'
import { capacityUnit } from '../kinds.ts'
import type { PartProps } from './part.ts'

type LineProps = PartProps<'text'>

/** A line of text. */
export function LinePart({ field, value, onChange, label, mark, hint, error }: LineProps) {
  return (
    <Field id={field.name} label={label} mark={mark} hint={hint} error={error}>
      {(props) => (
        <input
          {...props}
          type="text"
          maxLength={200}
          {...(field.kind === 'newNumber' ? { inputMode: 'numeric' as const } : {})}
          value={value}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Field>
  )
}

/** A person by the register's reference, never by name. */
export function PersonPart(props: LineProps) {
  const { t } = useTranslation()
  return <LinePart {...props} hint={t('cases.new.person')} />
}

/** Some lines of text. */
export function NotePart({ field, value, onChange, label, mark, hint, error }: PartProps<'note'>) {
  return (
    <TextField
      id={field.name}
      label={label}
      mark={mark}
      hint={hint}
      error={error}
      className="part-wide"
      maxLength={2000}
      value={value}
      onChange={onChange}
    />
  )
}

/** A date. */
export function DatePart({ field, value, onChange, label, mark, hint, error }: PartProps<'date'>) {
  return (
    <Field id={field.name} label={label} mark={mark} hint={hint} error={error}>
      {(props) => <DateInput {...props} value={value} onChange={onChange} />}
    </Field>
  )
}

/** A quantity typed with its decimals, its unit beside it. */
export function QuantityPart({ field, value, onChange, values, label, mark, hint, error }: PartProps<'hours'>) {
  const { t } = useTranslation()
  const unit = {
    hours: 'hours',
    hoursOrNone: 'hours',
    capacity: capacityUnit({ wantedFrom: String(values.wantedFrom ?? '') }),
    kroner: 'kroner',
    kilometres: 'kilometres',
    share: 'share',
  } as const
  const name = unit[field.kind as keyof typeof unit]
  return (
    <Field id={field.name} label={label} mark={mark} hint={hint} error={error}>
      {(props) => (
        <span className="with-unit">
          <input
            {...props}
            type="text"
            inputMode="decimal"
            maxLength={20}
            value={value}
            onChange={(event) => onChange(event.target.value)}
          />
          <span>{t(`cases.new.units.${name}`)}</span>
        </span>
      )}
    </Field>
  )
}

/** One of few. */
export function ChoicePart({ field, value, onChange, label, mark, hint, error }: PartProps<'choice'>) {
  const { t } = useTranslation()
  const options = useChoices(field.choices)
  return (
    <Field id={field.name} label={label} mark={mark} hint={hint} error={error}>
      {(props) => (
        <select {...props} value={value} onChange={(event) => onChange(event.target.value)}>
          <option value="">{t('cases.new.choose')}</option>
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
      )}
    </Field>
  )
}

/** Yes, no, or not stated. */
export function YesNoPart({ field, value, onChange, label, mark, hint, error }: PartProps<'yesNo'>) {
  const { t } = useTranslation()
  return (
    <Field id={field.name} label={label} mark={mark} hint={hint} error={error}>
      {(props) => (
        <select {...props} value={value} onChange={(event) => onChange(event.target.value)}>
          <option value="">{t('cases.new.notStated')}</option>
          <option value="yes">{t('cases.new.yes')}</option>
          <option value="no">{t('cases.new.no')}</option>
        </select>
      )}
    </Field>
  )
}

function useChoices(choices: Choices | undefined): readonly { readonly value: string; readonly label: string }[] {
  const { t } = useTranslation()
  const language = useLanguage()
  switch (choices) {
    case 'specialty':
      return (['51', '62', '57', '65'] as const).map((value) => ({ value, label: t(`map.specialty.${value}`) }))
    case 'fundedSpecialty':
      return (['51', '62'] as const).map((value) => ({ value, label: t(`map.specialty.${value}`) }))
    case 'status':
      return CapacityStatus.options.map((value) => ({ value, label: capacityStatusWords[value][language] }))
    case 'target':
      return Object.entries(competenceTargetWords).map(([value, words]) => ({ value, label: words[language] }))
    default:
      return []
  }
}
