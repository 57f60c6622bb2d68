import { useNavigate, useSearch } from '@tanstack/react-router'
import type { EffectiveDate, RecordedAt } from '#events/time'
import { danishDate } from '../format.ts'
import { useSession } from '../session.ts'

/** The moment that the reader looks at. */
export interface Moment {
  /** When it holds, as the address bar says; undefined means today. */
  readonly asOf: EffectiveDate | undefined
  /** What was recorded by then; undefined means everything up to now. */
  readonly asKnownAt: EffectiveDate | RecordedAt | undefined
  /** The day in force: `asOf`, or the service's today. Undefined until the session is known. */
  readonly on: EffectiveDate | undefined
  readonly today: EffectiveDate | undefined
  /** True when it is not today as known now: then nothing can be written. */
  readonly past: boolean
  /** The two times as the parameters of any query; what means "now" is left out. */
  readonly params: { asOf?: EffectiveDate; asKnownAt?: EffectiveDate | RecordedAt }
}

/** The moment in the address bar. Any other than today, as known now, is read-only. */
export function useMoment(): Moment {
  const { asOf, asKnownAt } = useSearch({ from: '__root__' })
  const today = useSession()?.today
  const knownDay = asKnownAt === undefined || asKnownAt.length > 10 ? asKnownAt : asKnownAt.slice(0, 10)
  const isToday = asOf === undefined || asOf === today
  const isNow = knownDay === undefined || knownDay === today
  return {
    asOf,
    asKnownAt,
    on: asOf ?? today,
    today,
    past: !(isToday && isNow),
    params: { ...(asOf === undefined ? {} : { asOf }), ...(asKnownAt === undefined ? {} : { asKnownAt }) },
  }
}

/** The Danish day of `asKnownAt`; undefined when it means now. */
export function knownDay(moment: Moment): string | undefined {
  if (moment.asKnownAt === undefined) return undefined
  return moment.asKnownAt.length === 10 ? moment.asKnownAt : danishDate(moment.asKnownAt)
}

/** Puts another moment into the address bar; undefined means today, or now. Replaces, so that Back leaves the page. */
export function useSetMoment(): (moment: {
  asOf: EffectiveDate | undefined
  asKnownAt: EffectiveDate | RecordedAt | undefined
}) => void {
  const navigate = useNavigate()
  return (moment) => void navigate({ to: '.', search: (was) => ({ ...was, ...moment }), replace: true })
}
