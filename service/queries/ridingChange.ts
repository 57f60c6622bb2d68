import type { Command } from '#api/contract'
import type { EffectiveDate } from '#events/time'
import type { Holding } from '../rules/riding/ridingTimeline.ts'
import { counts, type Ledger, municipalityOfSchool } from './ridingLedger.ts'

/** Hours that count under one agreement at one school through a stretch of time. */
export interface Held extends Holding {
  readonly agreement: string
  readonly school: string
}

/** The hours that count, by agreement and date, ascending; neighbours with the same hours at the same school joined. */
export function heldIn({ stretches }: Ledger): readonly Held[] {
  const held: Held[] = []
  for (const stretch of stretches) {
    if (!counts(stretch)) continue
    const { agreement, school, hoursTenths, from, to } = stretch
    const last = held.at(-1)
    const goesOn = last?.agreement === agreement && last.to === from
    if (goesOn && last.hoursTenths === hoursTenths && last.school === school) held.splice(-1, 1, { ...last, to })
    else held.push({ agreement, school, hoursTenths, from, to })
  }
  return held
}

/** What is held at schools in the municipalities. */
export function heldAt(ledger: Ledger, held: readonly Held[], municipalities: ReadonlySet<string>): readonly Held[] {
  return held.filter(({ school }) => municipalities.has(municipalityOfSchool(ledger, school) ?? ''))
}

/**
 * What is held once the commands of an application are carried out; unchanged when one of them finds nothing to change,
 * because the register would then refuse the whole. Hours set on a date hold until the next change that is known already.
 */
export function heldAfter(held: readonly Held[], commands: readonly Command[]): readonly Held[] {
  let after = held
  const requested = new Map<string, string>()
  for (const command of commands) {
    switch (command.type) {
      case 'RequestRidingAgreement':
        requested.set(command.data.agreement, command.data.school)
        break
      case 'PermitRidingAgreement': {
        const { agreement, effectiveFrom, hoursTenths } = command.data
        const school = requested.get(agreement) ?? holding(after, agreement, effectiveFrom)?.school
        if (school === undefined) return held
        after = replaced(after, agreement, effectiveFrom, { school, hoursTenths })
        break
      }
      case 'ChangeRidingHours': {
        const { agreement, effectiveFrom, to: hoursTenths } = command.data
        const now = holding(after, agreement, effectiveFrom)
        if (now === undefined) return held
        after = replaced(after, agreement, effectiveFrom, { school: now.school, hoursTenths })
        break
      }
      case 'MoveRidingAgreement': {
        const { agreement, effectiveFrom, to: school } = command.data
        if (holding(after, agreement, effectiveFrom) === undefined) return held
        after = after.flatMap((one) =>
          one.agreement === agreement
            ? [...until(one, effectiveFrom), ...since(one, effectiveFrom).map((later) => ({ ...later, school }))]
            : [one],
        )
        break
      }
      case 'EndRidingAgreement':
      case 'LapseRidingNumber': {
        const { agreement, effectiveFrom } = command.data
        if (holding(after, agreement, effectiveFrom) === undefined) return held
        after = after.flatMap((one) => (one.agreement === agreement ? until(one, effectiveFrom) : [one]))
        break
      }
      default:
        break
    }
  }
  return after
}

function holding(held: readonly Held[], agreement: string, on: EffectiveDate): Held | undefined {
  return held.find((one) => one.agreement === agreement && one.from <= on && (one.to === null || on < one.to))
}

function replaced(
  held: readonly Held[],
  agreement: string,
  from: EffectiveDate,
  now: Pick<Held, 'school' | 'hoursTenths'>,
): readonly Held[] {
  const own = held.filter((one) => one.agreement === agreement)
  const to =
    holding(own, agreement, from)?.to ??
    own
      .map((one) => one.from)
      .toSorted()
      .find((start) => start > from) ??
    null
  return [
    ...held.filter((one) => one.agreement !== agreement),
    ...own.flatMap((one) => until(one, from)),
    { agreement, from, to, ...now },
    ...own.filter((one) => one.from > from),
  ]
}

function until(held: Held, end: EffectiveDate): Held[] {
  if (held.from >= end) return []
  return [{ ...held, to: held.to === null || end < held.to ? end : held.to }]
}

function since(held: Held, start: EffectiveDate): Held[] {
  if (held.to !== null && held.to <= start) return []
  return [{ ...held, from: held.from < start ? start : held.from }]
}
