import { describe, expect, it } from 'vitest'
import { syddanmark2023 } from '../rules/section2Figures.ts'
import { holstebro, running } from './running.ts'

const service = await running()
const { app } = service
const people = {
  holstebro: await service.signIn('kommune-0661'),
  aarhus: await service.signIn('kommune-0751'),
  secretariat: await service.signIn('sekretariat-1082'),
  otherSecretariat: await service.signIn('sekretariat-1084'),
  committee: await service.signIn('udvalg-1082'),
  planner: await service.signIn('planlaegger-1082'),
}
type Person = keyof typeof people

const offer = {
  municipality: '0661',
  effectiveFrom: '2026-11-01',
  document: 'Kvalitetsstandard',
  offerVersion: '1',
  services: [{ service: 'group', included: 'yes', condition: null }],
  settings: ['trainingRoom'],
  places: [{ place: 'center', name: 'Træningscenter', address: holstebro }],
  hours: 'weekdaysDaytime',
  referralMonths: null,
  remarks: null,
  source: null,
}
const entry = {
  municipality: '0661',
  effectiveFrom: '2026-11-01',
  department: 'health',
  name: null,
  locationNumber: '5790000000005',
  phone: '00 00 00 01',
  mail: null,
  phoneHours: null,
}
const proposal = {
  region: '1082',
  effectiveFrom: '2026-11-01',
  donorRegion: '1083',
  figures: syddanmark2023,
  basis: 'population',
  activityFee: null,
  source: null,
}

const status = async (command: string, body: object, person: Person) =>
  (await service.send(command, body, { headers: people[person] })).statusCode

describe('a municipality publishes what is its own', () => {
  it('its offer and its contacts, and nobody else’s', async () => {
    expect(await status('publish-municipal-offer', offer, 'holstebro')).toBe(200)
    expect(await status('set-contact-entry', entry, 'holstebro')).toBe(200)
    for (const body of [offer, { ...offer, offerVersion: '2' }])
      expect(await status('publish-municipal-offer', body, 'aarhus')).toBe(403)
    expect(await status('set-contact-entry', entry, 'aarhus')).toBe(403)
    expect(
      await status(
        'confirm-contact-entry',
        { municipality: '0661', department: 'health', effectiveFrom: '2026-11-22' },
        'aarhus',
      ),
    ).toBe(403)
  })

  it('its region’s secretariat may write it down for it; another region’s, the committee and planners may not', async () => {
    const next = { ...offer, offerVersion: '3', effectiveFrom: '2026-11-02' }
    expect(await status('publish-municipal-offer', next, 'otherSecretariat')).toBe(403)
    expect(await status('publish-municipal-offer', next, 'committee')).toBe(403)
    expect(await status('publish-municipal-offer', next, 'planner')).toBe(403)
    expect(await status('publish-municipal-offer', next, 'secretariat')).toBe(200)
    expect(await status('set-contact-entry', { ...entry, mail: 'a@b.dk' }, 'otherSecretariat')).toBe(403)
  })

  it('its offer is everybody’s to read and on the map; its contacts are for those who are signed in', async () => {
    const offers = (await app.inject('/api/views/municipal-offers?municipality=0661')).json()
    expect(offers.offers[0]).toMatchObject({ municipality: '0661', offerVersion: '3' })
    expect((await app.inject('/api/views/contacts?municipality=0661')).statusCode).toBe(401)
    const read = await app.inject({ url: '/api/views/contacts?municipality=0661', headers: people.aarhus })
    expect(read.json().filled).toEqual({ of: 27, at: 2 })
  })

  it('a phone number does not come to the public by way of the events', async () => {
    const { events } = (await app.inject('/api/views/municipality?code=0661')).json()
    expect(JSON.stringify(events)).not.toContain('00 00 00 01')
    expect(events.map(({ type }: { type: string }) => type)).toContain('MunicipalOfferPublished')
    const own = await app.inject({ url: '/api/views/municipality?code=0661', headers: people.holstebro })
    expect(own.json().events.map(({ type }: { type: string }) => type)).toContain('ContactEntrySet')
    const other = await app.inject({ url: '/api/views/municipality?code=0661', headers: people.aarhus })
    expect(JSON.stringify(other.json().events)).not.toContain('00 00 00 01')
  })
})

describe('a section-2 agreement', () => {
  it('is proposed by the region’s planner and secretariat, adopted by its committee', async () => {
    expect(await status('propose-section2-agreement', proposal, 'planner')).toBe(200)
    expect(await status('propose-section2-agreement', { ...proposal, basis: 'seed' }, 'secretariat')).toBe(200)
    expect(await status('propose-section2-agreement', proposal, 'holstebro')).toBe(403)
    expect(await status('propose-section2-agreement', proposal, 'otherSecretariat')).toBe(403)
    const adopt = { region: '1082', effectiveFrom: '2027-01-01', basis: 'population', documentRef: null }
    expect(await status('adopt-section2-agreement', adopt, 'planner')).toBe(403)
    expect(await status('adopt-section2-agreement', adopt, 'committee')).toBe(200)
  })

  it('R-33: the calculator takes figures by the address and names what is out of its range', async () => {
    const { startUpOere: _, ...figures } = syddanmark2023
    const search = (change: object) =>
      new URLSearchParams(Object.entries({ region: '1082', ...figures, ...change }).map(([k, v]) => [k, String(v)]))
    const answer = await app.inject(`/api/views/section2-calculator?${search({})}`)
    expect(answer.json()).toMatchObject({ seed: { therapists: 27 }, population: { therapists: 31 } })
    const wrong = await app.inject(`/api/views/section2-calculator?${search({ donorPatients: 0 })}`)
    expect(wrong.statusCode).toBe(400)
    expect(wrong.body).toContain('donorPatients')
    expect((await app.inject(`/api/views/section2-calculator?${search({ donorServices: 1.5 })}`)).statusCode).toBe(400)
  })
})
