import { useId } from 'react'

/** A radio group drawn as cards: each choice with its word and, where it helps, a sentence. Arrows move and choose. */
export function RadioCards<Value extends string>({
  label,
  options,
  value,
  onChange,
  disabled = false,
  columns = 1,
  hideLabel = false,
  id,
}: {
  readonly label: string
  readonly options: readonly { readonly value: Value; readonly label: string; readonly help?: string }[]
  readonly value: Value | null
  readonly onChange: (value: Value) => void
  readonly disabled?: boolean
  readonly columns?: 1 | 2
  readonly hideLabel?: boolean
  readonly id?: string
}) {
  const name = useId()
  return (
    <fieldset className={`radio-cards radio-cards-${columns}`} {...(id === undefined ? {} : { id })} tabIndex={-1}>
      <legend className={hideLabel ? 'visually-hidden' : undefined}>{label}</legend>
      {options.map((option) => (
        <label key={option.value} className={`radio-card ${value === option.value ? 'is-chosen' : ''}`}>
          <input
            type="radio"
            name={name}
            value={option.value}
            checked={value === option.value}
            disabled={disabled}
            onChange={() => onChange(option.value)}
            aria-labelledby={`${name}-${option.value}`}
            aria-describedby={option.help === undefined ? undefined : `${name}-${option.value}-help`}
          />
          <span className="radio-card-text">
            <span className="radio-card-label" id={`${name}-${option.value}`}>
              {option.label}
            </span>
            {option.help !== undefined && (
              <span className="radio-card-help" id={`${name}-${option.value}-help`}>
                {option.help}
              </span>
            )}
          </span>
        </label>
      ))}
    </fieldset>
  )
}
