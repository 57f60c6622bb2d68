import { describe, expect, it } from 'vitest'
import type { z } from 'zod'
import type { views } from '#api/contract'
import { running } from './running.ts'

const service = await running()
const secretariat = await service.signIn('sekretariat-1082')
const committee = await service.signIn('udvalg-1082')

type FollowUp = z.infer<typeof views.followUp.response>

const figures = (known: object) => ({
  patients: null,
  groupServices: null,
  individualServices: null,
  homeServices: null,
  progressivePatients: null,
  progressiveIndividualServices: null,
  oere: null,
  priceLevelYear: 2024,
  ...known,
})
const report = (about: object, known: object, given: object = {}) =>
  service.send(
    'report-activity',
    {
      about,
      region: '1082',
      period: '2025',
      specialty: '62',
      figures: figures(known),
      published: [],
      source: 'Udtræk',
      ...given,
    },
    { headers: secretariat },
  )
const clinic = (id: string) => ({ level: 'clinic', id })
const municipality = (id: string) => ({ level: 'municipality', id })

async function ask(headers: Record<string, string>, params = '') {
  const answer = await service.app.inject({ url: `/api/views/follow-up?region=1082&period=2025${params}`, headers })
  return { status: answer.statusCode, body: answer.body, data: JSON.parse(answer.body) as FollowUp }
}

const sent = [
  // Mean of the four: 12,000 kr; the first is exactly a tenth above it.
  await report(clinic('k-0'), { patients: 100, oere: 132_000_000 }),
  await report(clinic('k-1'), { patients: 100, oere: 108_000_000 }),
  await report(clinic('k-3'), { patients: 3, oere: 3_600_000 }),
  await report(clinic('k-4'), { patients: null, oere: 77_700_000 }),
  await report(municipality('0661'), {
    groupServices: 400,
    individualServices: 600,
    homeServices: 75,
    patients: 103,
    oere: 1,
  }),
  await report(municipality('0751'), {
    groupServices: 500,
    individualServices: 500,
    homeServices: 45,
    patients: 100,
    oere: 2,
  }),
  await report({ level: 'region', id: '1082' }, { groupServices: 900, individualServices: 1100, homeServices: 120 }),
]

describe('who may report', () => {
  it('the region reports its own; every report was taken', () => {
    expect(sent.map(({ statusCode, body }) => [statusCode, statusCode >= 300 ? body : ''])).toEqual(
      sent.map(() => [200, '']),
    )
  })

  it('not another region’s clinic, municipality or sums, nor the country’s, whatever region it says', async () => {
    const codes = await Promise.all([
      report(clinic('k-2'), { patients: 1 }),
      report(municipality('0101'), { patients: 1 }),
      report({ level: 'region', id: '1083' }, { patients: 1 }),
      report({ level: 'nation', id: 'dk' }, { patients: 1 }, { region: null }),
      report(clinic('k-0'), { patients: 1 }, { region: '1083' }),
    ])
    expect(codes.map(({ statusCode }) => statusCode)).toEqual([403, 403, 403, 403, 403])
  })

  it('nobody but secretariat and registrar, and a review is the region’s own', async () => {
    const body = { about: clinic('k-0'), region: '1082', period: '2025', specialty: '62' }
    const as = async (userId: string, path: string) =>
      (await service.send(path, body, { headers: await service.signIn(userId) })).statusCode
    expect(await as('udvalg-1082', 'report-activity')).toBe(403)
    expect(await as('kommune-0661', 'report-activity')).toBe(403)
    expect(await as('planlaegger-1082', 'open-control-review')).toBe(403)
    expect((await service.send('report-activity', body)).statusCode).toBe(401)
  })
})

describe('who may see economics', () => {
  it('committee and secretariat of the region see the statistics: exactly a tenth above is examined', async () => {
    for (const headers of [secretariat, committee]) {
      const { data } = await ask(headers)
      expect(data.whole).toBe(true)
      expect(data.control.mean).toEqual({ averageOere: 1_200_000, patients: 203 })
      const row = (id: string) => data.control.rows.find(({ about }) => about.id === id)
      expect(row('k-0')?.finding).toMatchObject({ code: 'R-21.examine', params: { deviationPermille: 100 } })
      expect(row('k-1')?.finding).toMatchObject({ outcome: 'pass' })
      expect(row('k-4')).toMatchObject({
        averageOere: null,
        finding: { outcome: 'needs-information', missing: ['patients'] },
      })
      expect(data.rules.find(({ rule }) => rule === 'R-21')?.parameters).toEqual({
        controlThresholdPercent: 10,
        controlMinPatients: 10,
      })
    }
  })

  it('fewer than five patients are hidden, with what they could be worked out from', async () => {
    const { data } = await ask(secretariat)
    const row = data.control.rows.find(({ about }) => about.id === 'k-3')
    expect(row).toMatchObject({ patients: { value: null, hidden: true }, averageOere: null, oere: 3_600_000 })
    expect(row?.finding?.measured.map(({ value }) => value)).toEqual([null])
  })

  it('another region, a planner and the public do not', async () => {
    expect((await ask(await service.signIn('sekretariat-1083'))).status).toBe(404)
    expect((await ask(await service.signIn('udvalg-1085'))).status).toBe(404)
    expect((await ask(await service.signIn('planlaegger-1082'))).status).toBe(403)
    expect((await ask({})).status).toBe(401)
    expect((await ask(await service.signIn('kommune-0101'))).status).toBe(404)
  })

  it('a municipality sees its own sums and nothing else', async () => {
    const { data, body } = await ask(await service.signIn('kommune-0661'))
    expect(data.whole).toBe(false)
    expect(data.groups.map(({ municipality: code }) => code)).toEqual(['0661'])
    expect(data.home).toMatchObject([
      { municipality: '0661', finding: { code: 'R-25.examine', params: { timesHundredths: 125 } } },
    ])
    expect(new Set(data.halfYears.rows.map(({ municipality: code }) => code))).toEqual(new Set(['0661']))
    expect([data.control.rows, data.ceilings, data.small, data.level.quotes, data.yearly]).toEqual([[], [], [], [], []])
    for (const secret of ['0751', 'k-0', '132000000']) expect(body).not.toContain(secret)
  })

  it('reports are not among the events of anybody else, and of nobody’s do the figures stand there', async () => {
    const events = async (headers: Record<string, string>) => {
      const { body } = await service.app.inject({ url: '/api/views/events?type=ActivityReportReceived', headers })
      return body
    }
    expect(await events(secretariat)).toContain('ActivityReportReceived')
    expect(await events(secretariat)).not.toContain('132000000')
    for (const userId of ['sekretariat-1083', 'kommune-0661', 'planlaegger-1082'])
      expect(JSON.parse(await events(await service.signIn(userId))).rows).toEqual([])
  })
})

