import type { MunicipalityCode } from '#events/identifiers'
import type { CaseFacts } from '../facts.ts'
import { defineRule, isPlaced, type Verdict } from '../rule.ts'
import { assumption, seed } from '../sources.ts'

/**
 * Municipalities that a case involves, ascending, each once: of the old and of the new address, and in a riding case of
 * every coverage area that it touches.
 */
function involvedIn({ relocation, riding }: Pick<CaseFacts, 'relocation' | 'riding'>): MunicipalityCode[] {
  const { from = null, to = null, areas = [] } = riding?.involved ?? {}
  const codes = [
    relocation?.from.municipality ?? null,
    relocation?.to.municipality ?? null,
    from,
    to,
    ...areas.map(({ municipality }) => municipality),
  ]
  return [...new Set(codes.filter((code) => code !== null))].toSorted()
}

/** Involved municipalities that lie in another region than the case's: heard there as well. */
function acrossTheBorder({ riding, region }: CaseFacts): MunicipalityCode[] {
  const areas = riding?.involved?.areas ?? []
  return areas.filter((one) => one.region !== null && one.region !== region).map(({ municipality }) => municipality)
}

/** What is not known and decides who is involved. */
function missingIn({ relocation, riding }: CaseFacts): string[] {
  const involved = riding?.involved ?? null
  const isFromKnown = relocation === null ? involved?.from !== null : isPlaced(relocation.from)
  const isToKnown = relocation === null ? involved?.to !== null : isPlaced(relocation.to)
  return [
    ...(isFromKnown ? [] : ['fromMunicipality']),
    ...(isToKnown ? [] : ['toMunicipality']),
    ...(involved === null || involved.areasKnown ? [] : ['area']),
  ]
}

/**
 * involved municipalities are always heard. Binding for riding cases by the plan; for other cases about capacity
 * good practice (ASSUMPTION, switched by `hearCapacityCases`), therefore a principle there.
 */
export const involvedMunicipalities = defineRule({
  id: 'R-18',
  version: 2,
  strength: 'principle',
  uses: ['hearCapacityCases'],
  sources: [seed('S_SEED001', 'section 3, section 4'), assumption('hearCapacityCases')],
  judge(facts, { hearCapacityCases }): Verdict {
    const { relocation, riding, consultations } = facts
    const isRiding = riding !== null && riding.involved !== null
    const isHeard = isRiding || (relocation !== null && hearCapacityCases)
    if (!isHeard) return { outcome: 'not-applicable', code: 'R-18.notHeard' }
    const involved = involvedIn(facts)
    const across = acrossTheBorder(facts)
    const stateOf = (code: MunicipalityCode) =>
      consultations.find(({ municipality }) => municipality === code)?.state ?? 'not-sent'
    const open = involved.filter((code) => stateOf(code) === 'not-sent' || stateOf(code) === 'sent')
    const missing = missingIn(facts)
    const shared = {
      ...(isRiding ? { strength: 'binding' as const } : {}),
      measured: [
        { key: 'involved', value: involved.length, unit: 'count' as const },
        { key: 'heard', value: involved.length - open.length, unit: 'count' as const, limit: involved.length },
      ],
      inputs: [...consultations.flatMap(({ inputs }) => inputs), ...(isRiding ? riding.inputs : [])],
      evidence: involved.map((code) => ({
        kind: 'municipality' as const,
        role: 'involved',
        code,
        status: stateOf(code),
      })),
      params: {
        involved,
        open,
        heard: involved.length - open.length,
        of: involved.length,
        ...(across.length === 0 ? {} : { municipalitiesAcross: across }),
      },
    }
    if (missing.length > 0)
      return {
        ...shared,
        outcome: 'needs-information',
        code: missing.includes('area') ? 'R-18.areaUnknown' : 'R-18.unknown',
        missing,
      }
    if (open.length === 0) return { ...shared, outcome: 'pass', code: 'R-18.heard' }
    const code = across.length > 0 ? 'R-18.openAcross' : 'R-18.open'
    return { ...shared, outcome: 'needs-consultation', code }
  },
})
