import { afterAll, expect, test } from 'vitest'
import { DiagnosisGroupId, MunicipalityCode } from '#events/identifiers'
import { loadGeography } from '#service/geography'
import { coverage } from '#service/queries/coverage'
import { coveragePlace } from '#service/queries/coveragePlace'
import { at, clinicIn, publicScope, viewsOf, world } from '../queries/register.ts'
import { foreignService } from './foreign.ts'

let isDown = false
const service = await foreignService({
  seconds: () => 600,
  instead: () => (isDown ? { status: 503, body: '' } : undefined),
})
afterAll(service.close)

const group = DiagnosisGroupId.parse('osteogenesis-imperfecta')
const given = [
  ...clinicIn('holstebro', 'k1', '100001'),
  {
    type: 'CompetenceDocumented',
    stream: 'competence-p-100001',
    from: '2021-06-01',
    data: {
      person: 'p-100001',
      target: { kind: 'group', id: group },
      issuer: 'Prøve',
      issuedOn: '2021-06-01',
      expiresOn: '2026-06-01',
      evidenceRef: null,
    },
  },
] as const
const asked = {
  group,
  service: 'clinic',
  max: 30,
  unit: 'minutes',
  offers: 'without',
  measure: 'share',
  k: 2,
  decay: 'step',
  exponentTenths: 20,
} as const

test('coverage is by the routing service of the settings, and wholly by the surface when that is down', async () => {
  const reach = { engine: 'valhalla', url: service.url, locations: 10_000, timeoutMs: 60_000 } as const
  const elsewhere = { ...world, geography: loadGeography({ reach }) }
  const { views } = viewsOf(given)
  const on = at('2026-01-01')
  const ask = async (by = elsewhere) => await coverage(views, on, publicScope, asked, by)
  const place = { ...asked, code: MunicipalityCode.parse('0751') }

  const byService = await ask()
  expect(byService.proof).toMatchObject({ engine: 'valhalla', instead: null })
  // Ten minutes from everywhere with roads: only those whom no road leads to are not within.
  expect(byService.total.beyond).toBe(0)
  expect(byService.total.meanCost).toBe(10)
  const near = await coveragePlace(views, on, publicScope, place, elsewhere)
  expect(near).toMatchObject({ isCovered: true, nearest: [{ id: 'k1', cost: 10 }] })

  isDown = true
  const bySurface = await ask(world)
  const instead = await ask()
  expect(instead.proof).toMatchObject({ engine: 'surface', instead: { engine: 'valhalla', failing: 'refused' } })
  expect(bySurface.proof).toMatchObject({ engine: 'surface', instead: null })
  expect(instead.rows).toEqual(bySurface.rows)
  expect(instead.total).toEqual(bySurface.total)
  const far = await coveragePlace(views, on, publicScope, place, elsewhere)
  expect(far.isCovered).toBe(false)
  expect(far.nearest[0]?.cost).toBeGreaterThan(60)
})
