import { defineRule, pointOf, type Verdict } from '../rule.ts'
import { assumption, published, seed } from '../sources.ts'
import { turnover } from './capacityLevers.ts'

/**
 * employment under section 24 has a turnover ceiling, and the turnover stays under it. To 2023-12-31 only: ceilings
 * lapsed with the agreement of 2024 (S_NYOK). Amounts in øre a year; what is over is said in tenths of a percent too.
 */
export const turnoverCeiling = defineRule({
  id: 'R-07',
  version: 1,
  strength: 'binding',
  uses: ['regime', 'ceilingRequired', 'ceilingBasisPercent'],
  sources: [
    seed('S_SEED001', 'section 3, section 4, annex 2'),
    published('S_NYOK', 'abolished from 2024-01-01'),
    assumption('ceilingBasisPercent'),
  ],
  levers: [turnover],
  judge({ capacity }, { regime, ceilingRequired, ceilingBasisPercent }): Verdict {
    const facts = capacity?.employment ?? null
    if (facts === null) return { outcome: 'not-applicable', code: 'R-07.noEmployment' }
    if (regime !== 'HOURS') return { outcome: 'not-applicable', code: 'R-07.abolished' }
    const { number, employees, ceilingOere, turnoverLast12Oere, turnoverThisYearOere, place } = facts
    const basis = turnoverLast12Oere === null ? null : Math.round((turnoverLast12Oere * ceilingBasisPercent) / 100)
    const over = ceilingOere === null || turnoverThisYearOere === null ? null : turnoverThisYearOere - ceilingOere
    const missing = [
      ...(ceilingOere === null && ceilingRequired ? ['ceiling'] : []),
      ...(ceilingOere === null && ceilingRequired && basis === null ? ['turnoverLast12'] : []),
      ...(turnoverThisYearOere === null ? ['turnoverThisYear'] : []),
    ]
    const shared = {
      missing,
      measured: [
        { key: 'turnover', value: turnoverThisYearOere, unit: 'oere' as const, limit: ceilingOere },
        { key: 'ceilingBasis', value: basis, unit: 'oere' as const },
        { key: 'employees', value: employees, unit: 'count' as const },
      ],
      inputs: facts.inputs,
      evidence: place === null ? [] : pointOf(place, 'clinic'),
      params: {
        number,
        count: employees,
        missing,
        ceilingOere: ceilingOere ?? '',
        turnoverOere: turnoverThisYearOere ?? '',
        overOere: over ?? '',
        overPermille:
          over === null || ceilingOere === null || ceilingOere === 0 ? '' : Math.round((over * 1000) / ceilingOere),
      },
    }
    if (over !== null && over > 0) return { ...shared, outcome: 'breach', code: 'R-07.over' }
    if (missing.length > 0) return { ...shared, outcome: 'needs-information', code: 'R-07.unknown' }
    return ceilingOere === null
      ? { ...shared, outcome: 'pass', code: 'R-07.notRequired' }
      : { ...shared, outcome: 'pass', code: 'R-07.under' }
  },
})
