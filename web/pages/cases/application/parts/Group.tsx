import { type ReactNode, useId } from 'react'
import { Icon } from '../../../../parts/Icon.tsx'

/** Several inputs that are one field: its name, what it is for, what is wrong, and the inputs. */
export function Group({
  id,
  label,
  mark,
  hint,
  error,
  children,
}: {
  readonly id: string
  readonly label: string
  readonly mark: string | undefined
  readonly hint: string | undefined
  readonly error: string | undefined
  readonly children: ReactNode
}) {
  const own = useId()
  const described = [hint === undefined ? '' : `${own}-hint`, error === undefined ? '' : `${own}-error`].filter(Boolean)
  return (
    <fieldset
      className="part-group part-wide"
      id={id}
      tabIndex={-1}
      {...(described.length === 0 ? {} : { 'aria-describedby': described.join(' ') })}
    >
      <legend>
        {label} {mark !== undefined && <span className="field-mark">{mark}</span>}
      </legend>
      {hint !== undefined && (
        <p className="field-hint" id={`${own}-hint`}>
          {hint}
        </p>
      )}
      {error !== undefined && (
        <p className="field-error" id={`${own}-error`}>
          <Icon name="warning" size={14} /> {error}
        </p>
      )}
      {children}
    </fieldset>
  )
}
