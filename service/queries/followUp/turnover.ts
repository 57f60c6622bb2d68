import type { AsOf } from '#api/asOf'
import type { EventId } from '#events/envelope'
import { asOf, moment } from '../../projections/bitemporal.ts'
import type { Views } from '../../projections/views.ts'
import type { SmallCapacityFact } from '../../rules/facts/followUp.ts'
import type { Report } from './reports.ts'

/** A number's turnover of a period in øre over all specialties; null where a part of it is unknown. */
export interface Turnover {
  readonly oere: number | null
  readonly priceLevelYear: number
  readonly inputs: readonly EventId[]
}

/** Registered hours of each number on the date, over all specialties, in tenths a week. */
export function hoursByNumber(views: Views, at: AsOf): ReadonlyMap<string, number> {
  return new Map(
    views
      .statement<{ number: string; hours: number }>(
        `SELECT h.number, sum(h.hours) AS hours FROM provider_hours h WHERE ${asOf('h')} GROUP BY h.number`,
      )
      .all(moment(at))
      .map(({ number, hours }) => [number, hours]),
  )
}

/** Turnover of each number that reported; amounts of two price levels are not added, so such a sum is unknown. */
export function turnoverByNumber(reports: readonly Report[]): ReadonlyMap<string, Turnover> {
  const turnover = new Map<string, Turnover>()
  for (const { about, figures } of reports) {
    if (about.level !== 'provider') continue
    const { oere, priceLevelYear, inputs } = figures
    const sum = turnover.get(about.id) ?? { oere: 0, priceLevelYear, inputs: [] }
    const isKnown = sum.oere !== null && oere !== null && sum.priceLevelYear === priceLevelYear
    turnover.set(about.id, {
      oere: isKnown ? sum.oere + oere : null,
      priceLevelYear: sum.priceLevelYear,
      inputs: [...sum.inputs, ...inputs],
    })
  }
  return turnover
}

/** Hours and turnover of every other number whose both are known, at the price level of the number's own. */
export function othersThan(
  number: string,
  hours: ReadonlyMap<string, number>,
  turnover: ReadonlyMap<string, Turnover>,
): SmallCapacityFact['others'] {
  const level = turnover.get(number)?.priceLevelYear
  return [...turnover].flatMap(([other, { oere, priceLevelYear }]) => {
    const hoursTenths = hours.get(other) ?? 0
    const counts = other !== number && hoursTenths > 0 && (level === undefined || level === priceLevelYear)
    return oere === null || !counts ? [] : [{ hoursTenths, oere }]
  })
}
