import { useTranslation } from 'react-i18next'
import type { ParameterBounds } from '#events/parameterBounds'
import { sayParameter } from '#events/say/sayable'
import { DateInput } from '../../parts/DateInput.tsx'
import type { FieldProps } from '../../parts/Field.tsx'
import { useLanguage } from '../../text/i18n.ts'

/** The input that fits what the parameter can be. Gives text; `readTyped` makes a value of it. */
export function ParameterInput({
  parameterKey,
  bounds,
  value,
  onChange,
  ...field
}: FieldProps & {
  readonly parameterKey: string
  readonly bounds: ParameterBounds
  readonly value: string
  readonly onChange: (value: string) => void
}) {
  const { t } = useTranslation()
  const language = useLanguage()
  switch (bounds.kind) {
    case 'yes-no':
      return (
        <select {...field} value={value} onChange={(event) => onChange(event.target.value)}>
          <option value="true">{t('rules.yes')}</option>
          <option value="false">{t('rules.no')}</option>
        </select>
      )
    case 'choice':
      return (
        <select {...field} value={value} onChange={(event) => onChange(event.target.value)}>
          {bounds.options.map((option) => (
            <option key={option} value={option}>
              {sayParameter(parameterKey, option, language)}
            </option>
          ))}
        </select>
      )
    case 'date':
      return <DateInput {...field} value={value} onChange={onChange} />
    default:
      return (
        <input
          {...field}
          type="text"
          inputMode={bounds.kind === 'number' ? 'decimal' : 'text'}
          autoComplete="off"
          value={value}
          onChange={(event) => onChange(event.target.value)}
        />
      )
  }
}
