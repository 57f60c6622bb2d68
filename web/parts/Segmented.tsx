import type { ReactNode } from 'react'
import { useId } from 'react'

/** A choice of few, side by side: a radio group, so the arrows move and select. */
export function Segmented<Value extends string>({
  label,
  value,
  options,
  onChange,
  size = 'normal',
}: {
  readonly label: string
  /** Null where nothing is chosen yet. */
  readonly value: Value | null
  readonly options: readonly { readonly value: Value; readonly label: ReactNode }[]
  readonly onChange: (value: Value) => void
  readonly size?: 'normal' | 'small'
}) {
  const name = useId()
  return (
    <fieldset className={`segmented segmented-${size}`}>
      <legend className="visually-hidden">{label}</legend>
      {options.map((option) => (
        <label key={option.value} className={option.value === value ? 'on' : ''}>
          <input
            type="radio"
            name={name}
            value={option.value}
            checked={option.value === value}
            onChange={() => onChange(option.value)}
          />
          {option.label}
        </label>
      ))}
    </fieldset>
  )
}
