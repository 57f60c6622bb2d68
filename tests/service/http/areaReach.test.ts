import { describe, expect, it } from 'vitest'
import { running } from './running.ts'

const service = await running()
const secretariat = await service.signIn('sekretariat-1082')
const committee = await service.signIn('udvalg-1082')
const planner = await service.signIn('planlaegger-1082')
const municipality = await service.signIn('kommune-0746')

const area = (kind: string, code: string) => ({ kind, code })
const target = { kind: 'group', id: 'multiple-sclerosis' }
const proposal = (of: object) => ({
  effectiveFrom: '2027-01-01',
  area: of,
  target,
  cap: 12,
  basis: 'users',
  method: 'sainteLague',
  reason: null,
})
const adoption = (of: object, count: object = {}) => ({
  ...proposal(of),
  planRef: 'Praksisplan 2027',
  documentRef: null,
  parameters: { factorHundredths: 100, rounding: 'ceil', minCap: 1, basis: 'prevalence' },
  count: { value: 300, hidden: false, asOf: '2026-01-01', source: 'Prøve', ...count },
})
const midtjylland = area('region', '1082')
type Headers = typeof secretariat
const status = async (command: string, body: object, headers: Headers) =>
  (await service.send(command, body, { headers })).statusCode

describe('a cap', () => {
  it('is proposed by planners anywhere and by a secretariat in its own region', async () => {
    expect(await status('propose-quota', proposal(midtjylland), secretariat)).toBe(200)
    expect(await status('propose-quota', proposal(area('municipality', '0746')), secretariat)).toBe(200)
    expect(await status('propose-quota', proposal(area('region', '1084')), secretariat)).toBe(403)
    expect(await status('propose-quota', proposal(area('municipality', '0101')), secretariat)).toBe(403)
    expect(await status('propose-quota', proposal(area('council', 'Et sundhedsråd')), secretariat)).toBe(403)
    expect(await status('propose-quota', proposal(area('region', '1084')), planner)).toBe(200)
    expect(await status('propose-quota', proposal(midtjylland), municipality)).toBe(403)
  })

  it('is adopted by the committee of its region, never by a planner, and only on a size that may be told', async () => {
    expect(await status('adopt-quota', adoption(midtjylland), planner)).toBe(403)
    expect(await status('adopt-quota', adoption(area('region', '1084')), committee)).toBe(403)
    expect(await status('adopt-quota', adoption(midtjylland), committee)).toBe(200)
    // Osteogenesis imperfecta is hidden in every small municipality, whatever number is sent with it.
    const rare = { ...adoption(area('municipality', '0665')), target: { kind: 'group', id: 'osteogenesis-imperfecta' } }
    const refused = await service.send('adopt-quota', rare, { headers: committee })
    expect([refused.statusCode, refused.json().code]).toEqual([409, 'quota.countHidden'])
    const nowhere = await service.send('adopt-quota', adoption(area('planningArea', 'ingen')), { headers: committee })
    expect(nowhere.statusCode).toBe(403)
  })

  it('is on the board of caps, with the plan that it is part of', async () => {
    const answer = await service.app.inject({ url: '/api/views/caps?region=1082&asOf=2027-02-01', headers: planner })
    const cell = answer.json().areas[0].cells.find(({ group }: { group: string }) => group === target.id)
    expect(cell.quota).toMatchObject({ cap: 12, status: 'adopted', planRef: 'Praksisplan 2027', governs: true })
  })
})

describe('a planning area', () => {
  const draw = (id: string, municipalities: readonly string[]) => ({
    effectiveFrom: '2026-01-01',
    area: id,
    name: `Område ${id}`,
    municipalities,
    shape: null,
  })

  it('is drawn by a secretariat inside its region only, and renamed by who may draw it', async () => {
    expect(await status('draw-planning-area', draw('vest', ['0661', '0665']), secretariat)).toBe(200)
    expect(await status('draw-planning-area', draw('tvaers', ['0661', '0101']), secretariat)).toBe(403)
    expect(await status('draw-planning-area', draw('tvaers', ['0101', '0147']), planner)).toBe(200)
    const rename = (id: string) => ({ effectiveFrom: '2026-02-01', area: id, name: 'Nyt navn' })
    expect(await status('rename-planning-area', rename('vest'), secretariat)).toBe(200)
    expect(await status('rename-planning-area', rename('tvaers'), secretariat)).toBe(403)
    expect(await status('rename-planning-area', rename('ingen'), secretariat)).toBe(403)
  })

  it('is listed to everybody, and can get caps of its own', async () => {
    const { areas } = (await service.app.inject({ url: '/api/views/planning-areas' })).json()
    expect(areas.map(({ name }: { name: string }) => name)).toEqual(['Nyt navn', 'Område tvaers'])
    expect(await status('propose-quota', proposal(area('planningArea', 'vest')), secretariat)).toBe(200)
    expect(await status('propose-quota', proposal(area('planningArea', 'tvaers')), secretariat)).toBe(403)
  })

  it('is sketched with a line in the address', async () => {
    const polygon = encodeURIComponent('14.6 54.9,15.3 54.9,15.3 55.31,14.6 55.31')
    const answer = await service.app.inject({ url: `/api/views/planning-area-sketch?polygon=${polygon}` })
    expect([answer.statusCode, answer.json().municipalities]).toEqual([200, ['0400']])
    const half = await service.app.inject({ url: '/api/views/planning-area-sketch?polygon=14.6%2054.9' })
    expect([half.statusCode, half.json().unfinished]).toEqual([200, 'fewCorners'])
    const both = await service.app.inject({
      url: `/api/views/planning-area-sketch?polygon=${polygon}&municipalities=0400`,
    })
    expect(both.statusCode).toBe(400)
  })
})

describe('a proposal', () => {
  it('is asked for over HTTP, with lists in the address', async () => {
    const asked = 'region=1082&kind=municipality&basis=prevalence&groups=parkinson&frames=parkinson:30&locked=0751/*'
    const answer = await service.app.inject({ url: `/api/views/cap-proposal?${asked}&method=adams` })
    expect([answer.statusCode, answer.json().groups?.[0]?.frame]).toEqual([200, 30])
  })
})
