import { expect, test } from 'vitest'
import { subsidyOere } from '#service/queries/facts/subsidy'
import { at, viewsOf } from './register.ts'

const figures = {
  patients: null,
  groupServices: null,
  individualServices: null,
  homeServices: null,
  progressivePatients: null,
  progressiveIndividualServices: null,
  priceLevelYear: 2024,
}
const report = (period: string, oere: number | null, specialty = '62') => ({
  type: 'ActivityReportReceived' as const,
  stream: `activity-clinic-k-1.${period}`,
  from: `${period.slice(0, 4)}-01-01`,
  data: {
    about: { level: 'clinic', id: 'k-1' },
    region: '1082',
    period,
    specialty,
    figures: { ...figures, oere },
    published: [],
    source: 'Udtræk',
  },
})

test('R-08 looks at the last whole year that was over, of its own clinic and specialty; unknown is null', () => {
  const { views } = viewsOf([
    report('2024', 100),
    report('2025', 200),
    report('2026-H1', 300),
    report('2025', null, '51'),
  ])
  const of = { clinic: 'k-1', specialty: '62' as const }
  expect(subsidyOere(views, at('2026-11-22'), of)).toBe(200)
  expect(subsidyOere(views, at('2025-12-31'), of)).toBe(100)
  expect(subsidyOere(views, at('2024-12-31'), of)).toBeNull()
  expect(subsidyOere(views, at('2026-11-22'), { ...of, specialty: '51' })).toBeNull()
  expect(subsidyOere(views, at('2026-11-22'), { ...of, clinic: 'k-2' })).toBeNull()
})
