import type { z } from 'zod'
import type { ProviderNumberCommand } from '#api/commands/providerNumber'
import type { EventId } from '#events/envelope'
import type { PersonId } from '#events/identifiers'
import type { ProviderNumberEvent, providerNumberEvents, RecordedProviderNumberEvent } from '#events/providerNumber'
import type { EffectiveDate } from '#events/time'
import { unitsFrom } from '../rules/ruleSets.ts'
import { type Dated, redated, valueOn, withoutEvent, withValue } from './dated.ts'
import { Refusal } from './decider.ts'
import { equal } from './equal.ts'

type Turnover = z.infer<typeof providerNumberEvents.TurnoverCeilingSet.data>
type Payment = z.infer<typeof providerNumberEvents.PaymentCeilingImposed.data>

/** Who is employed under a number, and what it may earn; null and `employed: false` from where it ended. */
export interface Ceilings {
  readonly employments: Dated<{
    readonly employee: PersonId
    readonly employed: boolean
    readonly hoursTenths: number | null
  }>
  readonly turnover: Dated<Turnover | null>
  readonly payment: Dated<Payment | null>
}

export const noCeilings: Ceilings = { employments: [], turnover: [], payment: [] }

type CeilingCommand = Extract<
  ProviderNumberCommand,
  {
    type:
      | 'RegisterSection24Employment'
      | 'EndSection24Employment'
      | 'SetTurnoverCeiling'
      | 'LapseTurnoverCeiling'
      | 'ImposePaymentCeiling'
      | 'LiftPaymentCeiling'
  }
>
type CeilingEvent = Extract<
  RecordedProviderNumberEvent,
  {
    type:
      | 'Section24EmploymentRegistered'
      | 'Section24EmploymentEnded'
      | 'TurnoverCeilingSet'
      | 'TurnoverCeilingLapsed'
      | 'PaymentCeilingImposed'
      | 'PaymentCeilingLifted'
  }
>

/** With what the event says. */
export function withCeilingEvent(state: Ceilings, event: CeilingEvent): Ceilings {
  switch (event.type) {
    case 'Section24EmploymentRegistered':
      return { ...state, employments: withValue(state.employments, { ...event.data, employed: true }, event) }
    case 'Section24EmploymentEnded': {
      const ended = { ...event.data, employed: false, hoursTenths: null }
      return { ...state, employments: withValue(state.employments, ended, event) }
    }
    case 'TurnoverCeilingSet':
      return { ...state, turnover: withValue(state.turnover, event.data, event) }
    case 'TurnoverCeilingLapsed':
      return { ...state, turnover: withValue(state.turnover, null, event) }
    case 'PaymentCeilingImposed':
      return { ...state, payment: withValue(state.payment, event.data, event) }
    case 'PaymentCeilingLifted':
      return { ...state, payment: withValue(state.payment, null, event) }
    default:
      return event satisfies never
  }
}

/** As if the event had never been recorded. */
export function ceilingsWithout({ employments, turnover, payment }: Ceilings, event: EventId): Ceilings {
  return {
    employments: withoutEvent(employments, event),
    turnover: withoutEvent(turnover, event),
    payment: withoutEvent(payment, event),
  }
}

/** With another date for what one event said. */
export function ceilingsRedated(
  { employments, turnover, payment }: Ceilings,
  event: EventId,
  from: EffectiveDate,
): Ceilings {
  return {
    employments: redated(employments, event, from),
    turnover: redated(turnover, event, from),
    payment: redated(payment, event, from),
  }
}

/**
 * Decides about employment and ceilings. Section 24 needs a turnover ceiling to 2023-12-31 (SEED 001 section 3); ceilings
 * lapsed with the agreement of 2024 (S_NYOK). `refuseWhenCeased` throws when the number is no more on the date.
 */
export function decideCeilings(
  command: CeilingCommand,
  state: Ceilings,
  refuseWhenCeased: (on: EffectiveDate) => void,
): ProviderNumberEvent[] {
  const { effectiveFrom } = command.data
  switch (command.type) {
    case 'RegisterSection24Employment': {
      const { employee, hoursTenths } = command.data
      if (equal(employmentOn(state, employee, effectiveFrom), { employee, hoursTenths, employed: true })) return []
      refuseWhenCeased(effectiveFrom)
      if (effectiveFrom < unitsFrom && holding(state.turnover, effectiveFrom) === null)
        throw new Refusal('providerNumber.noCeiling', { effectiveFrom })
      return [{ type: 'Section24EmploymentRegistered', effectiveFrom, data: { employee, hoursTenths } }]
    }
    case 'EndSection24Employment': {
      const { employee } = command.data
      const stands = employmentOn(state, employee, effectiveFrom)
      if (stands?.employed === false) return []
      if (stands === undefined) throw new Refusal('providerNumber.notEmployed', { employee })
      return [{ type: 'Section24EmploymentEnded', effectiveFrom, data: { employee } }]
    }
    case 'SetTurnoverCeiling': {
      const { oerePerYear, until } = command.data
      // Before anything else: what an open-ended ceiling of 2016 says does not hold on.
      if (effectiveFrom >= unitsFrom) throw new Refusal('providerNumber.ceilingAfterRegime', { lapsedFrom: unitsFrom })
      if (equal(valueOn(state.turnover, effectiveFrom), { oerePerYear, until })) return []
      refuseWhenCeased(effectiveFrom)
      refuseBackwards(effectiveFrom, until)
      return [{ type: 'TurnoverCeilingSet', effectiveFrom, data: { oerePerYear, until } }]
    }
    case 'LapseTurnoverCeiling': {
      if (valueOn(state.turnover, effectiveFrom) === null) return []
      if (holding(state.turnover, effectiveFrom) === null)
        throw new Refusal('providerNumber.noCeiling', { effectiveFrom })
      return [{ type: 'TurnoverCeilingLapsed', effectiveFrom, data: { reason: command.data.reason } }]
    }
    case 'ImposePaymentCeiling': {
      const { oere, basis, until, ruling } = command.data
      if (equal(valueOn(state.payment, effectiveFrom), { oere, basis, until, ruling })) return []
      refuseWhenCeased(effectiveFrom)
      refuseBackwards(effectiveFrom, until)
      return [{ type: 'PaymentCeilingImposed', effectiveFrom, data: { oere, basis, until, ruling } }]
    }
    case 'LiftPaymentCeiling': {
      const { reason, ruling } = command.data
      if (valueOn(state.payment, effectiveFrom) === null) return []
      if (holding(state.payment, effectiveFrom) === null)
        throw new Refusal('providerNumber.noCeiling', { effectiveFrom })
      return [{ type: 'PaymentCeilingLifted', effectiveFrom, data: { reason, ruling } }]
    }
    default:
      return command satisfies never
  }
}

function employmentOn({ employments }: Ceilings, employee: PersonId, on: EffectiveDate) {
  return valueOn(
    employments.filter(({ value }) => value.employee === employee),
    on,
  )
}

/** What holds on the date; null when nothing does, or its end has come. */
function holding<Value extends { readonly until: EffectiveDate | null }>(
  dated: Dated<Value | null>,
  on: EffectiveDate,
): Value | null {
  const value = valueOn(dated, on) ?? null
  return value === null || (value.until !== null && value.until <= on) ? null : value
}

function refuseBackwards(effectiveFrom: EffectiveDate, until: EffectiveDate | null): void {
  if (until !== null && until <= effectiveFrom)
    throw new Refusal('providerNumber.endsBeforeStart', { effectiveFrom, until })
}
