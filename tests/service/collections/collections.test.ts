import { afterAll, describe, expect, test } from 'vitest'
import { collections } from '#service/collections/catalogue'
import type { BBox, Collection } from '#service/collections/collection'
import { address, at, clinicIn, moved, publicScope, viewsOf, world } from '../queries/register.ts'

const register = viewsOf([
  ...clinicIn('skanderborg', 'k-1', '100001'),
  ...clinicIn('aarhus', 'k-2', '100002').map((event) => ({ ...event, metadata: { synthetic: true as const } })),
  {
    type: 'ClinicRegistered',
    stream: 'clinic-k-3',
    from: '2005-01-01',
    data: { clinic: 'k-3', name: 'Uden adresse', cvr: null, formOfPractice: 'solo' },
  },
  {
    type: 'CompetenceDocumented',
    stream: 'competence-p-100002',
    from: '2020-01-01',
    data: {
      person: 'p-100002',
      target: { kind: 'family', id: 'f-1' },
      issuer: 'x',
      issuedOn: '2020-01-01',
      expiresOn: '2026-06-30',
      evidenceRef: null,
    },
  },
  {
    type: 'RidingSchoolRegistered',
    stream: 'ridingSchool-s-1',
    from: '2006-01-01',
    data: { school: 's-1', name: 'Rideskolen', address: address('skanderborg') },
  },
  {
    type: 'MunicipalOfferPublished',
    stream: 'municipalOffer-0746',
    from: '2025-01-01',
    data: {
      municipality: '0746',
      document: 'Kvalitetsstandard',
      offerVersion: '2',
      services: [
        { service: 'group', included: 'yes', condition: null },
        { service: 'riding', included: 'no', condition: null },
      ],
      settings: ['trainingRoom'],
      places: [{ place: 'center', name: 'Træningscenter', address: address('skanderborg') }],
      hours: 'weekdaysDaytime',
      referralMonths: 12,
      remarks: null,
      source: null,
    },
  },
  moved('k-1', 'skanderborg', 'aarhus', '2026-06-01'),
])
afterAll(() => register.views.close())

function features(id: string, on: string, within?: BBox) {
  const collection = collections.find((one) => one.id === id)
  if (collection === undefined) throw new Error(`no collection ${id}`)
  return [...collection.features(register.views, at(on), publicScope, world, within)]
}

/** Around Aarhus, not Skanderborg. */
const aarhus: BBox = [10.1, 56.1, 10.3, 56.2]

describe.each(collections.map((collection): [string, Collection] => [collection.id, collection]))(
  '%s',
  (id, collection) => {
    test('features keep what their properties promise, and a whole number of their own', () => {
      const found = features(id, '2026-01-01')
      expect(found.length).toBeGreaterThan(0)
      const ids = found.map((feature) => Number(feature.id))
      expect(ids.every((number) => Number.isInteger(number) && number > 0)).toBe(true)
      expect(ids).toEqual([...new Set(ids)].toSorted((a, b) => a - b))
      for (const { properties } of found) {
        collection.properties.parse(properties)
        expect(Object.keys(properties ?? {}).toSorted()).toEqual(Object.keys(collection.properties.shape).toSorted())
        expect(properties).toMatchObject({ synthetic: true })
      }
    })

    test('a box holds what lies in it and nothing else', () => {
      const all = features(id, '2026-01-01')
      const here = features(id, '2026-01-01', aarhus)
      expect(here.length).toBeLessThan(all.length)
      expect(features(id, '2026-01-01', [7, 54, 16, 58])).toEqual(all)
      expect(features(id, '2026-01-01', [8.9, 54.1, 8.95, 54.15])).toEqual([])
    })
  },
)

test('a clinic keeps its id when it moves, and is drawn where it is on the date', () => {
  const of = (on: string) => features('clinics', on).find(({ properties }) => properties?.clinic === 'k-1')
  expect(of('2026-05-31')?.geometry).toEqual({ type: 'Point', coordinates: [9.93, 56.04] })
  expect(of('2026-06-01')?.geometry).toEqual({ type: 'Point', coordinates: [10.2, 56.15] })
  expect(of('2026-06-01')?.id).toBe(of('2026-05-31')?.id)
})

test('a clinic without a point is not put anywhere', () => {
  expect(features('clinics', '2026-01-01').map(({ properties }) => properties?.clinic)).toEqual(['k-1', 'k-2'])
})

test('a documented competence shows until it expires', () => {
  const of = (on: string) =>
    features('clinics', on).find(({ properties }) => properties?.clinic === 'k-2')?.properties?.documented
  expect([of('2019-12-31'), of('2026-06-30'), of('2026-07-01')]).toEqual([false, true, false])
})

test('a municipal offer says what it includes and what it excludes, and is no clinic (R-34)', () => {
  const [offer] = features('municipalOffers', '2026-01-01')
  expect(offer?.properties).toMatchObject({ offeredBy: '0746', included: 'group', excluded: 'riding' })
  expect(features('municipalOffers', '2024-12-31')).toEqual([])
  expect(features('clinics', '2026-01-01')).toHaveLength(2)
})

test('municipalities have their code as id, and leave the findings of the asker out', () => {
  const greve = features('municipalities', '2026-01-01').find(({ id }) => id === 253)
  expect(greve?.properties).toMatchObject({ code: '0253', name: 'Greve', capacity: 0 })
  expect(greve?.properties).not.toHaveProperty('findings')
  expect(features('municipalities', '2026-01-01', aarhus).map(({ id }) => id)).toContain(751)
})
