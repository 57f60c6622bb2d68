import { type ReactNode, useId } from 'react'

/** A card with a title, an aside on the right of it, and an optional footer. */
export function Panel({
  title,
  aside,
  footer,
  children,
  level = 2,
  className = '',
}: {
  readonly title: ReactNode
  readonly aside?: ReactNode
  readonly footer?: ReactNode
  readonly children: ReactNode
  readonly level?: 2 | 3
  readonly className?: string
}) {
  const id = useId()
  const Heading = `h${level}` as const
  return (
    <section className={`panel ${className}`} aria-labelledby={id}>
      <header className="panel-head">
        <Heading id={id}>{title}</Heading>
        {aside !== undefined && <div className="panel-aside">{aside}</div>}
      </header>
      <div className="panel-body">{children}</div>
      {footer !== undefined && <footer className="panel-foot">{footer}</footer>}
    </section>
  )
}
