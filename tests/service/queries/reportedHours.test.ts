import { describe, expect, test } from 'vitest'
import { reportedHours } from '#service/queries/facts/reportedHours'
import { ridingLedger } from '#service/queries/ridingLedger'
import type { Given } from '../projections/givenEvents.ts'
import { midtjylland } from '../rules/facts.ts'
import { at, viewsOf, world } from './register.ts'

const agreement = (type: Given['type'], from: string, data: Given['data']): Given => ({
  type,
  stream: 'ridingAgreement-ra-1',
  from,
  data,
})
const register: readonly Given[] = [
  agreement('RidingAgreementRequested', '2024-01-01', {
    agreement: 'ra-1',
    school: 'skole-1',
    therapist: 'p-1',
    provider: '100001',
    hoursTenths: 80,
  }),
  agreement('RidingAgreementPermitted', '2024-01-01', { hoursTenths: 80, conditions: null }),
]
const figures = {
  patients: null,
  groupServices: null,
  individualServices: null,
  homeServices: null,
  progressivePatients: null,
  progressiveIndividualServices: null,
  oere: null,
  priceLevelYear: 2025,
}
const report = (period: string, hoursTenths: number | null, specialty = '57'): Given => ({
  type: 'ActivityReportReceived',
  stream: `activity-agreement-ra-1.${period}`,
  from: `${period.slice(0, 4)}-01-01`,
  data: {
    about: { level: 'agreement', id: 'ra-1' },
    region: '1082',
    period,
    specialty,
    figures: { ...figures, hoursTenths },
    published: [],
    source: 'Udtræk',
  },
})

function hoursOn(date: string, given: readonly Given[]) {
  const { views } = viewsOf([...register, ...given])
  const moment = at(date)
  const before = ridingLedger(views, moment)
  const setting = { views, at: moment, before, after: before, on: moment.effectiveOn, world }
  return reportedHours(
    { ...setting, region: midtjylland, approved: new Set() },
    { agreement: 'ra-1', school: 'skole-1' },
  )
}

describe('R-13: reported hours of an agreement', () => {
  test('R-13: the last period that was over on the date, both riding specialties together', () => {
    const given = [report('2025', 90), report('2026-H1', 80), report('2026-H1', 30, '65'), report('2026-H2', 200)]
    expect(hoursOn('2026-11-22', given)).toMatchObject({ period: '2026-H1', hoursTenths: 110, permittedTenths: 80 })
    expect(hoursOn('2026-06-30', given)).toMatchObject({ period: '2025', hoursTenths: 90 })
    expect(hoursOn('2025-12-31', given)).toBeNull()
  })

  test('R-13: the most that was permitted in the period; a later permission does not cover it', () => {
    const more = agreement('RidingAgreementPermitted', '2026-07-01', { hoursTenths: 120, conditions: null })
    expect(hoursOn('2027-01-15', [report('2026-H1', 110), more])?.permittedTenths).toBe(80)
    expect(hoursOn('2027-01-15', [report('2026', 110), more])?.permittedTenths).toBe(120)
  })

  test('R-13: a report without hours says nothing of them, and a time before any permission is not known to have one', () => {
    expect(hoursOn('2026-11-22', [report('2026-H1', null)])).toBeNull()
    expect(hoursOn('2026-11-22', [report('2023', 50)])?.permittedTenths).toBeNull()
  })
})
