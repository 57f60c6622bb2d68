import type { PlanParameters } from '#events/planParameters'
import type { SmallCapacityFact } from '../facts/followUp.ts'
import { compare, dividedBy, median, type Ratio, ratio, rounded, times } from '../ratio.ts'
import { type Asked, defineRule, type Rule, type Verdict } from '../rule.ts'
import { assumption, seed } from '../sources.ts'
import { registeredHours, yearsTurnover } from './followUpLevers.ts'

/** Tenths of hours in one hour, so that a ratio is øre per whole weekly hour. */
const perHour = ratio(10, 1)

function turnoverPerHour(oere: number, hoursTenths: number): Ratio {
  return times(ratio(oere, hoursTenths), perHour)
}

type Band = Pick<PlanParameters, 'smallBelowHoursTenths' | 'reviewHighPercent' | 'reviewLowPercent'>

function judgeSmall(
  fact: SmallCapacityFact,
  { smallBelowHoursTenths, reviewHighPercent, reviewLowPercent }: Band,
): Verdict {
  const { regime, provider, hoursTenths, oere, others, inputs } = fact
  const hours = { key: 'weeklyHours', value: hoursTenths, unit: 'hoursTenths' as const, limit: smallBelowHoursTenths }
  const turnover = { key: 'turnover', value: oere, unit: 'oere' as const }
  const shared = { inputs, measured: [hours, turnover], params: { provider, hoursTenths: hoursTenths ?? '' } }
  if (regime !== 'HOURS') return { outcome: 'not-applicable', code: 'R-09.otherRegime' }
  if (hoursTenths !== null && hoursTenths >= smallBelowHoursTenths)
    return { ...shared, outcome: 'pass', code: 'R-09.notSmall' }
  const middle = median(
    others
      .filter((other) => other.hoursTenths >= smallBelowHoursTenths)
      .map((other) => turnoverPerHour(other.oere, other.hoursTenths)),
  )
  const missing = [
    ...(hoursTenths === null || hoursTenths === 0 ? ['weeklyHours'] : []),
    ...(oere === null ? ['turnover'] : []),
    ...(middle === null || middle.over === 0n ? ['regionalMedian'] : []),
  ]
  if (hoursTenths === null || hoursTenths === 0 || oere === null || middle === null || middle.over === 0n)
    return { ...shared, outcome: 'needs-information', code: 'R-09.unknown', missing }
  const own = turnoverPerHour(oere, hoursTenths)
  const ofMedian = dividedBy(own, middle)
  const measured = [
    hours,
    turnover,
    { key: 'turnoverPerHour', value: rounded(own), unit: 'oere' as const },
    { key: 'medianPerHour', value: rounded(middle), unit: 'oere' as const },
  ]
  const params = {
    provider,
    hoursTenths,
    turnoverPerHourOere: rounded(own),
    medianPerHourOere: rounded(middle),
    ofMedianPermille: rounded(ofMedian, 1000),
  }
  const outside =
    compare(ofMedian, ratio(reviewHighPercent, 100)) > 0 || compare(ofMedian, ratio(reviewLowPercent, 100)) < 0
  return outside
    ? { inputs, measured, params, outcome: 'needs-information', code: 'R-09.outside', missing: ['explanation'] }
    : { inputs, measured, params, outcome: 'pass', code: 'R-09.inside' }
}

/**
 * R-09 on whatever facts carry it: registered hours against turnover, for capacities below 30 hours a week. A turnover per
 * weekly hour outside the band around the region's median is explained by the holder. Exactly 30 hours is not small; the
 * edges are inside. Hours are counted to 2023-12-31 only.
 */
function onFacts<Facts extends Asked & { readonly small: SmallCapacityFact | null }>(): Rule<Facts> {
  return defineRule<'smallBelowHoursTenths' | 'reviewHighPercent' | 'reviewLowPercent', Facts>({
    id: 'R-09',
    version: 2,
    strength: 'binding',
    uses: ['smallBelowHoursTenths', 'reviewHighPercent', 'reviewLowPercent'],
    sources: [
      seed('S_SEED001', 'section 3, section 4, annex 2'),
      assumption('reviewHighPercent'),
      assumption('reviewLowPercent'),
    ],
    levers: [yearsTurnover<Facts>(), registeredHours<Facts>()],
    judge({ small }, parameters) {
      return small === null ? { outcome: 'not-applicable', code: 'R-09.noNumber' } : judgeSmall(small, parameters)
    },
  })
}

/** R-09 for an application that splits a number or gives it up. */
export const smallCapacity: Rule = onFacts()

/** R-09 for the yearly follow-up: one number of the region. */
export const smallCapacityFollowUp: Rule<Asked & { readonly small: SmallCapacityFact | null }> = onFacts()
