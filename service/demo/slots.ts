import type { CapacityStatus } from '#events/providerNumber'
import { drawnHours, type Hours } from './capacity.ts'
import { type Clinic, isOld } from './clinics.ts'
import { type Day, day, firstOfMonth, importDay, lastRecordedDay, transitionDay } from './days.ts'
import { grouped } from './grouping.ts'
import type { Random } from './random.ts'

/** Something that happens to a place of work for one physiotherapist. */
export type Change =
  | { readonly day: Day; readonly kind: 'transfer' | 'split' | 'share' }
  | { readonly day: Day; readonly kind: 'status'; readonly to: CapacityStatus }
  | { readonly day: Day; readonly kind: 'clinic'; readonly to: Clinic }
  | { readonly day: Day; readonly kind: 'employment'; readonly oerePerYear: number; readonly hoursTenths: number }
  | { readonly day: Day; readonly kind: 'employmentEnds' }

/** One place of work over the years: provider numbers follow each other in it, its capacity stays. */
export interface Slot {
  readonly clinic: Clinic
  readonly begins: Day
  /** First day without it; null where it goes on. */
  readonly ends: Day | null
  readonly hours: Hours
  readonly status: CapacityStatus
  readonly origin: 'import' | 'newEstablishment'
  /** By day, at most one a month. */
  readonly changes: readonly Change[]
}

/** 30.0 and 25.0 hours a week, as in the example of R-02. */
const steadyHours: readonly Hours[] = [
  [
    { specialty: '51', tenths: 180 },
    { specialty: '62', tenths: 120 },
  ],
  [
    { specialty: '51', tenths: 150 },
    { specialty: '62', tenths: 100 },
  ],
]

/** The slots of all clinics, with what happens in them. */
export function slots(clinics: readonly Clinic[], random: Random): readonly Slot[] {
  const neighbours = grouped(
    clinics.filter(({ closed, fromPool }) => closed === null && !fromPool),
    ({ municipality }) => municipality,
  )
  return clinics.flatMap((clinic) => {
    const own = random.of(clinic.id)
    const others = (neighbours.get(clinic.municipality) ?? []).filter((other) => other !== clinic)
    const living = Array.from({ length: clinic.size }, (_, index) => slot(clinic, others, index, own))
    const past = !clinic.steady && clinic.opened < importDay && own.chance(0.13) ? [endedSlot(clinic, own)] : []
    return [...living, ...past]
  })
}

/** A slot that ended without anybody taking over: its capacity lapsed. */
function endedSlot(clinic: Clinic, random: Random): Slot {
  const last = Math.min(clinic.closed ?? lastRecordedDay - 40, lastRecordedDay - 40)
  const ends = firstOfMonth(
    random.int(Math.max(clinic.opened + 180, day('2008-01-01')), Math.max(last, clinic.opened + 181)),
  )
  return { ...base(clinic, random), begins: clinic.opened, ends, changes: [] }
}

function slot(clinic: Clinic, others: readonly Clinic[], index: number, random: Random): Slot {
  const drawn = base(clinic, random)
  const hours = steadyHours[index]
  if (clinic.steady && hours) return { ...drawn, hours, begins: 0, ends: null, status: 'owner', changes: [] }
  // A clinic that opened after the import, and some that opened before, grew out of another: nobody got new capacity.
  const donors = clinic.opened > 0 && !clinic.fromPool ? others.filter(isOld) : []
  const breaksOut = donors.length > 0 && (clinic.opened > importDay || random.chance(0.4))
  const mobile = clinic.municipality === '0400' && clinic.size === 1 && index === 0
  return {
    ...drawn,
    begins: breaksOut ? 0 : clinic.opened,
    ends: clinic.closed,
    clinic: breaksOut ? random.pick(donors) : clinic,
    ...(mobile ? { status: 'mobile' as const } : {}),
    changes: spaced([
      ...(breaksOut ? [{ day: clinic.opened, kind: 'clinic' as const, to: clinic }] : []),
      ...(mobile ? [] : drawnChanges(clinic, others, drawn, random)),
    ]),
  }
}

function base(clinic: Clinic, random: Random): Omit<Slot, 'ends' | 'changes' | 'begins'> {
  const status = random.weighted(['owner', 'lessee', 'mobile', 'employed'] as const, (kind) =>
    kind === 'owner' ? 60 : kind === 'lessee' ? 35 : kind === 'mobile' ? 3 : 2,
  )
  return {
    clinic,
    hours: drawnHours(random),
    status: clinic.fromPool ? 'owner' : status,
    origin: clinic.fromPool ? 'newEstablishment' : 'import',
  }
}

function drawnChanges(
  clinic: Clinic,
  others: readonly Clinic[],
  { status, hours }: Pick<Slot, 'status' | 'hours'>,
  random: Random,
): readonly Change[] {
  const start = Math.max(clinic.opened, 0) + 200
  const end = (clinic.closed ?? day('2027-05-15')) - 90
  const somewhen = (from: Day, to: Day) => firstOfMonth(random.int(from, Math.max(from, to)))
  const found: Change[] = []
  for (let next = start + random.int(0, 20_000); next < end; next += 700 + random.int(0, 20_000)) {
    found.push({ day: firstOfMonth(next), kind: 'transfer' })
  }
  if (end - start < 800) return found
  if (random.chance(0.025) && hours.length === 2 && clinic.closed === null) {
    found.push({ day: somewhen(start, transitionDay - 400), kind: 'split' })
  }
  if (status === 'mobile' && random.chance(0.6)) {
    found.push({ day: somewhen(importDay, transitionDay), kind: 'status', to: 'lessee' })
  }
  if (status === 'lessee' && random.chance(0.14)) found.push({ day: somewhen(start, end), kind: 'status', to: 'owner' })
  if (random.chance(0.015)) found.push({ day: somewhen(start, end), kind: 'share' })
  const takers = others.filter(isOld)
  if (clinic.size >= 3 && takers.length > 0 && clinic.closed === null && random.chance(0.03)) {
    found.push({ day: somewhen(start, transitionDay - 60), kind: 'clinic', to: random.pick(takers) })
  }
  const before = found.filter(({ day: at }) => at <= end)
  return clinic.closed === null && random.chance(0.06) ? withEmployment(before, start, random) : before
}

/** A section-24 employment with its ceiling, up to the end of 2023; transfers in between would end it, so they go. */
function withEmployment(found: readonly Change[], start: Day, random: Random): readonly Change[] {
  const from = firstOfMonth(random.int(Math.max(start, day('2008-01-01')), day('2022-06-01')))
  if (from > transitionDay) return found
  return [
    ...found.filter(({ day: at }) => at < from || at > transitionDay),
    {
      day: from,
      kind: 'employment',
      oerePerYear: random.int(90, 180) * 1_000_000,
      hoursTenths: random.int(10, 37) * 10,
    },
    { day: transitionDay, kind: 'employmentEnds' },
  ]
}

/** By day; of two that come within a month of each other the first stays. */
function spaced(changes: readonly Change[]): readonly Change[] {
  const kept: Change[] = []
  for (const change of changes.toSorted((a, b) => a.day - b.day)) {
    const previous = kept.at(-1)
    if (previous === undefined || change.day - previous.day >= 28 || change.kind === 'employmentEnds') kept.push(change)
  }
  return kept
}