describe('reviews', () => {
  const about = { about: clinic('k-0'), region: '1082', period: '2025', specialty: '62', rule: 'R-21' }
  const open = (given: object = {}, headers = secretariat) =>
    service.send(
      'open-control-review',
      { ...about, effectiveFrom: '2026-04-08', reason: 'Klinikken er spurgt', ...given },
      { headers },
    )
  const close = (given: object = {}, headers = secretariat) =>
    service.send(
      'close-control-review',
      { ...about, effectiveFrom: '2026-06-10', conclusion: 'explained', reason: 'Mange tungt ramte', ...given },
      { headers },
    )
  const ofClinic = async (params = '') => {
    const { data } = await ask(secretariat, params)
    return { reviews: data.reviews, row: data.control.rows.find(({ about: { id } }) => id === 'k-0') }
  }

  it('there are none at first; one cannot be opened by others, of what was not reported or on a day to come', async () => {
    expect((await ofClinic()).reviews).toEqual([])
    const answers = [
      await open({}, await service.signIn('kommune-0661')),
      await open({}, await service.signIn('sekretariat-1083')),
      await open({ specialty: '51' }),
      await open({ effectiveFrom: '2099-01-01' }),
      await close(),
    ]
    expect(answers.map(({ statusCode, body }) => [statusCode, JSON.parse(body).code])).toEqual([
      [403, 'request.forbidden'],
      [403, 'request.forbidden'],
      [409, 'activity.notReported'],
      [409, 'activity.reviewToCome'],
      [409, 'activity.noOpenReview'],
    ])
  })

  it('an open one tells what was found, when and why, whatever period is looked at', async () => {
    expect((await open()).statusCode).toBe(200)
    expect((await open({ reason: 'Igen' })).json().code).toBe('activity.reviewExists')
    const told = {
      about: clinic('k-0'),
      period: '2025',
      specialty: '62',
      rule: 'R-21',
      openedOn: '2026-04-08',
      reason: 'Klinikken er spurgt',
      closedOn: null,
      conclusion: null,
      closingReason: null,
      found: { code: 'R-21.underReview', params: { deviationPermille: 100 } },
    }
    for (const params of ['', '&specialty=51']) {
      const { reviews } = await ofClinic(params)
      expect(reviews).toMatchObject([told])
    }
    const { row } = await ofClinic()
    expect(row?.finding?.code).toBe('R-21.underReview')
    expect(row?.reviews).toMatchObject([{ rule: 'R-21', closedOn: null }])
  })

  it('closed, it keeps why it was opened beside what came of it; before that day it still is open', async () => {
    expect((await close({ effectiveFrom: '2026-04-07' })).json().code).toBe('activity.closedBeforeOpened')
    expect((await close({}, committee)).statusCode).toBe(200)
    const { reviews, row } = await ofClinic()
    expect(reviews).toMatchObject([
      {
        reason: 'Klinikken er spurgt',
        closedOn: '2026-06-10',
        conclusion: 'explained',
        closingReason: 'Mange tungt ramte',
        found: { outcome: 'pass', code: 'R-21.explained' },
      },
    ])
    expect(row?.finding?.code).toBe('R-21.explained')
    const before = await ofClinic('&asOf=2026-06-09')
    expect(before.reviews).toMatchObject([{ closedOn: null, closingReason: null }])
    expect((await close({ reason: 'Anden grund' })).json().code).toBe('activity.noOpenReview')
  })

  it('a municipality is told of none', async () => {
    const { data, body } = await ask(await service.signIn('kommune-0661'))
    expect(data.reviews).toEqual([])
    expect(body).not.toContain('Klinikken er spurgt')
  })
})

describe('as of', () => {
  it('a correction is seen from when it was recorded; a period that was not over is not there yet', async () => {
    const early = await service.app.inject({
      url: '/api/views/follow-up?region=1082&asOf=2025-12-31',
      headers: secretariat,
    })
    expect(JSON.parse(early.body)).toMatchObject({ period: null, periods: [] })
    const before = await service.app.inject({
      url: '/api/views/follow-up?region=1082&period=2025&asKnownAt=2026-11-21',
      headers: secretariat,
    })
    expect(JSON.parse(before.body).control.rows).toEqual([])
  })

  it('a bad period and a bad specialty are refused by name', async () => {
    for (const params of ['&period=2025-H3', '&specialty=61', '&region=1090']) {
      const { statusCode } = await service.app.inject({
        url: `/api/views/follow-up?region=1082${params}`,
        headers: secretariat,
      })
      expect([params, statusCode]).toEqual([params, 400])
    }
  })
})
