import { type ReactNode, useEffect } from 'react'

/** A page other than the map: a title, an aside, and its content in the reading column. */
export function Page({
  title,
  lead,
  aside,
  wide = false,
  children,
}: {
  readonly title: string
  readonly lead?: ReactNode
  readonly aside?: ReactNode
  readonly wide?: boolean
  readonly children: ReactNode
}) {
  useTitle(title)
  return (
    <div className={wide ? 'page page-wide' : 'page'}>
      <header className="page-head">
        <div>
          <h1>{title}</h1>
          {lead !== undefined && <p className="page-lead">{lead}</p>}
        </div>
        {aside !== undefined && aside !== false && <div className="page-aside">{aside}</div>}
      </header>
      {children}
    </div>
  )
}

/** Names the page in the browser's title. */
export function useTitle(title: string): void {
  useEffect(() => {
    document.title = `${title} · Praksiskort`
  }, [title])
}
