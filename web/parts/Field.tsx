import { type ReactNode, useId } from 'react'
import { Icon } from './Icon.tsx'

/** What a field gives its input: its id, and what describes it. */
export interface FieldProps {
  readonly id: string
  readonly 'aria-describedby': string | undefined
  readonly 'aria-invalid': true | undefined
}

/** A labelled input with its hint above and its error between, so that a screen reader hears both with the field. */
export function Field({
  label,
  mark,
  hint,
  error,
  id: given,
  className = '',
  children,
}: {
  readonly label: string
  /** Said after the label, such as that the field may be left out. */
  readonly mark?: string | undefined
  readonly hint?: string | undefined
  readonly error?: string | undefined
  /** For an error summary that links here. */
  readonly id?: string
  readonly className?: string
  readonly children: (props: FieldProps) => ReactNode
}) {
  const own = useId()
  const id = given ?? own
  const described = [hint === undefined ? '' : `${id}-hint`, error === undefined ? '' : `${id}-error`].filter(Boolean)
  return (
    <div className={`field ${error === undefined ? '' : 'field-invalid'} ${className}`}>
      <label htmlFor={id}>
        {label} {mark !== undefined && <span className="field-mark">{mark}</span>}
      </label>
      {hint !== undefined && (
        <span className="field-hint" id={`${id}-hint`}>
          {hint}
        </span>
      )}
      {error !== undefined && (
        <span className="field-error" id={`${id}-error`}>
          <Icon name="warning" size={14} /> {error}
        </span>
      )}
      {children({
        id,
        'aria-describedby': described.length === 0 ? undefined : described.join(' '),
        'aria-invalid': error === undefined ? undefined : true,
      })}
    </div>
  )
}
