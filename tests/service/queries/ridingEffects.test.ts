import { afterAll, describe, expect, test } from 'vitest'
import { views as definitions } from '#api/contract'
import { CaseId, ClinicId, SchoolId } from '#events/identifiers'
import { answers } from '#service/queries/catalogue'
import type { Given } from '../projections/givenEvents.ts'
import { address, at, clinicIn, secretariat, viewsOf, world } from './register.ts'

const recordedAt = '2026-02-01T10:00:00.000Z'

function school(id: string, place: Parameters<typeof address>[0]): Given {
  return {
    type: 'RidingSchoolRegistered',
    stream: `ridingSchool-${id}`,
    from: '2010-01-01',
    recordedAt,
    data: { school: id, name: `Rideskolen ${id}`, address: address(place) },
  }
}

function agreement(id: string, at: string, hoursTenths: number, provider: string | null = null): Given[] {
  const stream = `ridingAgreement-${id}`
  return [
    {
      type: 'RidingAgreementRequested',
      stream,
      from: '2010-02-01',
      recordedAt,
      data: { agreement: id, school: at, therapist: `t-${id}`, provider, hoursTenths },
    },
    { type: 'RidingAgreementStarted', stream, from: '2010-03-01', recordedAt, data: { hoursTenths } },
  ]
}

function opened(id: string, subject: object): Given {
  return {
    type: 'CaseOpened',
    stream: `case-${id}`,
    from: '2026-11-01',
    recordedAt: '2026-11-01T10:00:00.000Z',
    data: {
      case: id,
      number: id.replace('-', '/'),
      region: '1082',
      subject,
      applicant: 'Ansøger',
      receivedOn: '2026-11-01',
      wantedFrom: '2027-03-01',
    },
  }
}

const nothing = { place: null, provider: null, contractFrom: null }
const fresh = {
  ...nothing,
  type: 'A7',
  agreement: 'g-new',
  school: 's-a',
  therapist: 't-new',
  hoursTenths: 100,
  area: { kind: 'unknown' },
  reductions: [{ agreement: 'g-2', hoursTenths: 60 }],
}
const register = viewsOf([
  ...clinicIn('aarhus', 'k-1', '100001'),
  school('s-a', 'aarhus'),
  school('s-s', 'skanderborg'),
  ...agreement('g-1', 's-a', 120),
  ...agreement('g-2', 's-s', 140, '100001'),
  opened('26-0201', fresh),
  opened('26-0202', { type: 'A9', agreement: 'g-2', fromSchool: 's-s', toSchool: 's-a', from: null, to: null }),
  opened('26-0203', { type: 'A10', agreement: 'g-1', school: 's-a', place: null, hoursTenths: 150, reductions: [] }),
  opened('26-0204', {
    type: 'A14',
    person: 'p-1',
    target: { kind: 'group', id: 'als' },
    ...nothing,
    issuer: null,
    issuedOn: null,
    expiresOn: null,
    evidenceRef: null,
  }),
])
afterAll(() => register.views.close())

function file(id: string) {
  const answer = answers.caseFile(register.views, at('2026-11-22'), secretariat, { case: CaseId.parse(id) }, world)
  definitions.caseFile.response.parse(answer)
  return answer
}

describe('what a riding application does to the hours of the municipalities', () => {
  test('a new agreement adds its hours, and takes those that another gives up', () => {
    expect(file('26-0201').ridingEffects).toEqual([
      { municipality: '0751', name: 'Aarhus', before: 120, after: 220 },
      { municipality: '0746', name: 'Skanderborg', before: 140, after: 60 },
    ])
  })

  test('a move takes the hours along, so that the sum stands still', () => {
    const { ridingEffects, agreements } = file('26-0202')
    expect(ridingEffects.map(({ before, after }) => after - before)).toEqual([-140, 140])
    expect(agreements).toEqual([
      { agreement: 'g-2', school: 's-s', schoolName: 'Rideskolen s-s', therapist: 't-g-2', hoursTenths: 140 },
    ])
  })

  test('an expansion adds the difference only', () => {
    expect(file('26-0203').ridingEffects).toEqual([{ municipality: '0751', name: 'Aarhus', before: 120, after: 150 }])
  })

  test('a competence touches no hours and names no school', () => {
    expect(file('26-0204')).toMatchObject({ ridingEffects: [], schools: [], agreements: [] })
  })
})

describe('what a person needs to fill in an application', () => {
  test('a provider number is found with its clinic, and the clinic knows its riding agreements', () => {
    const hits = answers.search(register.views, at('2026-11-22'), secretariat, { q: '100001' }, world).hits
    expect(hits.map(({ kind, clinic }) => [kind, clinic])).toEqual([['provider', 'k-1']])
    const clinic = ClinicId.parse('k-1')
    const { providers } = answers.clinic(register.views, at('2026-11-22'), secretariat, { clinic }, world)
    expect(providers.map(({ agreements }) => agreements)).toEqual([
      [{ agreement: 'g-2', school: 's-s', schoolName: 'Rideskolen s-s', hoursTenths: 140 }],
    ])
  })

  test('a school tells each agreement with its number', () => {
    const answer = answers.ridingSchool(
      register.views,
      at('2026-11-22'),
      secretariat,
      { school: SchoolId.parse('s-s') },
      world,
    )
    expect(answer.agreements.map(({ agreement, provider }) => [agreement, provider])).toEqual([['g-2', '100001']])
  })

  test('open cases about the same agreement are found, whether it is the one asked for or gives up hours', () => {
    const about = (name: string) =>
      answers
        .cases(register.views, at('2026-11-22'), secretariat, { status: 'open', about: name }, world)
        .rows.map((row) => row.case)
    expect(about('g-2')).toEqual(['26-0202', '26-0201'])
    expect(about('g-1')).toEqual(['26-0203'])
    expect(about('g-9')).toEqual([])
  })
})
