import type { AsOf } from '#api/asOf'
import { RegionCode } from '#events/identifiers'
import { EffectiveDate } from '#events/time'
import { regionOf } from '#geo/hierarchy'
import { endOf, knownAt, moment } from '../projections/bitemporal.ts'
import type { Views } from '../projections/views.ts'
import { bendLimitOere } from '../rules/capacity/bendLimit.ts'
import { regimeOn, unitOf } from '../rules/regime.ts'
import { unitsFrom } from '../rules/ruleSets.ts'
import { clinicFigures } from './capacity.ts'
import { unitIndexOn } from './facts/bend.ts'
import { planInForce } from './planInForce.ts'
import type { AnswerOf, World } from './query.ts'

type Step = AnswerOf<'clinic'>['capacityTimeline'][number]
type Held = { effective_from: string; effective_to: string }
type HoursRow = Held & { number: string; specialty: string; amount: number }
type UnitsRow = Held & { specialty: string; amount: number }
type StayRow = Held & { number: string }

/**
 * The clinic's capacity along effective time, as known at the moment: hours a week to 2023-12-31, units and their bend
 * limit in kroner from 2024-01-01. Each step holds from its date until the next; capacity is null where none is known.
 */
export function capacityTimeline(views: Views, at: AsOf, clinic: string, world: World): readonly Step[] {
  const known = { clinic, known: moment(at).known }
  const all = <Row>(sql: string) => views.statement<Row>(sql).all(known)
  const stays = all<StayRow>(
    `SELECT p.number, p.effective_from, p.effective_to FROM provider p WHERE p.clinic = :clinic AND ${knownAt('p')}`,
  )
  const hours = all<HoursRow>(
    `SELECT h.number, h.specialty, h.hours AS amount, h.effective_from, h.effective_to FROM provider_hours h
     WHERE h.number IN (SELECT p.number FROM provider p WHERE p.clinic = :clinic) AND ${knownAt('h')}`,
  )
  const units = all<UnitsRow>(
    `SELECT u.specialty, u.units AS amount, u.effective_from, u.effective_to FROM clinic_units u
     WHERE u.clinic = :clinic AND ${knownAt('u')}`,
  )
  const life = all<Held>(
    `SELECT c.effective_from, c.effective_to FROM clinic c WHERE c.clinic = :clinic AND ${knownAt('c')}`,
  )
  const begins = life.map(({ effective_from: from }) => from).toSorted()[0]
  const ends = life
    .map(({ effective_to: to }) => to)
    .toSorted()
    .at(-1)
  if (begins === undefined || ends === undefined) return []
  const edges = [...life, ...stays, ...hours, ...units].flatMap((row) => [row.effective_from, row.effective_to])
  const dates = [...new Set([begins, unitsFrom, ...edges])].filter((date) => begins <= date && date < ends).toSorted()
  const held = dates.map((date) => ({
    from: EffectiveDate.parse(date),
    ...(date < unitsFrom ? inHours(stays, hours, date) : inUnits(units, date)),
  }))
  // The break of 2024 is a step whatever the amounts: they are not of one kind.
  const steps = held.filter((step, index) => step.from === unitsFrom || !same(held[index - 1], step))
  return steps.map(({ from, bySpecialty }, index) => {
    const regime = regimeOn(from)
    const limits = bendLimits(views, { ...at, effectiveOn: from }, clinic, world)
    return {
      from,
      to: steps[index + 1]?.from ?? EffectiveDate.nullable().parse(endOf(ends)),
      regime,
      unit: unitOf(regime),
      capacity: bySpecialty.length === 0 ? null : bySpecialty.reduce((sum, { amount }) => sum + amount, 0),
      bySpecialty: bySpecialty.map(({ specialty, amount }) => ({
        specialty,
        capacity: amount,
        limitOere: regime === 'HOURS' ? null : limits(specialty, amount),
      })),
    }
  })
}

interface Amounts {
  readonly bySpecialty: readonly { readonly specialty: string; readonly amount: number }[]
}

/** Hours on a date of the numbers that were in the clinic then. */
function inHours(stays: readonly StayRow[], hours: readonly HoursRow[], date: string): Amounts {
  const numbers = new Set(stays.filter((row) => holds(row, date)).map(({ number }) => number))
  return summed(hours.filter((row) => holds(row, date) && numbers.has(row.number)))
}

function inUnits(units: readonly UnitsRow[], date: string): Amounts {
  return summed(units.filter((row) => holds(row, date)))
}

function summed(rows: readonly { readonly specialty: string; readonly amount: number }[]): Amounts {
  const sums = new Map<string, number>()
  for (const { specialty, amount } of rows) sums.set(specialty, (sums.get(specialty) ?? 0) + amount)
  return { bySpecialty: [...sums].map(([specialty, amount]) => ({ specialty, amount })).toSorted(bySpecialty) }
}

function bySpecialty(a: { readonly specialty: string }, b: { readonly specialty: string }): number {
  return a.specialty.localeCompare(b.specialty)
}

function holds({ effective_from, effective_to }: Held, date: string): boolean {
  return effective_from <= date && date < effective_to
}

function same(before: Amounts | undefined, after: Amounts): boolean {
  return before !== undefined && JSON.stringify(before.bySpecialty) === JSON.stringify(after.bySpecialty)
}

/** Bend limit of an amount of units on the date in øre; null where no rule set says what a unit is. */
function bendLimits(views: Views, at: AsOf, clinic: string, { geography }: World) {
  const municipality = clinicFigures(views, at, clinic).get(clinic)?.municipality ?? null
  const region = municipality === null ? undefined : regionOf(geography.areas, municipality, at.effectiveOn)?.code
  const parameters =
    region === undefined ? null : (planInForce(views, RegionCode.parse(region), at)?.parameters ?? null)
  return (specialty: string, unitsHundredths: number): number | null => {
    if (parameters === null || region === undefined || (specialty !== '51' && specialty !== '62')) return null
    const unitOere = specialty === '62' ? parameters.unit62Oere : parameters.unit51Oere
    const index = unitIndexOn(views, at, [region], specialty) ?? parameters.unitIndexTenThousandths
    return bendLimitOere(unitsHundredths, unitOere, index)
  }
}
