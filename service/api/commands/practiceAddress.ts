import { z } from 'zod'
import { AddressId } from '#events/identifiers'
import { Address, PlacementCertainty, Position2d } from '#events/place'
import { practiceAddressEvents } from '#events/practiceAddress'
import { EffectiveDate } from '#events/time'
import { type CommandOf, command } from '../definitions.ts'

const stream = ({ addressId }: { addressId: string }) => `practiceAddress-${addressId}`
const base = { addressId: AddressId, effectiveFrom: EffectiveDate }

/** Commands to one practice address. */
export const practiceAddressCommands = [
  command({
    type: 'OpenPracticeAddress',
    path: '/commands/open-practice-address',
    action: 'register.change',
    body: z.object({ ...base, ...practiceAddressEvents.PracticeAddressOpened.data.shape }),
    stream,
  }),
  /** `from` is where the sender believes the address is; a different place is refused, not overwritten. */
  command({
    type: 'MovePracticeAddress',
    path: '/commands/move-practice-address',
    action: 'register.change',
    body: z.object({
      ...base,
      from: Address,
      to: Address,
      previousUntil: EffectiveDate,
      ruling: z.string().nullable(),
    }),
    stream,
  }),
  command({
    type: 'ClosePracticeAddress',
    path: '/commands/close-practice-address',
    action: 'register.change',
    body: z.object({ ...base, reason: z.string().min(1) }),
    stream,
  }),
  command({
    type: 'NotifyExtraAddress',
    path: '/commands/notify-extra-address',
    action: 'register.change',
    body: z.object({ ...base, ...practiceAddressEvents.ExtraAddressNotified.data.shape }),
    stream,
  }),
  command({
    type: 'ApproveExtraAddress',
    path: '/commands/approve-extra-address',
    action: 'case.rule',
    body: z.object({ ...base, ...practiceAddressEvents.ExtraAddressApproved.data.shape }),
    stream,
  }),
  command({
    type: 'StateAccessibility',
    path: '/commands/state-accessibility',
    action: 'register.change',
    body: z.object({ ...base, statement: z.string().min(1).max(2000) }),
    stream,
  }),
  command({
    type: 'CorrectGeocode',
    path: '/commands/correct-geocode',
    action: 'register.change',
    body: z.object({ ...base, new: Position2d, certainty: PlacementCertainty, reason: z.string().min(1) }),
    stream,
  }),
] as const

export type PracticeAddressCommand = CommandOf<(typeof practiceAddressCommands)[number]>
