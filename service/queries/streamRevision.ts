import type { Views } from '../projections/views.ts'

/** Revision of a stream as the views hold it, for `If-Match`; -1 for one without events. */
export function revisionOf(views: Views, stream: string): number {
  return (
    views
      .statement<{ revision: number | null }>('SELECT max(revision) AS revision FROM event WHERE stream = :stream')
      .get({ stream })?.revision ?? -1
  )
}
