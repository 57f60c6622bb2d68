import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { date } from '../format.ts'
import { useLanguage } from '../text/i18n.ts'
import { parseDate } from '../time/parseDate.ts'
import { IconButton } from './Button.tsx'
import type { FieldProps } from './Field.tsx'

/**
 * A date typed the way people write it, or picked from the browser's calendar. Gives `YYYY-MM-DD`; what is no date is
 * given as it was typed, so that the form can say so.
 */
export function DateInput({
  value,
  min,
  readOnly = false,
  onChange,
  ...field
}: FieldProps & {
  readonly value: string
  /** First day that the calendar offers. */
  readonly min?: string
  readonly readOnly?: boolean
  readonly onChange: (value: string) => void
}) {
  const { t } = useTranslation()
  const language = useLanguage()
  const [typed, setTyped] = useState<string | null>(null)
  const picker = useRef<HTMLInputElement>(null)
  const isKnown = parseDate(value) === value
  return (
    <span className="date-input">
      <input
        {...field}
        type="text"
        autoComplete="off"
        readOnly={readOnly}
        placeholder={t('cases.write.datePlaceholder')}
        value={typed ?? (isKnown ? date(value, language).replaceAll('\u00A0', ' ') : value)}
        onChange={(event) => {
          setTyped(event.target.value)
          onChange(parseDate(event.target.value) ?? event.target.value.trim())
        }}
        onBlur={() => setTyped(null)}
      />
      {!readOnly && (
        <>
          <IconButton icon="calendar" label={t('cases.write.calendar')} onPress={() => picker.current?.showPicker()} />
          {/* Opens the browser's own calendar; the text field beside it is the one that is read and typed in. */}
          <input
            ref={picker}
            type="date"
            className="date-picker"
            tabIndex={-1}
            aria-hidden="true"
            {...(min === undefined ? {} : { min })}
            value={isKnown ? value : ''}
            onChange={(event) => {
              setTyped(null)
              onChange(event.target.value)
            }}
          />
        </>
      )}
    </span>
  )
}
