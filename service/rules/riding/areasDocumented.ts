import { defineRule, type Verdict } from '../rule.ts'
import { assumption, seed } from '../sources.ts'

/**
 * every agreement has an area, a source document and an accession date. Asked of a case, it is about the case's own
 * agreements, and the region's share stands beside; asked of the register, the share must reach the target.
 */
export const areasDocumented = defineRule({
  id: 'R-19',
  version: 2,
  strength: 'binding',
  uses: ['areaTargetPercent'],
  sources: [seed('S_SEED001', 'section 3, section 4 (clarification work)'), assumption('areaTargetPercent')],
  judge({ riding }, { areaTargetPercent }): Verdict {
    const fact = riding?.documentation ?? null
    if (fact === null) return { outcome: 'not-applicable', code: 'R-19.noAgreement' }
    const { of, documented, undocumented, own } = fact
    const lacking = own?.filter(({ lacks }) => lacks.length > 0) ?? []
    const missing = [...new Set(lacking.flatMap(({ lacks }) => lacks))]
    const shared = {
      inputs: riding?.inputs ?? [],
      measured: [
        { key: 'agreementsDocumented', value: documented, unit: 'count' as const },
        { key: 'agreementsInRegion', value: of, unit: 'count' as const },
        // Rounded down, so that a share is never said to reach a target that it does not.
        {
          key: 'documentedShare',
          value: sharePercent(documented, of),
          unit: 'share' as const,
        },
      ],
      params: {
        of,
        documented,
        percent: sharePercent(documented, of) ?? '',
        agreements: own === null ? [...undocumented] : lacking.map(({ agreement }) => agreement),
      },
    }
    if (own === null)
      return documented * 100 < areaTargetPercent * of
        ? { ...shared, outcome: 'needs-information', code: 'R-19.share', missing: ['documentation'] }
        : { ...shared, outcome: 'pass', code: 'R-19.complete' }
    if (own.length === 0)
      return { ...shared, outcome: 'needs-information', code: 'R-19.noSuchAgreement', missing: ['agreement'] }
    return lacking.length > 0
      ? { ...shared, outcome: 'needs-information', code: 'R-19.own', missing }
      : { ...shared, outcome: 'pass', code: 'R-19.ownComplete' }
  },
})

/** Whole percent, rounded down; null of none. */
function sharePercent(documented: number, of: number): number | null {
  return of === 0 ? null : Math.floor((documented * 100) / of)
}
