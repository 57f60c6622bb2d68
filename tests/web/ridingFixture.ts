import { ridingView } from '#api/views/riding'
import type { Riding } from '../../web/pages/riding/agreements.ts'

const drawn = { whole: ['0791'], parts: [], hypothesis: false, otherRegions: [] }
const row = {
  agreement: 'ra-1',
  school: 'r-1',
  schoolName: 'Hejren',
  municipality: '0791',
  position: [9.4, 56.4],
  approved: true,
  therapist: 'p-1',
  provider: '990001',
  clinicName: 'Klinik Hejren',
  status: 'started',
  hoursTenths: 240,
  from: '2010-01-01',
  accessionDate: '2010-01-01',
  area: { kind: 'municipality', codes: ['0791'] },
  drawn,
  sourceDocument: 'Aftale',
  undocumented: [],
  minHours: 'pass',
  shortTenths: 0,
  openCases: [],
}

/** An agreement as the view gives it, checked by the contract; what is not said is an ordinary one of 24 hours. */
export function agreement(over: Readonly<Record<string, unknown>> = {}): Riding['rows'][number] {
  return riding({ rows: [{ ...row, ...over }] }).rows[0] ?? fail()
}

/** An open case that asks for 4 hours more from 2026-05-01. */
export function pendingCase(over: Readonly<Record<string, unknown>> = {}): Riding['pending'][number] {
  const one = {
    case: 'case-1',
    number: '26-0001',
    type: 'A10',
    status: 'received',
    wantedFrom: '2026-05-01',
    deltaTenths: 40,
    timeline: [{ from: '2010-01-01', to: null, hoursTenths: 6160 }],
    breaches: [],
    outcome: null,
    schools: ['r-1'],
    ...over,
  }
  return riding({ pending: [one] }).pending[0] ?? fail()
}

/** The view's answer, checked by the contract. */
export function riding(over: Readonly<Record<string, unknown>> = {}): Riding {
  return ridingView.response.parse({
    at: { effectiveOn: '2026-03-12', recordedAt: 'now', scenario: null, ordinal: 1, synthetic: true },
    region: '1082',
    totalTenths: 6120,
    permittedTenths: 0,
    byBasis: [],
    schools: 1,
    registeredSchools: 1,
    timeline: [{ from: '2010-01-01', to: null, hoursTenths: 6120 }],
    maxIncreaseTenths: 0,
    minHoursTenths: 100,
    rows: [],
    pending: [],
    documented: { of: 0, documented: 0, targetPercent: 100 },
    coming: [],
    ...over,
  })
}

function fail(): never {
  throw new RangeError('the fixture has no row')
}
