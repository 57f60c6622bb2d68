import { z } from 'zod'
import { EventId } from '#events/envelope'
import { ClinicId, PersonId, ProviderNumber, Specialty } from '#events/identifiers'
import { CapacityStatus, providerNumberEvents } from '#events/providerNumber'
import { HoursTenths, ShareHundredths } from '#events/quantities'
import { EffectiveDate } from '#events/time'
import { type CommandOf, command } from '../definitions.ts'

const stream = ({ number }: { number: string }) => `providerNumber-${number}`
const base = { number: ProviderNumber, effectiveFrom: EffectiveDate }

/** Commands to one provider number. */
export const providerNumberCommands = [
  command({
    type: 'RegisterProviderNumber',
    path: '/commands/register-provider-number',
    action: 'register.change',
    body: z.object({ ...base, ...providerNumberEvents.ProviderNumberRegistered.data.shape }),
    stream,
  }),
  command({
    type: 'RegisterHoursCapacity',
    path: '/commands/register-hours-capacity',
    action: 'register.change',
    body: z.object({ ...base, specialty: Specialty, hoursTenths: HoursTenths.min(1) }),
    stream,
  }),
  command({
    type: 'TransferProviderNumber',
    path: '/commands/transfer-provider-number',
    action: 'register.change',
    body: z.object({
      ...base,
      fromHolder: PersonId,
      toHolder: PersonId,
      newNumber: ProviderNumber,
      shareHundredths: ShareHundredths,
      formReceivedOn: EffectiveDate,
    }),
    stream,
  }),
  command({
    type: 'ChangeCapacityStatus',
    path: '/commands/change-capacity-status',
    action: 'register.change',
    body: z.object({ ...base, to: CapacityStatus }),
    stream,
  }),
  command({
    type: 'ChangeClinic',
    path: '/commands/change-clinic',
    action: 'register.change',
    body: z.object({ ...base, to: ClinicId }),
    stream,
  }),
  command({
    type: 'SetNumberShares',
    path: '/commands/set-number-shares',
    action: 'register.change',
    body: z.object({ ...base, ...providerNumberEvents.NumberShareSet.data.shape }),
    stream,
  }),
  command({
    type: 'RegisterSection24Employment',
    path: '/commands/register-section-24-employment',
    action: 'register.change',
    body: z.object({ ...base, ...providerNumberEvents.Section24EmploymentRegistered.data.shape }),
    stream,
  }),
  command({
    type: 'EndSection24Employment',
    path: '/commands/end-section-24-employment',
    action: 'register.change',
    body: z.object({ ...base, ...providerNumberEvents.Section24EmploymentEnded.data.shape }),
    stream,
  }),
  /** Ceilings are the committee's (domain/events.md 2.1). */
  command({
    type: 'SetTurnoverCeiling',
    path: '/commands/set-turnover-ceiling',
    action: 'case.rule',
    body: z.object({ ...base, ...providerNumberEvents.TurnoverCeilingSet.data.shape }),
    stream,
  }),
  command({
    type: 'LapseTurnoverCeiling',
    path: '/commands/lapse-turnover-ceiling',
    action: 'case.rule',
    body: z.object({ ...base, reason: z.string().min(1) }),
    stream,
  }),
  /** `ruling` is the number of the committee's decision, without which there is no payment ceiling. */
  command({
    type: 'ImposePaymentCeiling',
    path: '/commands/impose-payment-ceiling',
    action: 'case.rule',
    body: z.object({
      ...base,
      ...providerNumberEvents.PaymentCeilingImposed.data.shape,
      ruling: z.string().min(1),
    }),
    stream,
  }),
  command({
    type: 'LiftPaymentCeiling',
    path: '/commands/lift-payment-ceiling',
    action: 'case.rule',
    body: z.object({ ...base, reason: z.string().min(1), ruling: z.string().min(1) }),
    stream,
  }),
  command({
    type: 'CeaseProviderNumber',
    path: '/commands/cease-provider-number',
    action: 'register.change',
    body: z.object({ ...base, reason: z.string().min(1), transferredTo: ProviderNumber.nullable() }),
    stream,
  }),
  command({
    type: 'CorrectProviderNumber',
    path: '/commands/correct-provider-number',
    action: 'register.change',
    body: z.object({
      ...base,
      corrects: EventId,
      change: providerNumberEvents.ProviderNumberCorrected.data.shape.change,
      reason: z.string().min(1),
    }),
    stream,
  }),
  command({
    type: 'VoidProviderNumberEvent',
    path: '/commands/void-provider-number-event',
    action: 'register.change',
    body: z.object({ ...base, corrects: EventId, reason: z.string().min(1) }),
    stream,
  }),
] as const

export type ProviderNumberCommand = CommandOf<(typeof providerNumberCommands)[number]>
