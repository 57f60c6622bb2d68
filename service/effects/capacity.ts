import type { Command } from '#api/contract'
import type { SubjectOf } from '#events/caseSubject'
import type { ProviderNumber } from '#events/identifiers'
import { valueOn } from '../deciders/dated.ts'
import { unitsOf } from '../rules/capacity/bendLimit.ts'
import { regimeOn } from '../rules/regime.ts'
import { responsibleRegion } from '../rules/responsibleRegion.ts'
import type { Effect, Occasion } from './effect.ts'
import { hoursBySpecialty, type Known } from './known.ts'

/** A1: the number is registered, with its hours as long as capacity is counted in hours. */
export function newNumberEffect(subject: SubjectOf<'A1'>, { from: effectiveFrom }: Occasion): Effect {
  const { newNumber: number, clinic, holder, specialty, hoursTenths } = subject
  const inHours = regimeOn(effectiveFrom) === 'HOURS'
  if (number === null || clinic === null || (inHours && (hoursTenths === null || hoursTenths === 0)))
    return { lacks: lacking({ newNumber: number, clinic, ...(inHours ? { hoursTenths } : {}) }) }
  return {
    commands: [
      registration(number, effectiveFrom, { holder, clinic, specialties: [specialty], origin: 'newEstablishment' }),
      ...(inHours && hoursTenths !== null
        ? [{ type: 'RegisterHoursCapacity' as const, data: { number, effectiveFrom, specialty, hoursTenths } }]
        : []),
    ],
  }
}

/**
 * A2: a share of the number goes to the receiver under a new one, in the same clinic and with that share of its hours;
 * what is left stays, to the tenth. A number of which nothing is left stops. The share is one of the whole number, so
 * what was given away before counts.
 */
export function takeoverEffect(
  subject: SubjectOf<'A2'>,
  { from: effectiveFrom, receivedOn, ruling }: Occasion,
  { number: giver }: Known,
): Effect {
  const { provider: number, fromHolder, toHolder, newNumber, shareHundredths } = subject
  // Until the region has given the number there is nothing to register; a ruling cannot be carried out without it.
  if (newNumber === null) return ruling === null ? { commands: [] } : { lacks: ['newNumber'] }
  if (giver === null) return { lacks: ['provider'] }
  const left = 100 - giver.transfers.reduce((sum, { value }) => sum + value.shareHundredths, 0)
  const whole = shareHundredths >= left
  const parts = hoursBySpecialty(giver, effectiveFrom).map(({ specialty, hoursTenths }) => {
    const taken = whole ? hoursTenths : Math.round((hoursTenths * shareHundredths) / left)
    return { specialty, taken, kept: hoursTenths - taken }
  })
  const registered = (
    to: ProviderNumber,
    amounts: readonly { specialty: (typeof parts)[number]['specialty']; hours: number }[],
  ) =>
    amounts.flatMap(({ specialty, hours: hoursTenths }): Command[] =>
      hoursTenths === 0
        ? []
        : [{ type: 'RegisterHoursCapacity', data: { number: to, effectiveFrom, specialty, hoursTenths } }],
    )
  const data = { number, effectiveFrom, fromHolder, toHolder, newNumber, shareHundredths, formReceivedOn: receivedOn }
  return {
    commands: [
      // First, because it is refused when the number is not what the application says.
      { type: 'TransferProviderNumber', data },
      registration(newNumber, effectiveFrom, {
        holder: toHolder,
        clinic: valueOn(giver.clinics, effectiveFrom) ?? giver.registration.clinic,
        status: valueOn(giver.statuses, effectiveFrom) ?? giver.registration.status,
        specialties: giver.registration.specialties,
        origin: 'takeover',
      }),
      ...registered(
        newNumber,
        parts.map(({ specialty, taken: hours }) => ({ specialty, hours })),
      ),
      ...(whole
        ? [stop(number, effectiveFrom, 'Overdraget', newNumber)]
        : registered(
            number,
            parts.map(({ specialty, kept: hours }) => ({ specialty, hours })),
          )),
    ],
  }
}

/** A4: the extra address opens, notified with what is planned there; to 2023 the ruling approves it too. */
export function extraAddressEffect(subject: SubjectOf<'A4'>, { from: effectiveFrom, receivedOn }: Occasion): Effect {
  const { address: addressId, clinic, to: address, plannedExtra, notifiedOn } = subject
  const inHours = regimeOn(effectiveFrom) === 'HOURS'
  const planned = {
    hoursTenths: inHours ? plannedExtra : null,
    unitsHundredths: inHours ? null : plannedExtra,
  }
  if (plannedExtra === null) return { lacks: ['plannedExtra'] }
  if (!inHours && notifiedOn === null) return { lacks: ['notifiedOn'] }
  return {
    commands: [
      { type: 'OpenPracticeAddress', data: { addressId, effectiveFrom, clinic, kind: 'extra', address, until: null } },
      {
        type: 'NotifyExtraAddress',
        data: { addressId, effectiveFrom, ...planned, receivedOn: notifiedOn ?? receivedOn },
      },
      ...(inHours ? [{ type: 'ApproveExtraAddress' as const, data: { addressId, effectiveFrom, ...planned } }] : []),
    ],
  }
}

