import type { AsOf, AsOfParams } from '#api/asOf'
import { EffectiveDate, RecordedAt } from '#events/time'
import { type Clock, endOfDanishDay } from '../clock.ts'
import { danishDay } from '../projections/danishDay.ts'
import { fieldProblem } from './problems.ts'

/**
 * The two times of a query. `asOf` is today when left out. A bare date as `asKnownAt` means the end of that day in
 * Denmark; for today that is everything known so far. Throws 400 for an `asKnownAt` that lies in the future, because
 * nobody can know what will be recorded.
 */
export function resolveAsOf(params: AsOfParams, clock: Clock): AsOf {
  return {
    effectiveOn: params.asOf ?? clock.today(),
    recordedAt: params.asKnownAt === undefined ? 'now' : knownAt(params.asKnownAt, clock),
    ...(params.scenario === undefined ? {} : { scenario: params.scenario }),
  }
}

function knownAt(asked: NonNullable<AsOfParams['asKnownAt']>, clock: Clock): RecordedAt | 'now' {
  const date = EffectiveDate.safeParse(asked)
  const today = clock.today()
  if (date.success) {
    if (date.data > today) throw inFuture(`a date not after today, ${today}`)
    return date.data === today ? 'now' : endOfDanishDay(date.data)
  }
  const instant = RecordedAt.parse(asked)
  const now = clock.now()
  // Clocks of reader and service differ a little; within the day a future instant is everything known so far.
  if (danishDay(instant) > today) throw inFuture(`an instant not after ${now}`)
  return instant >= now ? 'now' : instant
}

function inFuture(expected: string): Error {
  return fieldProblem('query.asKnownAt', expected, 'future')
}
