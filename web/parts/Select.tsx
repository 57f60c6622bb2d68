/** A native select of 32 px; `label` is spoken, and shown when `showLabel` is set. */
export function Select<Value extends string>({
  label,
  value,
  options,
  onChange,
  showLabel = false,
  disabled = false,
  className = '',
}: {
  readonly label: string
  readonly value: Value
  readonly options: readonly { readonly value: Value; readonly label: string }[]
  readonly onChange: (value: Value) => void
  readonly showLabel?: boolean
  readonly disabled?: boolean
  readonly className?: string
}) {
  return (
    <label className={`select ${className}`}>
      <span className={showLabel ? 'select-label' : 'visually-hidden'}>{label}</span>
      <select
        value={value}
        disabled={disabled}
        onChange={(event) => {
          const chosen = options.find((option) => option.value === event.target.value)
          if (chosen) onChange(chosen.value)
        }}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </label>
  )
}
