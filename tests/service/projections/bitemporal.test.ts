import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { DomainEvent } from '#events/catalogue'
import { EffectiveDate, RecordedAt } from '#events/time'
import { asOf, moment } from '#service/projections/bitemporal'
import { openViews, project, type Views } from '#service/projections/views'
import { contents, eventIdOf, type Given, log } from './givenEvents.ts'

const numbers = ['100001', '100002', '100003']
const dates = ['2020-01-01', '2021-01-01', '2021-06-01', '2022-01-01', '2024-02-29']
const looks = ['2019-12-31', ...dates, '2021-05-31', '2030-01-01']

/** What one random step does; `target` picks an earlier event of the same number. */
const step = fc.record({
  number: fc.constantFrom(...numbers),
  from: fc.constantFrom(...dates),
  kind: fc.constantFrom('register', 'hours', 'move', 'cease', 'correct', 'redate', 'void'),
  value: fc.integer({ min: 1, max: 9 }),
  target: fc.nat({ max: 30 }),
  /** Seconds since the event before: 0 puts both into one instant. */
  pause: fc.nat({ max: 2 }),
})
type Step = typeof step extends fc.Arbitrary<infer Value> ? Value : never

function events(steps: readonly Step[]): DomainEvent[] {
  const given: Given[] = []
  let second = 0
  for (const { number, from, kind, value, target, pause } of steps) {
    second += pause
    const stream = `providerNumber-${number}`
    const earlier = given
      .map((event, index) => ({ event, id: eventIdOf(index + 1) }))
      .filter(({ event }) => event.stream === stream)
    const aim = earlier[earlier.length === 0 ? 0 : target % earlier.length]
    const base = {
      stream,
      from,
      recordedAt: `2026-01-01T00:0${Math.floor(second / 60)}:${String(second % 60).padStart(2, '0')}.000Z`,
    }
    const next = eventOf(kind, { number, from, value }, aim && { ...aim, table: tableOf(aim.event, given) })
    if (next !== undefined) given.push({ ...base, ...next })
  }
  return log(given)
}

type Aim = { event: Given; id: string; table: 'provider' | 'hours' | null }

function eventOf(
  kind: Step['kind'],
  { number, from, value }: { number: string; from: string; value: number },
  aim: Aim | undefined,
) {
  const corrects = aim?.id ?? ''
  switch (kind) {
    case 'register': {
      const data = {
        number,
        holder: `p-${value}`,
        clinic: `c-${value}`,
        specialties: ['51'],
        status: 'owner',
        origin: 'import',
      }
      return { type: 'ProviderNumberRegistered' as const, data }
    }
    case 'hours':
      return { type: 'HoursCapacityRegistered' as const, data: { specialty: '51', hoursTenths: value * 10 } }
    case 'move':
      return { type: 'ClinicChanged' as const, data: { from: 'c-0', to: `c-${value}` } }
    case 'cease':
      return { type: 'ProviderNumberCeased' as const, data: { reason: 'stops', transferredTo: null } }
    case 'correct': {
      if (aim?.table === 'provider') {
        const change = { field: 'clinic', old: 'c-0', new: `c-k${value}` }
        return { type: 'ProviderNumberCorrected' as const, corrects, data: { change, reason: 'wrong' } }
      }
      if (aim?.table !== 'hours') return undefined
      const change = { field: 'hoursTenths', specialty: '51', old: 10, new: value * 10 + 5 }
      return { type: 'ProviderNumberCorrected' as const, corrects, data: { change, reason: 'wrong' } }
    }
    case 'redate': {
      if (aim === undefined || aim.table === null) return undefined
      const change = { field: 'effectiveFrom', old: aim.event.from, new: from }
      return { type: 'ProviderNumberCorrected' as const, corrects, data: { change, reason: 'wrong' } }
    }
    case 'void':
      return aim && { type: 'ProviderNumberVoided' as const, corrects, data: { reason: 'never happened' } }
    default:
      return kind satisfies never
  }
}

/** Which of the two things an event speaks of; a correction speaks of what the event that it corrects speaks of. */
function tableOf(event: Given, all: readonly Given[]): 'provider' | 'hours' | null {
  if (event.type === 'HoursCapacityRegistered') return 'hours'
  if (event.type === 'ProviderNumberVoided') return null
  if (event.type !== 'ProviderNumberCorrected') return 'provider'
  const target = all.find((_, index) => eventIdOf(index + 1) === event.corrects)
  return target === undefined ? null : tableOf(target, all)
}

