import type { MunicipalityCode } from '#events/identifiers'
import type { Address } from '#events/place'
import type { CaseFacts } from '../facts.ts'
import { defineRule, isPlaced, type Verdict } from '../rule.ts'
import { assumption, seed } from '../sources.ts'

interface Ends {
  readonly from: Address | null
  readonly to: Address | null
}

/**
 * Where clinic capacity leaves and comes: of a relocation, of new capacity, of an extra address in another municipality.
 * Null for a case that moves none.
 */
function endsOf({ relocation, capacity }: CaseFacts): Ends | null {
  if (relocation !== null) return relocation
  const { pool = null, shift = null } = capacity ?? {}
  if (pool !== null) return { from: pool.place, to: pool.place }
  return shift !== null && shift.from?.municipality !== shift.to?.municipality ? shift : null
}

/**
 * Municipalities that a case involves, ascending, each once: of the old and of the new address, and in a riding case of
 * every coverage area that it touches, in a proposal those that its changes are about.
 */
function involvedIn({ riding, proposal }: CaseFacts, ends: Ends | null): MunicipalityCode[] {
  const { from = null, to = null, areas = [] } = riding?.involved ?? {}
  const codes = [
    ends?.from?.municipality ?? null,
    ends?.to?.municipality ?? null,
    from,
    to,
    ...areas.map(({ municipality }) => municipality),
    ...(proposal?.municipalities ?? []),
  ]
  return [...new Set(codes.filter((code) => code !== null))].toSorted()
}

/** Involved municipalities that lie in another region than the case's: heard there as well. */
function acrossTheBorder({ riding, region }: CaseFacts): MunicipalityCode[] {
  const areas = riding?.involved?.areas ?? []
  return areas.filter((one) => one.region !== null && one.region !== region).map(({ municipality }) => municipality)
}

/** What is not known and decides who is involved. */
function missingIn({ riding, proposal }: CaseFacts, ends: Ends | null): string[] {
  if (proposal !== undefined) return []
  const involved = riding?.involved ?? null
  const isKnown = (end: Address | null) => end !== null && isPlaced(end)
  const isFromKnown = ends === null ? involved?.from !== null : isKnown(ends.from)
  const isToKnown = ends === null ? involved?.to !== null : isKnown(ends.to)
  return [
    ...(isFromKnown ? [] : ['fromMunicipality']),
    ...(isToKnown ? [] : ['toMunicipality']),
    ...(involved === null || involved.areasKnown ? [] : ['area']),
  ]
}

/** Whether a case hears anybody: every riding case, and one that moves capacity where the plan hears those. */
export function mustHear(facts: CaseFacts, hearCapacityCases: boolean): boolean {
  const isRiding = facts.riding !== null && facts.riding.involved !== null
  const isAboutCapacity = endsOf(facts) !== null || (facts.proposal?.municipalities.length ?? 0) > 0
  return isRiding || (hearCapacityCases && isAboutCapacity)
}

/**
 * involved municipalities are always heard. Binding for riding cases by the plan; for other cases about capacity
 * good practice (ASSUMPTION, switched by `hearCapacityCases`), therefore a principle there. Whom a person decided not to
 * ask is named.
 */
export const involvedMunicipalities = defineRule({
  id: 'R-18',
  version: 4,
  strength: 'principle',
  uses: ['hearCapacityCases'],
  sources: [seed('S_SEED001', 'section 3, section 4'), assumption('hearCapacityCases')],
  judge(facts, { hearCapacityCases }): Verdict {
    const { riding, consultations } = facts
    const ends = endsOf(facts)
    const isRiding = riding !== null && riding.involved !== null
    if (!mustHear(facts, hearCapacityCases)) return { outcome: 'not-applicable', code: 'R-18.notHeard' }
    const involved = involvedIn(facts, ends)
    const across = acrossTheBorder(facts)
    const stateOf = (code: MunicipalityCode) =>
      consultations.find(({ municipality }) => municipality === code)?.state ?? 'not-sent'
    const open = involved.filter((code) => stateOf(code) === 'not-sent' || stateOf(code) === 'sent')
    const exempt = involved.filter((code) => stateOf(code) === 'not-required')
    const heard = involved.length - open.length - exempt.length
    const missing = missingIn(facts, ends)
    const shared = {
      ...(isRiding ? { strength: 'binding' as const } : {}),
      measured: [
        { key: 'involved', value: involved.length, unit: 'count' as const },
        { key: 'heard', value: heard, unit: 'count' as const, limit: involved.length },
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
        heard,
        of: involved.length,
        ...(exempt.length === 0 ? {} : { municipalitiesExempt: exempt }),
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
    if (open.length === 0)
      return { ...shared, outcome: 'pass', code: exempt.length > 0 ? 'R-18.heardOrExempt' : 'R-18.heard' }
    const code = across.length > 0 ? 'R-18.openAcross' : 'R-18.open'
    return { ...shared, outcome: 'needs-consultation', code }
  },
})
