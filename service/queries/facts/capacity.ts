import type { AsOf } from '#api/asOf'
import type { CaseSubject, SubjectOf } from '#events/caseSubject'
import { type MunicipalityCode, MunicipalityCode as MunicipalityCodeSchema, type RegionCode } from '#events/identifiers'
import type { Address } from '#events/place'
import type { CapacityStatus } from '#events/providerNumber'
import type { Supposing, Views } from '../../projections/views.ts'
import type {
  CapacityFacts,
  ExtraAddressFact,
  NumberFact,
  OwnerFact,
  PlacesFact,
  ShiftFact,
} from '../../rules/facts/capacity.ts'
import type { AddressFact } from '../../rules/facts.ts'
import { regimeOn } from '../../rules/regime.ts'
import { samePlace } from '../../rules/samePlace.ts'
import { addressFacts, plannedAtExtras } from '../addressFacts.ts'
import { capacityByMunicipality, capacityFact, clinicFigures } from '../capacity.ts'
import type { World } from '../query.ts'
import { bendFact } from './bend.ts'
import { clinicsOf, type NumberRow, numberOn, ownerFact } from './holding.ts'
import { employmentFact, mobileFact, poolFact } from './numbers.ts'

/** What the application changes, asked of the register without it and with it. */
export interface Asking {
  readonly before: Views
  readonly changed: Supposing
  readonly at: AsOf
  readonly region: RegionCode
  readonly world: World
}

const nothing: CapacityFacts = {
  shift: null,
  places: null,
  extra: null,
  pool: null,
  owners: [],
  number: null,
  employment: null,
  bend: null,
  mobile: null,
}

/** What the rules on capacity look at; null for an application that is about no capacity of theirs. */
export function capacityFacts(asking: Asking, subject: CaseSubject): CapacityFacts | null {
  const { before: views, at } = asking
  switch (subject.type) {
    case 'A1':
      return {
        ...nothing,
        pool: poolFact(asking, { specialty: subject.specialty, requestedOere: null, place: subject.place }),
        owners: [ownerFact(views, at, subject.holder, subject.clinic)],
      }
    case 'A13':
      return {
        ...nothing,
        pool: poolFact(asking, subject),
        owners: [ownerFact(views, at, subject.holder, subject.clinic)],
        bend: bendFact(asking, { clinic: subject.clinic, newNumbers: 1, asks: subject }),
      }
    case 'A2':
      return takeoverFacts(asking, subject)
    case 'A4':
      return extraAddressFacts(asking, subject)
    case 'A5': {
      const number = numberOn(views, at, subject.provider)
      return {
        ...nothing,
        number: numberFact(asking, subject, number),
        owners: subject.to === 'owner' && number !== null ? [ownerFact(views, at, number.holder, number.clinic)] : [],
        mobile: mobileFact(asking, { ...subject, row: number }),
      }
    }
    case 'A6': {
      const number = numberOn(views, at, subject.provider)
      return {
        ...nothing,
        employment: employmentFact(asking, subject, number),
        bend: bendFact(asking, { clinic: number?.clinic ?? null, newNumbers: 0, asks: null }),
      }
    }
    case 'A11': {
      const number = numberOn(views, at, subject.provider)
      const owners = number?.status === 'owner' ? subject.shares.map(({ holder }) => holder) : []
      return {
        ...nothing,
        number: numberFact(asking, subject, number),
        owners: owners.map((owner) => ownerFact(views, at, owner, number?.clinic ?? null)),
      }
    }
    case 'A12': {
      const row = numberOn(views, at, subject.provider)
      return {
        ...nothing,
        number: numberFact(asking, subject, row),
        mobile: mobileFact(asking, { ...subject, from: null, to: 'ceased', row }),
      }
    }
    default:
      return null
  }
}

function takeoverFacts(asking: Asking, subject: SubjectOf<'A2'>): CapacityFacts {
  const { before: views, at } = asking
  const row = numberOn(views, at, subject.provider)
  const number = numberFact(asking, subject, row)
  const owners: OwnerFact[] = row?.status === 'owner' ? [ownerFact(views, at, subject.toHolder, row.clinic)] : []
  return {
    ...nothing,
    number,
    owners,
    places: receiverPlaces(asking, subject, row),
    shift: shiftOf(asking, row, number),
  }
}

/** Places of the clinics where the receiver has a number, and of the one where the number is taken over. */
function receiverPlaces({ before: views, at }: Asking, subject: SubjectOf<'A2'>, row: NumberRow | null): PlacesFact {
  if (row === null) return { holder: null, after: [] }
  const clinics = [...new Set([...clinicsOf(views, at, subject.toHolder), row.clinic])]
  return { holder: subject.toHolder, after: clinics.flatMap((clinic) => addressFacts(views, clinic, at)) }
}

/** A number that is taken over stays in its clinic: the municipality differs only where capacity comes or goes. */
function shiftOf({ before: views, at }: Asking, row: NumberRow | null, number: NumberFact): ShiftFact | null {
  if (row === null) return null
  const address = mainAddress(views, at, row.clinic)
  const { before, after, takesHold } = number
  const code = address?.municipality ?? null
  const differs = before !== null && after !== null && before !== after && code !== null
  return {
    from: address,
    to: address,
    capacity: capacityFact(views, row.clinic, at),
    municipalities: differs ? [{ code, before, after }] : [],
    takesHold,
  }
}

