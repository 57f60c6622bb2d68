import { defineRule, pointOf, type Verdict } from '../rule.ts'
import { published, seed } from '../sources.ts'
import { requested } from './capacityLevers.ts'

/**
 * no new provider numbers. Under the plan of 2015 none at all; since 2024 only what draws on an advertised new
 * establishment, by somebody who owns no clinic, as long as it is not given away (S_NYNED). Amounts in øre a year.
 */
export const newNumber = defineRule({
  id: 'R-01',
  version: 1,
  strength: 'binding',
  uses: ['allowNewNumbers', 'poolMode', 'poolBasisPoints', 'pool62Oere', 'pool51Oere'],
  sources: [seed('S_SEED001', 'section 3, section 4, annex 2'), published('S_NYNED')],
  levers: [requested],
  judge({ capacity }, { allowNewNumbers, poolMode }): Verdict {
    const pool = capacity?.pool ?? null
    if (pool === null) return { outcome: 'not-applicable', code: 'R-01.noNewNumber' }
    const { specialty, advertisedOere, allocatedOere, requestedOere, place } = pool
    const applicant = capacity?.owners[0]
    const owned = applicant?.clinicsBefore ?? null
    const leftOere = advertisedOere === null ? null : advertisedOere - allocatedOere
    const over = leftOere === null || requestedOere === null ? null : requestedOere - leftOere
    const oere = (key: string, value: number | null, limit?: number | null) => ({
      key,
      value,
      unit: 'oere' as const,
      specialty,
      ...(limit === undefined ? {} : { limit }),
    })
    const shared = {
      measured: [
        ...(poolMode ? [oere('poolAdvertised', advertisedOere), oere('poolAllocated', allocatedOere)] : []),
        ...(poolMode ? [oere('poolRequested', requestedOere, leftOere)] : []),
        ...(poolMode ? [{ key: 'clinicsOwned', value: owned, unit: 'count' as const, limit: 0 }] : []),
      ],
      inputs: [...pool.inputs, ...(applicant?.inputs ?? [])],
      evidence: [
        ...(place === null ? [] : pointOf(place, 'new')),
        ...(place === null || place.municipality === null
          ? []
          : [{ kind: 'municipality' as const, role: 'gains', code: place.municipality }]),
      ],
      params: {
        specialty,
        leftOere: leftOere ?? '',
        requestedOere: requestedOere ?? '',
        overOere: over ?? '',
        count: owned ?? '',
      },
    }
    if (allowNewNumbers) return { ...shared, outcome: 'pass', code: 'R-01.allowed' }
    if (!poolMode) return { ...shared, outcome: 'breach', code: 'R-01.none' }
    if (requestedOere === null) return { ...shared, outcome: 'breach', code: 'R-01.noPool' }
    if (advertisedOere === null) return { ...shared, outcome: 'breach', code: 'R-01.notAdvertised' }
    if (over !== null && over > 0) return { ...shared, outcome: 'breach', code: 'R-01.exceeded' }
    if (owned === null)
      return { ...shared, outcome: 'needs-information', code: 'R-01.unknown', missing: ['applicantOwnership'] }
    if (owned > 0) return { ...shared, outcome: 'breach', code: 'R-01.owner' }
    return { ...shared, outcome: 'pass', code: 'R-01.withinPool' }
  },
})
