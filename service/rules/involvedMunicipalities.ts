import type { MunicipalityCode } from '#events/identifiers'
import type { CaseFacts } from './facts.ts'
import { defineRule, isPlaced, type Verdict } from './rule.ts'
import { assumption, seed } from './sources.ts'

/** Municipalities that a case involves: of the old and of the new address, ascending, each once. */
export function involvedIn({ relocation }: CaseFacts): MunicipalityCode[] {
  if (relocation === null) return []
  const codes = [relocation.from.municipality, relocation.to.municipality].filter((code) => code !== null)
  return [...new Set(codes)].toSorted()
}

/**
 * involved municipalities are always heard. Binding for riding cases by the plan; for other cases about capacity
 * good practice (ASSUMPTION, switched by `hearCapacityCases`), therefore a principle here.
 */
export const involvedMunicipalities = defineRule({
  id: 'R-18',
  version: 1,
  strength: 'principle',
  uses: ['hearCapacityCases'],
  sources: [seed('S_SEED001', 'section 3, section 4'), assumption('hearCapacityCases')],
  judge(facts, { hearCapacityCases }): Verdict {
    const { relocation, consultations } = facts
    if (relocation === null || !hearCapacityCases) return { outcome: 'not-applicable', code: 'R-18.notHeard' }
    const involved = involvedIn(facts)
    const stateOf = (code: MunicipalityCode) =>
      consultations.find(({ municipality }) => municipality === code)?.state ?? 'not-sent'
    const open = involved.filter((code) => stateOf(code) === 'not-sent' || stateOf(code) === 'sent')
    const missing = [
      ...(isPlaced(relocation.from) ? [] : ['fromMunicipality']),
      ...(isPlaced(relocation.to) ? [] : ['toMunicipality']),
    ]
    const shared = {
      measured: [
        { key: 'involved', value: involved.length, unit: 'count' as const },
        { key: 'heard', value: involved.length - open.length, unit: 'count' as const, limit: involved.length },
      ],
      inputs: consultations.flatMap(({ inputs }) => inputs),
      evidence: involved.map((code) => ({
        kind: 'municipality' as const,
        role: 'involved',
        code,
        status: stateOf(code),
      })),
      params: { involved, open, heard: involved.length - open.length, of: involved.length },
    }
    if (missing.length > 0) return { ...shared, outcome: 'needs-information', code: 'R-18.unknown', missing }
    return open.length > 0
      ? { ...shared, outcome: 'needs-consultation', code: 'R-18.open' }
      : { ...shared, outcome: 'pass', code: 'R-18.heard' }
  },
})