/** A5: the number is used in another way. */
export function statusEffect({ provider: number, to }: SubjectOf<'A5'>, { from: effectiveFrom }: Occasion): Effect {
  return { commands: [{ type: 'ChangeCapacityStatus', data: { number, effectiveFrom, to } }] }
}

/** A6: the physiotherapist is employed. The register refuses it without a ceiling while ceilings hold. */
export function employmentEffect(subject: SubjectOf<'A6'>, { from: effectiveFrom }: Occasion): Effect {
  const { provider: number, employee, hoursTenths } = subject
  if (hoursTenths === null) return { lacks: ['hoursTenths'] }
  return {
    commands: [{ type: 'RegisterSection24Employment', data: { number, effectiveFrom, employee, hoursTenths } }],
  }
}

/** A11: the number has these holders from the date on. */
export function splitEffect({ provider: number, shares }: SubjectOf<'A11'>, { from: effectiveFrom }: Occasion): Effect {
  return { commands: [{ type: 'SetNumberShares', data: { number, effectiveFrom, shares } }] }
}

/** A12: the number stops. Its hours lapse, or go to the number that receives them. */
export function cessationEffect(
  subject: SubjectOf<'A12'>,
  { from: effectiveFrom }: Occasion,
  { number: stopping, receiver }: Known,
): Effect {
  const { provider: number, transferredTo, reason } = subject
  if (stopping === null) return { lacks: ['provider'] }
  if (transferredTo !== null && receiver === null) return { lacks: ['transferredTo'] }
  const given = transferredTo === null || receiver === null ? [] : hoursBySpecialty(stopping, effectiveFrom)
  const held = receiver === null ? [] : hoursBySpecialty(receiver, effectiveFrom)
  return {
    commands: [
      stop(number, effectiveFrom, reason, transferredTo),
      ...given.flatMap(({ specialty, hoursTenths }): Command[] => {
        if (transferredTo === null) return []
        const own = held.find((one) => one.specialty === specialty)?.hoursTenths ?? 0
        const data = { number: transferredTo, effectiveFrom, specialty, hoursTenths: own + hoursTenths }
        return [{ type: 'RegisterHoursCapacity', data }]
      }),
    ],
  }
}

/** A13: the award from the pool, the clinic's units with what was awarded, and the owner's number. */
export function establishmentEffect(
  subject: SubjectOf<'A13'>,
  { from: effectiveFrom, region: asked, ruling }: Occasion,
  { establishment }: Known,
): Effect {
  const { clinic, holder, newNumber: number, specialty, requestedOere: oere } = subject
  if (number === null || oere === 0) return { lacks: [number === null ? 'newNumber' : 'requestedOere'] }
  if (establishment === null) return { lacks: ['ruleSetOfTheRegime'] }
  const unitsHundredths = establishment.unitsHundredths + unitsOf(oere, establishment.unitOere)
  const { levelYear } = establishment
  const region = responsibleRegion(asked, effectiveFrom)
  return {
    commands: [
      // First, because it is refused when the pool does not hold it.
      { type: 'AwardNewEstablishment', data: { effectiveFrom, region, specialty, oere, clinic, ruling } },
      {
        type: 'AllocateKrCapacity',
        data: { clinic, effectiveFrom, specialty, unitsHundredths, levelYear, reason: 'newEstablishment' },
      },
      registration(number, effectiveFrom, { holder, clinic, specialties: [specialty], origin: 'newEstablishment' }),
    ],
  }
}

type Registration = Extract<Command, { type: 'RegisterProviderNumber' }>['data']

/** A number that begins; its holder is an owner unless said otherwise. */
function registration(
  number: ProviderNumber,
  effectiveFrom: Occasion['from'],
  said: Omit<Registration, 'number' | 'effectiveFrom' | 'status'> & Partial<Pick<Registration, 'status'>>,
): Command {
  return { type: 'RegisterProviderNumber', data: { status: 'owner', ...said, number, effectiveFrom } }
}

function stop(
  number: ProviderNumber,
  effectiveFrom: Occasion['from'],
  reason: string,
  transferredTo: ProviderNumber | null,
): Command {
  return { type: 'CeaseProviderNumber', data: { number, effectiveFrom, reason, transferredTo } }
}

function lacking(fields: Readonly<Record<string, unknown>>): string[] {
  return Object.entries(fields).flatMap(([name, value]) => (value === null || value === 0 ? [name] : []))
}
