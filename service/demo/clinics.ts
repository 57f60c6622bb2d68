import { type AddressId, type ClinicId, MunicipalityCode, RegionCode } from '#events/identifiers'
import { regionOf } from '#geo/hierarchy'
import { type Day, day, firstOfMonth, importDay, lastRecordedDay, transitionDay } from './days.ts'
import type { Identities } from './identities.ts'
import { clinicNames } from './names.ts'
import { inhabitants, type Places } from './places.ts'
import type { Random } from './random.ts'

/** A clinic of the register: where it belongs today and from when to when it lives. */
export interface Clinic {
  readonly id: ClinicId
  readonly address: AddressId
  readonly name: string
  readonly municipality: MunicipalityCode
  readonly region: RegionCode
  readonly form: 'solo' | 'partnership' | 'company'
  readonly opened: Day
  readonly closed: Day | null
  /** Provider numbers at work in it at the same time. */
  readonly size: number
  /** Kept as it is: the application cases rest on it. */
  readonly steady: boolean
  /** Opened with capacity from the pool of 2024 (S_NYNED). */
  readonly fromPool: boolean
}

/** Active provider numbers in the country (facts.json, S_FAKTA: about 2,000). */
export const activeNumbers = 2000
/** Municipalities with two clinics of two numbers that the application cases use. */
const steadyIn: ReadonlySet<string> = new Set('0746 0751 0661 0657 0791 0740 0615 0730 0665 0671 0101'.split(' '))
const closedClinics = 46

/**
 * The clinics of all municipalities: as many numbers as the municipality's share of the population gives, in clinics of
 * one to eight, and some more that have closed.
 */
export function clinics(places: Places, ids: Identities, random: Random): readonly Clinic[] {
  const codes = places.areas.municipalities.map(({ code }) => code)
  const shares = apportioned(activeNumbers, codes, (code) => inhabitants(places, code))
  const living = codes.flatMap((code) =>
    sizes(shares.get(code) ?? 0, steadyIn.has(code) ? [2, 2] : [], random).map((size) => ({
      code,
      size,
      closes: false,
    })),
  )
  const closing = Array.from({ length: closedClinics }, () => ({
    code: random.weighted(codes, (code) => inhabitants(places, code)),
    size: random.int(1, 2),
    closes: true,
  }))
  const names = clinicNames(living.length + closing.length, random)
  const taken = new Map<string, number>()
  const drawn = [...living, ...closing].map(({ code, size, closes }, index): Clinic => {
    const pairs = taken.get(code) ?? 0
    const steady = !closes && size === 2 && steadyIn.has(code) && pairs < 2
    if (steady) taken.set(code, pairs + 1)
    const fromPool = !steady && !closes && size === 1 && random.chance(0.03)
    const opened = fromPool
      ? firstOfMonth(random.int(day('2025-02-01'), day('2026-09-30')))
      : steady || random.chance(0.68)
        ? 0
        : firstOfMonth(random.int(day('2005-03-01'), closes ? importDay - 400 : day('2023-05-01')))
    const region = regionOf(places.areas, code, '2026-01-01')
    return {
      id: ids.clinic(),
      address: ids.address(),
      name: names[index] ?? '',
      municipality: MunicipalityCode.parse(code),
      region: RegionCode.parse(region?.code),
      form: size === 1 ? 'solo' : random.pick(['partnership', 'partnership', 'company']),
      opened,
      closed: closes ? closingDay(opened, random) : null,
      size,
      steady,
      fromPool,
    }
  })
  const withOld = new Set(drawn.filter(isOld).map(({ municipality }) => municipality))
  // Since nobody got new capacity, a clinic can open later only out of an older one in its municipality.
  return drawn.map((clinic) => {
    const orphan = clinic.opened > importDay && !clinic.fromPool && !withOld.has(clinic.municipality)
    return orphan ? { ...clinic, opened: 0 } : clinic
  })
}

/** A clinic from the beginning that numbers may leave and join. */
export function isOld({ opened, steady, closed }: Clinic): boolean {
  return opened === 0 && !steady && closed === null
}

function closingDay(opened: Day, random: Random): Day {
  return random.chance(0.3)
    ? random.int(Math.max(opened + 300, day('2007-03-01')), Math.max(opened + 301, importDay - 60))
    : random.int(importDay + 60, random.chance(0.8) ? transitionDay - 120 : lastRecordedDay - 30)
}

/** Splits a municipality's numbers into clinics of one to eight, 2.5 on average, after those that are given. */
function sizes(count: number, given: readonly number[], random: Random): readonly number[] {
  const wanted = [...given]
  for (let left = count - given.reduce((sum, size) => sum + size, 0); left > 0; ) {
    const size = Math.min(
      left,
      random.weighted([1, 2, 3, 4, 5, 6, 7, 8], (n) => [34, 27, 15, 10, 6, 4, 2, 2][n - 1] ?? 0),
    )
    wanted.push(size)
    left -= size
  }
  return wanted
}

/** Shares of a total by weight, whole numbers that add up to it (largest remainder). */
export function apportioned(
  total: number,
  keys: readonly string[],
  weight: (key: string) => number,
): ReadonlyMap<string, number> {
  const sum = keys.reduce((all, key) => all + weight(key), 0)
  const exact = keys.map((key) => ({ key, share: (total * weight(key)) / sum }))
  const rest = total - exact.reduce((all, { share }) => all + Math.floor(share), 0)
  const first = exact.toSorted((a, b) => (b.share % 1) - (a.share % 1)).slice(0, rest)
  const rounded = new Set(first.map(({ key }) => key))
  return new Map(exact.map(({ key, share }) => [key, Math.floor(share) + (rounded.has(key) ? 1 : 0)]))
}
