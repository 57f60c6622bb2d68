import type { AsOf } from '#api/asOf'
import { ActivityPeriod, daysOf } from '#events/activity'
import { MunicipalityCode } from '#events/identifiers'
import type { PlanParameters } from '#events/planParameters'
import { EffectiveDate } from '#events/time'
import { asOf, knownAt, moment } from '../../projections/bitemporal.ts'
import type { Views } from '../../projections/views.ts'
import { addDays } from '../../rules/calendar.ts'
import { halfYearlyData } from '../../rules/followUp/halfYearlyData.ts'
import { yearlyFollowUp } from '../../rules/followUp/yearlyFollowUp.ts'
import { eventIds } from '../capacity.ts'
import type { AnswerOf } from '../query.ts'

type Answer = AnswerOf<'followUp'>

/** Half-years and years that are looked back on. */
const halvesBack = 4
const yearsBack = 6

type Delivery = {
  municipality: string
  period: string
  delivered_on: string
  complete: number
  suppressed_cells: number
  inputs: string
}

/**
 * Half-yearly data of each municipality, judged on the date. It looks back to the first half-year whose data were
 * recorded as delivered in the region, at most four; where none was, only the latest that is over is asked for.
 */
export function halfYearSection(
  views: Views,
  at: AsOf,
  regions: readonly string[],
  municipalities: readonly string[],
  parameters: PlanParameters,
): Answer['halfYears'] {
  const deliveries = views
    .statement<Delivery>(
      `SELECT d.* FROM half_yearly_data d
       WHERE d.region IN (SELECT value FROM json_each(:regions)) AND ${asOf('d')} ORDER BY d.delivered_on, d.key`,
    )
    .all({ regions: JSON.stringify(regions), ...moment(at) })
  const first = deliveries.map(({ period }) => period).toSorted()[0]
  const periods = halvesUntil(at.effectiveOn).filter(
    (period, index) => index === 0 || (first !== undefined && period >= first),
  )
  const rows = periods.flatMap((period) =>
    municipalities.map((code) => {
      const municipality = MunicipalityCode.parse(code)
      const own = deliveries.filter((one) => one.municipality === code && one.period === period)
      const counts = own.find(({ complete }) => complete === 1) ?? own.at(-1)
      const finding = halfYearlyData.evaluate(
        {
          caseInputs: [],
          municipality,
          period,
          delivery:
            counts === undefined
              ? null
              : { on: EffectiveDate.parse(counts.delivered_on), complete: counts.complete === 1 },
          today: at.effectiveOn,
          inputs: own.flatMap(({ inputs }) => eventIds(inputs)),
        },
        parameters,
      )
      return { municipality, period, suppressedCells: counts?.suppressed_cells ?? null, finding }
    }),
  )
  return { periods, rows }
}

/** The half-years that were over on the date, the newest first. */
function halvesUntil(on: EffectiveDate): readonly ActivityPeriod[] {
  const year = Number(on.slice(0, 4))
  return Array.from({ length: halvesBack / 2 + 1 }, (_, back) => year - back)
    .flatMap((of) => [`${of}-H2`, `${of}-H1`])
    .map((text) => ActivityPeriod.parse(text))
    .filter((period) => daysOf(period).to <= on)
    .slice(0, halvesBack)
}

/** Yearly follow-ups, from the first one recorded or the plan's beginning, at most six years, the newest first. */
export function yearlySection(
  views: Views,
  at: AsOf,
  regions: readonly string[],
  parameters: PlanParameters,
): Pick<Answer, 'yearly' | 'renewal'> {
  const held = views
    .statement<{ year: number; held_on: string; measures: string; inputs: string }>(
      `SELECT f.year, f.held_on, f.measures, f.inputs FROM yearly_follow_up f
       WHERE f.region IN (SELECT value FROM json_each(:regions)) AND ${asOf('f')} ORDER BY f.held_on`,
    )
    .all({ regions: JSON.stringify(regions), ...moment(at) })
  const plans = views
    .statement<{ plan: string; from_day: string; until: string | null; inputs: string }>(
      `SELECT p.plan, p.from_day, p.until, p.inputs FROM plan_period p
       WHERE p.region IN (SELECT value FROM json_each(:regions)) AND ${knownAt('p')} ORDER BY p.from_day`,
    )
    .all({ regions: JSON.stringify(regions), known: moment(at).known })
  const today = at.effectiveOn
  const thisYear = Number(today.slice(0, 4))
  const current = plans.findLast(({ from_day }) => from_day <= today)
  const begins = [...held.map(({ year }) => year), ...(current ? [Number(current.from_day.slice(0, 4))] : [thisYear])]
  const first = Math.max(Math.min(...begins), thisYear - yearsBack + 1)
  const years = Array.from({ length: thisYear - first + 1 }, (_, index) => thisYear - index)
  const until = current?.until ?? null
  return {
    yearly: years.map((year) => {
      const own = held.filter((one) => one.year === year)
      const heldOn = EffectiveDate.nullable().parse(own[0]?.held_on ?? null)
      const inputs = own.flatMap((one) => eventIds(one.inputs))
      return {
        year,
        heldOn,
        // Written from a checked event.
        measures: own.flatMap(({ measures }) => JSON.parse(measures) as string[]),
        finding: yearlyFollowUp.evaluate({ caseInputs: [], asks: 'followUp', year, heldOn, today, inputs }, parameters),
      }
    }),
    renewal: yearlyFollowUp.evaluate(
      {
        caseInputs: [],
        asks: 'renewal',
        plan: current?.plan ?? null,
        lastDay: until === null ? null : addDays(EffectiveDate.parse(until), -1),
        hasSuccessor: plans.some(({ from_day }) => current !== undefined && from_day > current.from_day),
        today,
        inputs: current === undefined ? [] : eventIds(current.inputs),
      },
      parameters,
    ),
  }
}
