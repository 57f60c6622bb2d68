import { defineRule, type Verdict } from '../rule.ts'
import { seed } from '../sources.ts'

/**
 * no new riding numbers, and those that are given up without a receiver lapse with their hours, which return to no
 * pool. A plan that has vacant ones advertised, as the committee of Midtjylland asked for in December 2019, says so by its
 * parameter: the hours lapse all the same, and can be applied for again. Hours in tenths a week.
 */
export const ridingNumber = defineRule({
  id: 'R-11',
  version: 2,
  strength: 'binding',
  uses: ['advertiseVacantRiding'],
  sources: [seed('S_SEED001', 'section 3 "Ridefysioterapi", section 4')],
  judge({ riding, wantedFrom }, { advertiseVacantRiding }): Verdict {
    const fact = riding?.number ?? null
    if (fact === null) return { outcome: 'not-applicable', code: 'R-11.noNumber' }
    const inputs = riding?.inputs ?? []
    switch (fact.kind) {
      case 'new':
        return advertiseVacantRiding
          ? { outcome: 'pass', code: 'R-11.advertised' }
          : { outcome: 'breach', code: 'R-11.newNumber' }
      case 'agreement':
        return fact.provider === null
          ? { outcome: 'needs-information', code: 'R-11.providerUnknown', missing: ['provider'] }
          : { outcome: 'pass', code: 'R-11.noNewNumber', params: { provider: fact.provider } }
      case 'stops': {
        const lost = fact.agreements.reduce((sum, { hoursTenths }) => sum + hoursTenths, 0)
        const shared = {
          inputs,
          measured: [{ key: 'hoursLost', value: lost, unit: 'hoursTenths' as const }],
          evidence: fact.agreements.flatMap(({ agreement, municipality, position }) => [
            ...(position === null ? [] : [{ kind: 'point' as const, role: 'lapses', position, label: agreement }]),
            ...(municipality === null ? [] : [{ kind: 'municipality' as const, role: 'loses', code: municipality }]),
          ]),
          params: {
            lostTenths: lost,
            wantedFrom,
            agreements: fact.agreements.map(({ agreement }) => agreement),
            unnamed: [...fact.unnamed],
          },
        }
        if (fact.unnamed.length > 0)
          return { ...shared, outcome: 'needs-information', code: 'R-11.unnamed', missing: ['agreements'] }
        if (fact.agreements.length === 0) return { outcome: 'not-applicable', code: 'R-11.noNumber' }
        if (fact.transferredTo !== null) return { ...shared, outcome: 'pass', code: 'R-11.transferred' }
        return advertiseVacantRiding
          ? { ...shared, outcome: 'pass', code: 'R-11.vacant' }
          : { ...shared, outcome: 'pass', code: 'R-11.lapses' }
      }
      default:
        return fact satisfies never
    }
  },
})