function extraAddressFacts(asking: Asking, subject: SubjectOf<'A4'>): CapacityFacts {
  const { before: views, at } = asking
  const { clinic, address, to, plannedMain, plannedExtra, openToAllPatients, notifiedOn } = subject
  const capacity = capacityFact(views, clinic, at)
  const main = mainAddress(views, at, clinic)
  const extra: ExtraAddressFact = {
    capacity,
    plannedMain,
    plannedExtra,
    others: plannedAtExtras(views, clinic, at).filter((other) => other.addressId !== address),
    openToAllPatients,
    notifiedOn,
    main,
    extra: to,
  }
  // The committee approves it now, or it has been notified: under either it is no ordinary second address.
  const notified = regimeOn(at.effectiveOn) === 'HOURS' || notifiedOn !== null
  const asked: AddressFact = {
    addressId: address,
    kind: 'extra',
    address: to,
    period: { from: at.effectiveOn, to: null },
    notified,
    inputs: [],
  }
  const standing = addressFacts(views, clinic, at).filter(({ addressId }) => addressId !== address)
  return {
    ...nothing,
    extra,
    places: { holder: main === null ? null : clinic, after: [...standing, asked] },
    shift: {
      from: main,
      to,
      capacity,
      municipalities: split(views, at, main, subject),
      takesHold: main !== null && !samePlace(main, to),
    },
  }
}

/** Capacity that an extra address in another municipality takes there. */
function split(
  views: Views,
  at: AsOf,
  main: Address | null,
  { to, plannedExtra }: SubjectOf<'A4'>,
): ShiftFact['municipalities'] {
  const [from, into] = [main?.municipality ?? null, to.municipality]
  if (from === null || into === null || from === into || plannedExtra === null || plannedExtra === 0) return []
  const sums = capacityByMunicipality(views, at)
  const of = (code: MunicipalityCode, by: number) => {
    const before = sums.get(code) ?? 0
    return { code: MunicipalityCodeSchema.parse(code), before, after: before + by }
  }
  return [of(from, -plannedExtra), of(into, plannedExtra)].toSorted((a, b) => a.code.localeCompare(b.code))
}

type NumberSubject = SubjectOf<'A2'> | SubjectOf<'A5'> | SubjectOf<'A11'> | SubjectOf<'A12'>

/** The number, and the capacity of the clinics concerned without the change and with it. */
function numberFact({ before: views, changed, at }: Asking, subject: NumberSubject, row: NumberRow | null): NumberFact {
  const receiver = receiverOf(subject)
  const clinics = [...new Set([row?.clinic, receiver === null ? null : numberOn(views, at, receiver)?.clinic])].flatMap(
    (clinic) => clinic ?? [],
  )
  const isAwaitingNumber = subject.type === 'A2' && subject.newNumber === null
  const after = changed((later) => ({ done: isDone(later, at, subject), capacity: sumOf(later, at, clinics) }))
  return {
    number: subject.provider,
    holder: row?.holder ?? null,
    saidHolder: subject.type === 'A2' ? subject.fromHolder : null,
    receiver,
    status: row?.status ?? null,
    regime: regimeOn(at.effectiveOn),
    before: sumOf(views, at, clinics),
    after: after.done ? after.capacity : null,
    hoursTenths: regimeOn(at.effectiveOn) === 'HOURS' ? (row?.hoursTenths ?? null) : null,
    takesHold: after.done || isAwaitingNumber,
    inputs: row?.inputs ?? [],
  }
}

function receiverOf(subject: NumberSubject): string | null {
  if (subject.type === 'A2') return subject.newNumber
  return subject.type === 'A12' ? subject.transferredTo : null
}

/** True when the register, asked as it would be, shows the change. */
function isDone(after: Views, at: AsOf, subject: NumberSubject): boolean {
  const row = numberOn(after, at, subject.provider)
  switch (subject.type) {
    case 'A2':
      return subject.newNumber !== null && numberOn(after, at, subject.newNumber)?.holder === subject.toHolder
    case 'A5':
      return row?.status === (subject.to satisfies CapacityStatus)
    case 'A11':
      return subject.shares.every(({ holder }) => row?.sharers.includes(holder) === true)
    case 'A12':
      return row === null
    default:
      return subject satisfies never
  }
}

/** Capacity of clinics together; null while one of them is unknown. */
function sumOf(views: Views, at: AsOf, clinics: readonly string[]): number | null {
  const amounts = clinics.map((clinic) => clinicFigures(views, at, clinic).get(clinic)?.capacity ?? null)
  if (clinics.length === 0) return null
  return amounts.reduce<number | null>((sum, amount) => (sum === null || amount === null ? null : sum + amount), 0)
}

/** Where the clinic is on the date; null without a main address. */
function mainAddress(views: Views, at: AsOf, clinic: string): Address | null {
  return clinicFigures(views, at, clinic).get(clinic)?.address ?? null
}
