import type { ReactNode } from 'react'
import { RequestError } from '../api.ts'
import { Failed } from './Failed.tsx'
import { useTitle } from './Page.tsx'
import { Skeleton } from './Skeleton.tsx'

interface Wait {
  /** Null while the answer is on its way. */
  readonly error: unknown
  readonly onRetry: () => void
}

/** In the place of an answer that has not come: its shape, or why it will not come. */
export function Awaited({ rows, error, onRetry }: Wait & { readonly rows: number }) {
  return error === null ? <Skeleton rows={rows} /> : <Failed error={error} onRetry={onRetry} />
}

/** A page about one thing that the address names, in the place of the answer about it. */
export function AwaitedPage({
  title,
  missing,
  error,
  onRetry,
}: Wait & {
  /** Name of the page, and its heading where no answer brings one. */
  readonly title: string
  /** Shown where there is no such thing for this reader, or where the address can be none's. */
  readonly missing: ReactNode
}) {
  useTitle(title)
  const isMissing = error instanceof RequestError && [400, 404].includes(error.problem.status)
  return (
    <div className="page">
      {error !== null && <h1 className="visually-hidden">{title}</h1>}
      {isMissing ? missing : <Awaited rows={10} error={error} onRetry={onRetry} />}
    </div>
  )
}
