import { describe, expect, test } from 'vitest'
import { RegionCode } from '#events/identifiers'
import { inForce, regionsHeldBy } from '#geo/hierarchy'
import { loadGeography } from '#service/geography'
import { type PoolEntry, tightestBalance } from '#service/rules/capacity/establishmentPool'
import { regionsEverTogether, regionsTogether, responsibleRegion } from '#service/rules/responsibleRegion'
import { on } from '../../given.ts'

const { areas } = loadGeography()
const code = (text: string) => RegionCode.parse(text)
const [hovedstaden, sjaelland, merged] = [code('1084'), code('1085'), code('ost')]

describe('R-41: who answers for a region’s matters', () => {
  test.each(['2026-12-31', '2027-01-01'])(
    'R-41: on %s it is the region that the catalogue of areas has then',
    (date) => {
      for (const { code: region, replaces } of areas.regions.filter((one) => one.replaces.length === 0)) {
        const holds = areas.regions.filter(
          (one) => inForce(one, date) && (one.code === region || one.replaces.includes(region)),
        )
        expect(holds.map((one) => one.code)).toEqual([responsibleRegion(code(region), on(date))])
        const responsible = responsibleRegion(code(region), on(date))
        expect(regionsTogether(code(region), on(date))).toEqual(regionsHeldBy(areas, responsible, date))
        expect(replaces).toEqual([])
      }
    },
  )

  test('R-41: Hovedstaden and Sjælland are apart to 2026-12-31 and one from 2027-01-01; nobody else ever is', () => {
    expect(regionsTogether(hovedstaden, on('2026-12-31'))).toEqual(['1084'])
    expect(regionsTogether(sjaelland, on('2027-01-01'))).toEqual(['ost', '1084', '1085'])
    expect(regionsTogether(merged, on('2027-01-01'))).toEqual(['ost', '1084', '1085'])
    expect(regionsEverTogether(hovedstaden)).toEqual(['ost', '1084', '1085'])
    expect(regionsEverTogether(code('1082'))).toEqual(['1082'])
  })
})

describe('R-01, R-41: the pool of the region in force', () => {
  const entry = (region: RegionCode, kind: PoolEntry['kind'], from: string, oere: number): PoolEntry => ({
    region,
    kind,
    from: on(from),
    oere,
  })
  const entries = [
    entry(hovedstaden, 'advertised', '2025-01-01', 500),
    entry(hovedstaden, 'awarded', '2025-06-01', 400),
    entry(sjaelland, 'advertised', '2025-01-01', 300),
    entry(merged, 'advertised', '2028-01-01', 50),
  ]
  const left = (region: RegionCode, from: string, more: readonly PoolEntry[] = []) => {
    const { advertisedOere, allocatedOere } = tightestBalance([...entries, ...more], region, on(from))
    return advertisedOere - allocatedOere
  }

  test('R-01: to the merger each has its own, from it on what is left of both is one pool, whoever asks', () => {
    expect([left(hovedstaden, '2026-12-31'), left(sjaelland, '2026-12-31')]).toEqual([100, 300])
    for (const region of [hovedstaden, sjaelland, merged]) expect(left(region, '2027-01-01')).toBe(400)
    expect(left(merged, '2028-01-01')).toBe(450)
  })

  test('R-01: what the new region gives away later is no longer there to be given by an old one before', () => {
    const later = entry(merged, 'awarded', '2027-03-01', 350)
    expect(left(hovedstaden, '2026-11-01', [later])).toBe(50)
    expect(left(sjaelland, '2026-11-01', [later])).toBe(50)
    expect(left(code('1082'), '2026-11-01', [later])).toBe(0)
  })
})
