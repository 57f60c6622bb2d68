import type { RidingExpenditureFacts, Spending } from '../facts/followUp.ts'
import { compare, dividedBy, minus, type Ratio, ratio, rounded } from '../ratio.ts'
import { defineRule, type Verdict } from '../rule.ts'
import { published, seed } from '../sources.ts'
import { ridingSpending } from './followUpLevers.ts'
import { isPositive } from './growth.ts'

const one = ratio(1, 1)

/** Region over nation, less 1; null where an amount or the inhabitants are unknown, or the price levels differ. */
function above({ region, nation }: { readonly region: Spending; readonly nation: Spending }): Ratio | null {
  const [own, all] = [perInhabitant(region), perInhabitant(nation)]
  if (own === null || all === null || all.over === 0n || region.priceLevelYear !== nation.priceLevelYear) return null
  return minus(dividedBy(own, all), one)
}

function perInhabitant({ oere, inhabitants }: Spending): Ratio | null {
  return oere === null || inhabitants === null || inhabitants === 0 ? null : ratio(oere, inhabitants)
}

/** riding therapy's cost per inhabitant moves towards the country's. Above it is advice, never a fault. */
export const ridingExpenditure = defineRule({
  id: 'R-20',
  version: 2,
  strength: 'recommendation',
  uses: [],
  sources: [seed('S_SEED001', 'section 3'), published('S_RIDEUDG')],
  levers: [ridingSpending],
  judge(facts: RidingExpenditureFacts): Verdict {
    const { region, nation, earlier } = facts
    const now = above(facts)
    const before = earlier === null ? null : above(earlier)
    const [own, all] = [perInhabitant(region), perInhabitant(nation)]
    const shared = {
      measured: [
        { key: 'ridingPerInhabitant', value: own === null ? null : rounded(own), unit: 'oere' as const },
        { key: 'ridingPerInhabitantNation', value: all === null ? null : rounded(all), unit: 'oere' as const },
        { key: 'aboveNation', value: now === null ? null : rounded(now, 1000), unit: 'permille' as const, limit: 0 },
        { key: 'aboveNationEarlier', value: before === null ? null : rounded(before, 1000), unit: 'permille' as const },
      ],
      inputs: [region, nation, ...(earlier === null ? [] : [earlier.region, earlier.nation])].flatMap(
        (one) => one.inputs,
      ),
    }
    if (now === null) {
      const missing = [
        ...(region.oere === null ? ['regionalExpenditure'] : []),
        ...(nation.oere === null ? ['nationalExpenditure'] : []),
        ...(region.inhabitants === null || nation.inhabitants === null ? ['inhabitants'] : []),
        ...(region.priceLevelYear !== nation.priceLevelYear ? ['samePriceLevel'] : []),
      ]
      return { ...shared, outcome: 'needs-information', code: 'R-20.unknown', missing, params: { missing } }
    }
    const abovePermille = rounded(now, 1000)
    if (!isPositive(now)) return { ...shared, outcome: 'pass', code: 'R-20.notAbove', params: { abovePermille } }
    if (before === null) return { ...shared, outcome: 'breach', code: 'R-20.above', params: { abovePermille } }
    const params = { abovePermille, earlierPermille: rounded(before, 1000) }
    const code = compare(now, before) < 0 ? 'R-20.aboveFalling' : 'R-20.aboveNotFalling'
    return { ...shared, outcome: 'breach', code, params }
  },
})
