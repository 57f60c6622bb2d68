import { useEffect, useRef } from 'react'

/** All problems of a form in one place, each a link to its field. Takes the focus when a new attempt fails. */
export function ErrorSummary({
  title,
  problems,
  attempt,
}: {
  readonly title: string
  readonly problems: readonly { readonly field: string; readonly text: string }[]
  /** Counts the attempts to send; a higher number with problems moves the focus here. */
  readonly attempt: number
}) {
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (attempt > 0) box.current?.focus()
  }, [attempt])
  if (problems.length === 0) return null
  return (
    <div className="error-summary" role="alert" ref={box} tabIndex={-1}>
      <h2>{title}</h2>
      <ul>
        {problems.map(({ field, text }) => (
          <li key={`${field} ${text}`}>
            <a
              href={`#${field}`}
              onClick={(event) => {
                event.preventDefault()
                document.getElementById(field)?.focus()
              }}
            >
              {text}
            </a>
          </li>
        ))}
      </ul>
    </div>
  )
}
