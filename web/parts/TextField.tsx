import { Field } from './Field.tsx'

/** A labelled field for some lines of text. */
export function TextField({
  rows = 3,
  maxLength,
  value,
  onChange,
  ...field
}: {
  readonly label: string
  readonly mark?: string | undefined
  readonly hint?: string | undefined
  readonly error?: string | undefined
  readonly id?: string
  readonly className?: string
  /** Lines that show at once. */
  readonly rows?: number
  /** Longest text in characters; none, where what it is sent to sets none. */
  readonly maxLength?: number
  readonly value: string
  readonly onChange: (value: string) => void
}) {
  return (
    <Field {...field}>
      {(props) => (
        <textarea
          {...props}
          rows={rows}
          maxLength={maxLength}
          value={value}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Field>
  )
}