/** The plain fold: no rows, no periods, one question at a time. */
function fold(
  all: readonly DomainEvent[],
  number: string,
  e: string,
  r: string,
): { clinic: string | null; hours: number | null } {
  const seen = all.filter((event) => event.recordedAt <= r && event.stream === `providerNumber-${number}`)
  const isVoided = (event: DomainEvent): boolean =>
    seen.some((other) => other.type === 'ProviderNumberVoided' && other.corrects === event.id && !isVoided(other))
  const counts = (event: DomainEvent): boolean => {
    if (isVoided(event)) return false
    const target = event.type === 'ProviderNumberCorrected' ? seen.find(({ id }) => id === event.corrects) : undefined
    return target === undefined || isStep(target) || counts(target)
  }
  // A correction dated after the fact it corrects is a step of its own: until then the old value stands.
  const isStep = (event: DomainEvent): boolean => {
    if (event.type !== 'ProviderNumberCorrected' || event.data.change.field === 'effectiveFrom') return false
    const target = seen.find(({ id }) => id === event.corrects)
    if (target === undefined) return false
    const inPlace = target.type === 'ProviderNumberCorrected' && !isStep(target)
    return !inPlace && event.effectiveFrom > target.effectiveFrom
  }
  const wrongOf = (event: DomainEvent): DomainEvent => {
    const target = seen.find(({ id }) => id === event.corrects)
    const isOwn = target === undefined || event.type !== 'ProviderNumberCorrected' || isStep(event)
    return isOwn ? event : wrongOf(target)
  }
  const alive = seen.filter(
    (event) =>
      event.type !== 'ProviderNumberVoided' &&
      (isStep(event) ? !isVoided(event) : counts(event) && !isVoided(wrongOf(event))),
  )
  const steps = alive
    .filter((event) => wrongOf(event) === event)
    .map((event) => {
      const corrections = alive.filter((other) => other !== event && wrongOf(other) === event)
      let from = event.effectiveFrom
      let clinic = clinicOf(event)
      let hours = hoursOf(event)
      for (const { type, data } of corrections) {
        if (type !== 'ProviderNumberCorrected') continue
        if (data.change.field === 'effectiveFrom') from = data.change.new
        if (data.change.field === 'clinic') clinic = data.change.new
        if (data.change.field === 'hoursTenths') hours = data.change.new
      }
      return { event, from, clinic, hours }
    })
    .filter(({ from }) => from <= e)
    .toSorted((a, b) => a.from.localeCompare(b.from))
  let clinic: string | null = null
  let hours: number | null = null
  for (const { event, ...now } of steps) {
    if (event.type === 'ProviderNumberRegistered') clinic = now.clinic
    if (event.type === 'ProviderNumberCeased') clinic = null
    if (event.type === 'ClinicChanged' && clinic !== null) clinic = now.clinic
    if (event.type === 'HoursCapacityRegistered') hours = now.hours
    if (event.type === 'ProviderNumberCorrected' && event.data.change.field === 'clinic' && clinic !== null)
      clinic = now.clinic
    if (event.type === 'ProviderNumberCorrected' && event.data.change.field === 'hoursTenths' && hours !== null)
      hours = now.hours
  }
  return { clinic, hours }
}

function clinicOf(event: DomainEvent): string | null {
  if (event.type === 'ProviderNumberRegistered') return event.data.clinic
  if (event.type === 'ClinicChanged') return event.data.to
  return event.type === 'ProviderNumberCorrected' && event.data.change.field === 'clinic' ? event.data.change.new : null
}

function hoursOf(event: DomainEvent): number | null {
  if (event.type === 'HoursCapacityRegistered') return event.data.hoursTenths
  return event.type === 'ProviderNumberCorrected' && event.data.change.field === 'hoursTenths'
    ? event.data.change.new
    : null
}

function asked(views: Views, number: string, e: string, r: string): { clinic: string | null; hours: number | null } {
  const at = {
    number,
    ...moment({ effectiveOn: EffectiveDate.parse(e), recordedAt: r === 'now' ? r : RecordedAt.parse(r) }),
  }
  const clinics = views
    .statement<{ clinic: string }>(`SELECT clinic FROM provider t WHERE number = :number AND ${asOf('t')}`)
    .all(at)
  const hours = views
    .statement<{ hours: number }>(`SELECT hours FROM provider_hours t WHERE number = :number AND ${asOf('t')}`)
    .all(at)
  expect(clinics.length).toBeLessThan(2)
  expect(hours.length).toBeLessThan(2)
  return { clinic: clinics[0]?.clinic ?? null, hours: hours[0]?.hours ?? null }
}

describe('two times', () => {
  test('views as of (e, r) equal the fold of the log up to r, seen at e', () => {
    fc.assert(
      fc.property(fc.array(step, { minLength: 1, maxLength: 25 }), (steps) => {
        const all = events(steps)
        const views = openViews({ file: ':memory:' })
        project(views, all)
        const instants = ['2025-12-31T23:59:59.999Z', ...new Set(all.map(({ recordedAt }) => String(recordedAt)))]
        for (const number of numbers) {
          for (const r of instants)
            for (const e of looks)
              expect({ e, r, ...asked(views, number, e, r) }).toEqual({ e, r, ...fold(all, number, e, r) })
          expect(asked(views, number, '2030-01-01', 'now')).toEqual(
            asked(views, number, '2030-01-01', instants.at(-1) ?? ''),
          )
        }
        views.close()
      }),
      { numRuns: 100 },
    )
  }, 60_000)

  test('views built event by event equal views built at once', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 25 }), fc.nat({ max: 24 }), (steps, cut) => {
        const all = events(steps)
        const [whole, parts] = [openViews({ file: ':memory:' }), openViews({ file: ':memory:' })]
        project(whole, all)
        for (const event of all.slice(0, cut)) project(parts, [event])
        project(parts, all.slice(cut))
        expect(contents(parts)).toEqual(contents(whole))
        whole.close()
        parts.close()
      }),
      { numRuns: 60 },
    )
  }, 60_000)
})
