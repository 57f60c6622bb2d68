import { expect, test } from 'vitest'
import { CaseSubject } from '#events/caseSubject'
import { factsOf } from '#events/say/caseFacts'

const agreement = (id: string, hoursTenths: number) => ({
  agreement: id,
  school: 'r-1',
  therapist: 'p-1',
  provider: null,
  hoursTenths,
})

test('hours that another agreement gives up are told from what it has to what it keeps', () => {
  const subject = CaseSubject.parse({
    type: 'A10',
    agreement: 'ra-1',
    school: 'r-1',
    place: null,
    hoursTenths: 82,
    reductions: [
      { agreement: 'ra-2', hoursTenths: 235 },
      { agreement: 'ra-3', hoursTenths: 0 },
    ],
  })
  const told = {
    subject,
    schools: [{ school: 'r-1', name: 'Hestegården' }],
    agreements: [agreement('ra-1', 62), agreement('ra-2', 255)],
    clinicName: null,
    unit: 'hoursTenths' as const,
    wantedFrom: '2027-05-01',
  }
  const reductions = (language: 'da' | 'en') =>
    factsOf(told, { language, names: { municipality: (code) => code } })
      .find(({ parts }) => parts.includes('reductions'))
      ?.after.replaceAll('\u00a0', ' ')
  expect(reductions('da')).toBe('ra-2: fra 25,5 t/uge til 23,5 t/uge, ra-3: ned til 0,0 t/uge')
  expect(reductions('en')).toBe('ra-2: from 25.5 h/week to 23.5 h/week, ra-3: down to 0.0 h/week')
})
