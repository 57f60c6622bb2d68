import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { EffectiveDate } from '#events/time'
import { date } from '../format.ts'
import { useLanguage } from '../text/i18n.ts'
import { parseDate } from './parseDate.ts'

/** A date that is typed: the alternative to dragging. Takes effect on Enter or when the field is left. */
export function DateField({
  label,
  shown,
  value,
  max,
  onChange,
}: {
  readonly label: string
  /** What the field says while it is not being edited. */
  readonly shown: string
  readonly value: EffectiveDate
  /** Last day allowed. */
  readonly max?: string
  readonly onChange: (value: EffectiveDate) => void
}) {
  const { t } = useTranslation()
  const language = useLanguage()
  const id = useId()
  const [draft, setDraft] = useState<string | null>(null)
  const parsed = draft === null ? value : parseDate(draft)
  const wrong = parsed === undefined || (max !== undefined && parsed > max)
  const commit = () => {
    if (draft === null || wrong || parsed === undefined) return
    setDraft(null)
    if (parsed !== value) onChange(parsed)
  }
  return (
    <span className="date-field">
      <input
        type="text"
        inputMode="text"
        aria-label={label}
        aria-invalid={wrong || undefined}
        aria-describedby={wrong ? id : undefined}
        value={draft ?? shown}
        onFocus={(event) => event.target.select()}
        onChange={(event) => setDraft(event.target.value)}
        // What is no date stays to be seen and mended; Escape gives the old date back.
        onBlur={commit}
        onKeyDown={(event) => {
          if (event.key === 'Enter') {
            commit()
            if (!wrong) event.currentTarget.blur()
          }
          if (event.key === 'Escape') {
            setDraft(null)
            event.currentTarget.blur()
          }
        }}
      />
      {wrong && draft !== null && (
        <span id={id} className="date-field-error" role="alert">
          {t('time.invalidDate', { example: date(max ?? value, language) })}
        </span>
      )}
    </span>
  )
}
