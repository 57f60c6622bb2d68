import type { Reported, SpendingLevelFacts } from '../facts/followUp.ts'
import { compare, dividedBy, minus, type Ratio, ratio, rounded } from '../ratio.ts'
import { defineRule, type Verdict } from '../rule.ts'
import { seed } from '../sources.ts'
import { regionalServices } from './followUpLevers.ts'
import { isPositive } from './growth.ts'

function perPatient(figures: Reported | null): Ratio | null {
  if (figures === null || figures.individualServices === null || figures.patients === null || figures.patients === 0)
    return null
  return ratio(figures.individualServices, figures.patients)
}

function gapOf({
  region,
  nation,
}: {
  readonly region: Reported | null
  readonly nation: Reported | null
}): Ratio | null {
  const [own, all] = [perPatient(region), perPatient(nation)]
  return own === null || all === null ? null : minus(own, all)
}

/** individual services per patient and year come down to the country's. Above the goal is advice, with the trend. */
export const spendingLevel = defineRule({
  id: 'R-26',
  version: 2,
  strength: 'recommendation',
  uses: ['serviceGapGoalTenths'],
  sources: [seed('S_SEED001', 'section 3')],
  levers: [regionalServices],
  judge(facts: SpendingLevelFacts, { serviceGapGoalTenths }): Verdict {
    const { region, nation, earlier } = facts
    const gap = gapOf(facts)
    const before = earlier === null ? null : gapOf(earlier)
    const tenths = (value: Ratio | null) => (value === null ? null : rounded(value, 10))
    const shared = {
      inputs: [region, nation, earlier?.region ?? null, earlier?.nation ?? null].flatMap((one) => one?.inputs ?? []),
      measured: [
        { key: 'servicesPerPatient', value: tenths(perPatient(region)), unit: 'countTenths' as const },
        { key: 'servicesPerPatientNation', value: tenths(perPatient(nation)), unit: 'countTenths' as const },
        { key: 'serviceGap', value: tenths(gap), unit: 'countTenths' as const, limit: serviceGapGoalTenths },
        { key: 'serviceGapEarlier', value: tenths(before), unit: 'countTenths' as const },
      ],
    }
    if (gap === null) {
      const missing = [
        ...(perPatient(region) === null ? ['regionalServices'] : []),
        ...(perPatient(nation) === null ? ['nationalServices'] : []),
      ]
      return { ...shared, outcome: 'needs-information', code: 'R-26.unknown', missing, params: { missing } }
    }
    const gapTenths = rounded(gap, 10)
    if (compare(gap, ratio(serviceGapGoalTenths, 10)) <= 0)
      return { ...shared, outcome: 'pass', code: 'R-26.reached', params: { gapTenths } }
    if (before === null || !isPositive(before))
      return { ...shared, outcome: 'breach', code: 'R-26.above', params: { gapTenths } }
    const closed = dividedBy(minus(before, gap), before)
    const params = { gapTenths, earlierTenths: rounded(before, 10), closedPermille: rounded(closed, 1000) }
    return { ...shared, outcome: 'breach', code: isPositive(closed) ? 'R-26.closing' : 'R-26.notClosing', params }
  },
})
