import { describe, expect, it } from 'vitest'
import { type Address, Address as AddressSchema } from '#events/place'
import { correctionFrom, correctionOf } from '../../web/pages/cases/application/correction.ts'
import {
  type ApplicationType,
  openingCase,
  type Problem,
  slugged,
  type Values,
} from '../../web/pages/cases/application/form.ts'
import { forms, typeGroups } from '../../web/pages/cases/application/forms.ts'
import { typedQuantity } from '../../web/pages/cases/application/typedQuantity.ts'
import { da } from '../../web/text/da.ts'
import { en } from '../../web/text/en.ts'

const target = { case: '26-0148', region: '1082' }
const newId = (prefix: string, about: string) => slugged(prefix, about, 'k3f9x2')
const today = '2026-11-22'

function place(text: string, municipality: string): Address {
  return AddressSchema.parse({
    text,
    postcode: '8660',
    town: 'Skanderborg',
    darId: null,
    position: [9.93, 56.04],
    municipality,
    certainty: 'registered',
  })
}
const clinic = { id: 'k-0001', name: 'Klinik 1', addressId: 'a-0001', place: place('Adelgade 1', '0746') }
const school = { id: 'r-001', name: 'Rideskolen Søvang', place: place('Søvej 1', '0746'), approved: true }
const otherSchool = { ...school, id: 'r-002', name: 'Rideskolen Ås', place: place('Åsvej 1', '0751') }
const agreement = { id: 'ra-001', school, therapist: 'p-000001', hoursTenths: 140 }
const other = { ...agreement, id: 'ra-002', hoursTenths: 80 }
const provider = {
  number: '900001',
  holder: 'p-000001',
  status: 'owner',
  clinicName: 'Klinik 1',
  place: clinic.place,
  agreements: [agreement],
}
const address = {
  text: 'Frederiksgade 2',
  postcode: '8000',
  town: 'Aarhus C',
  position: [10.2, 56.15],
  municipality: '0751',
  certainty: 'geometry',
}
const area = { kind: 'municipality', codes: ['0746'], county: '' }
const [from, until] = ['p-000001', 'p-000002']

/** The least that each type asks, and the subject that it makes of it. */
const least: Readonly<Record<ApplicationType, { readonly values: Values; readonly subject: object }>> = {
  A1: {
    values: { holder: from, specialty: '51' },
    subject: { holder: from, clinic: null, newNumber: null, specialty: '51', hoursTenths: null, place: null },
  },
  A2: {
    values: { provider, fromHolder: from, toHolder: until, shareHundredths: '0,60' },
    subject: { provider: '900001', shareHundredths: 60, newNumber: null, schools: [], place: clinic.place },
  },
  A3: {
    values: { clinic, to: address, previousUntil: '2027-01-01' },
    subject: { clinic: 'k-0001', address: 'a-0001', from: clinic.place, accessibility: null },
  },
  A4: {
    values: { clinic, to: address },
    subject: { clinic: 'k-0001', address: 'a-aarhus-c-k3f9x2', plannedMain: null, openToAllPatients: null },
  },
  A5: {
    values: { provider, fromStatus: 'owner', toStatus: 'mobile' },
    subject: { provider: '900001', from: 'owner', to: 'mobile' },
  },
  A6: {
    values: { provider, employee: until },
    subject: { employee: until, hoursTenths: null, turnoverLast12Oere: null, turnoverThisYearOere: null },
  },
  A7: {
    values: { school, therapist: from, hoursTenths: '14,0', area },
    subject: {
      agreement: 'ra-rideskolen-soevang-k3f9x2',
      school: 'r-001',
      place: school.place,
      provider: null,
      hoursTenths: 140,
      area: { kind: 'municipality', codes: ['0746'] },
      contractFrom: null,
      reductions: [],
    },
  },
  A8: { values: { school, therapist: from, hoursTenths: '8,5', area }, subject: { hoursTenths: 85 } },
  A9: {
    values: { agreement, toSchool: otherSchool },
    subject: { agreement: 'ra-001', fromSchool: 'r-001', toSchool: 'r-002', from: school.place, to: otherSchool.place },
  },
  A10: {
    values: { agreement, hoursAfter: '18,0' },
    subject: { agreement: 'ra-001', school: 'r-001', hoursTenths: 180, reductions: [] },
  },
  A11: {
    values: {
      provider,
      shares: [
        { holder: from, share: '0,6' },
        { holder: until, share: '0,5' },
      ],
    },
    subject: {
      shares: [
        { holder: from, shareHundredths: 60 },
        { holder: until, shareHundredths: 50 },
      ],
    },
  },
  A12: {
    values: { provider, reason: 'Indehaveren går på pension' },
    subject: { transferredTo: null, agreements: [], reason: 'Indehaveren går på pension' },
  },
  A13: {
    values: { clinic, holder: from, fundedSpecialty: '62', requestedOere: '1.000.000' },
    subject: { clinic: 'k-0001', newNumber: null, specialty: '62', requestedOere: 100_000_000 },
  },
  A14: {
    values: { person: from, target: 'group:als' },
    subject: { person: from, target: { kind: 'group', id: 'als' }, issuer: null, issuedOn: null, place: null },
  },
  A15: {
    values: { person: from },
    subject: { person: from, provider: null, place: null, homeRadiusKm: null, acceptsNew: null, trainingDone: null },
  },
}

/** What may be left out, filled in. */
const more: Partial<Record<ApplicationType, Values>> = {
  A1: { clinic, hoursTenths: '37,0', newNumber: '900123', place: address },
  A2: { newNumber: '900123', schools: [{ school, codes: ['0746', '0751'] }] },
  A3: { accessibility: 'Trinfri adgang' },
  A4: { plannedMain: '2,30', plannedExtra: '1,40', openToAllPatients: 'yes', notifiedOn: '2026-11-01' },
  A6: { hoursTenths: '20,0', turnoverLast12Oere: '1.450.000', turnoverThisYearOere: '1.523.000,50' },
  A7: { provider, contractFrom: '2027-01-01', reductions: [{ agreement: other, left: '0' }] },
  A10: { reductions: [{ agreement: other, left: '4,0' }] },
  A12: { transferredTo: '900123', agreements: [agreement] },
  A14: {
    practice: clinic,
    issuer: 'Danske Fysioterapeuter',
    evidenceRef: 'J-1',
    issuedOn: '2026-01-01',
    expiresOn: '2031-01-01',
  },
  A15: { provider, homeRadiusKm: '30', acceptsNew: 'no', trainingDone: 'yes' },
}

const types = Object.values(typeGroups).flat()

function filled(type: ApplicationType, values: Values): Values {
  const common = { applicant: 'Klinik 1', receivedOn: today, wantedFrom: '2027-01-01' }
  return { ...forms[type].empty(today), ...common, ...values }
}

function problemsOf(type: ApplicationType, values: Values): readonly string[] {
  const result = openingCase(forms[type], filled(type, values), target, newId)
  return 'problems' in result ? result.problems.map(({ input, code }: Problem) => `${input}:${code}`) : []
}

it('every type of application can be chosen, each in one group', () => {
  expect(types.toSorted()).toEqual(Object.keys(forms).toSorted())
  expect(types.every((type) => forms[type].type === type)).toBe(true)
})

it('every field, hint and problem is worded in both languages', () => {
  for (const texts of [da, en].map((text) => text.cases.new)) {
    const fields = types.flatMap((type) => forms[type].fields.map(({ name }) => name))
    expect(fields.filter((name) => (texts.fields[name] ?? '') === '')).toEqual([])
    expect(types.filter((type) => (texts.typeHelp[type] ?? '') === '')).toEqual([])
  }
})

describe.each(types)('the form of %s', (type) => {
  const { values, subject } = least[type]

  it('makes the case of the least that it asks; what is left out is null', () => {
    const result = openingCase(forms[type], filled(type, values), target, newId)
    expect(result).toMatchObject({
      command: { ...target, applicant: 'Klinik 1', wantedFrom: '2027-01-01', subject: { type, ...subject } },
    })
  })

  it('names every field that must be there and is not, all at once, in page order', () => {
    const { fields } = forms[type]
    const required = fields.filter(({ optional }) => !optional).map(({ name }) => name)
    const result = openingCase(forms[type], forms[type].empty(today), target, newId)
    const named = 'problems' in result ? result.problems.map(({ field }) => field) : []
    expect(named.toSorted()).toEqual([...required, 'applicant', 'wantedFrom'].toSorted())
    for (const name of required) {
      const without = { ...values, [name]: forms[type].empty(today)[name] }
      const left = openingCase(forms[type], filled(type, without), target, newId)
      expect('problems' in left && left.problems.map(({ field }) => field)).toEqual([name])
    }
  })

  it('is kept as a draft and read back', () => {
    const draft = filled(type, { ...values, ...more[type] })
    expect(forms[type].schema.parse(JSON.parse(JSON.stringify(draft)))).toEqual(draft)
  })

  it('is opened again from the case, whole, and changes nothing until something is changed', () => {
    for (const stated of [values, { ...values, ...more[type] }]) {
      const result = openingCase(forms[type], filled(type, stated), target, newId)
      if (!('command' in result)) throw new Error(`${type}: ${JSON.stringify(result.problems)}`)
      const { subject: opened, applicant, receivedOn, wantedFrom } = result.command
      // Only what a correction reads of the row.
      const file = { subject: opened, row: { applicant, receivedOn, wantedFrom } } as Parameters<typeof correctionOf>[0]
      expect(correctionFrom('subject', correctionOf(file), file)).toEqual({ problems: [] })
    }
  })
})

describe('what cannot be', () => {
  it('an hour or a unit that is negative, no number, or finer than its step', () => {
    for (const hours of ['-1', 'ti', '14,05', '0', '10000,1'])
      expect(problemsOf('A7', { ...least.A7.values, hoursTenths: hours })).toEqual(['hoursTenths:hours'])
    for (const units of ['-1', '2,405'])
      expect(problemsOf('A4', { ...least.A4.values, plannedMain: units })).toEqual(['plannedMain:units'])
    expect(problemsOf('A13', { ...least.A13.values, requestedOere: '1,234.567' })).toEqual(['requestedOere:kroner'])
    expect(problemsOf('A2', { ...least.A2.values, shareHundredths: '1,01' })).toEqual(['shareHundredths:share'])
    expect(problemsOf('A15', { person: from, homeRadiusKm: '0' })).toEqual(['homeRadiusKm:kilometres'])
  })

  it('planned capacity is in hours before 2024 and in units from then on', () => {
    const planned = { ...least.A4.values, plannedMain: '23,5', plannedExtra: '14,05' }
    expect(problemsOf('A4', { ...planned, wantedFrom: '2023-12-31' })).toEqual(['plannedExtra:hoursOrNone'])
    expect(problemsOf('A4', { ...planned, wantedFrom: '2024-01-01' })).toEqual([])
    const result = openingCase(forms.A4, filled('A4', { ...planned, wantedFrom: '2024-01-01' }), target, newId)
    expect(result).toMatchObject({ command: { subject: { plannedMain: 2350, plannedExtra: 1405 } } })
  })

  it('a name where a reference is asked for, and a number of five digits', () => {
    expect(problemsOf('A1', { ...least.A1.values, holder: 'Sofie Lund' })).toEqual(['holder:person'])
    expect(problemsOf('A1', { ...least.A1.values, newNumber: '90012' })).toEqual(['newNumber:providerNumber'])
  })

  it('a takeover by oneself, a status that stays, a move to the same school', () => {
    expect(problemsOf('A2', { ...least.A2.values, toHolder: from })).toEqual(['toHolder:sameHolder'])
    expect(problemsOf('A5', { ...least.A5.values, toStatus: 'owner' })).toEqual(['toStatus:sameStatus'])
    expect(problemsOf('A9', { agreement, toSchool: school })).toEqual(['toSchool:samePlace'])
  })

  it('an area without a municipality or a county; unknown is an answer', () => {
    const with_ = (told: object) => problemsOf('A7', { ...least.A7.values, area: { ...area, codes: [], ...told } })
    expect(with_({})).toEqual(['area:noMunicipality'])
    expect(with_({ kind: 'county' })).toEqual(['area:noCounty'])
    expect(with_({ kind: 'county', county: 'Vejle Amt' })).toEqual([])
    expect(with_({ kind: 'unknown' })).toEqual([])
  })

  it('a reduction without hours; 0 ends the agreement', () => {
    const left = (text: string) =>
      problemsOf('A10', { ...least.A10.values, reductions: [{ agreement: other, left: text }] })
    expect(left('')).toEqual(['reductions:hoursOrNone'])
    expect(left('0')).toEqual([])
  })
})

describe('a relocation', () => {
  const relocated = (change: object, address_: object = {}) =>
    problemsOf('A3', { ...least.A3.values, to: { ...address, ...address_ }, ...change })

  it('never chooses a municipality near a border by itself', () => {
    expect(relocated({}, { certainty: 'confirm', municipality: '' })).toEqual(['municipality:confirmMunicipality'])
    expect(relocated({}, { certainty: 'confirmed' })).toEqual([])
  })

  it('lets a point be unknown, because unknown is a finding and not an error', () => {
    expect(relocated({}, { position: null, municipality: '', certainty: 'unknown' })).toEqual([])
  })

  it('refuses a wrong postcode and an impossible date at once, then an end before the move and the same place', () => {
    expect(relocated({ receivedOn: '2026-02-30' }, { postcode: '80' })).toEqual([
      'postcode:postcode',
      'receivedOn:date',
    ])
    expect(relocated({ previousUntil: '2026-12-31' })).toEqual(['previousUntil:endsBeforeMove'])
    expect(relocated({}, { text: 'adelgade 1 ', postcode: '8660' })).toEqual(['text:samePlace'])
    expect(relocated({ clinic: { ...clinic, place: null } })).toEqual(['clinic:noAddress'])
  })

  it('lets the old address end with the move until somebody says otherwise', () => {
    const { follow } = forms.A3
    const was = filled('A3', { previousUntil: '', wantedFrom: '' })
    const moved = follow({ ...was, wantedFrom: '2027-02-01' }, 'wantedFrom', was)
    expect(moved.previousUntil).toBe('2027-02-01')
    const own = { ...moved, previousUntil: '2027-03-01' }
    expect(follow({ ...own, wantedFrom: '2027-02-15' }, 'wantedFrom', own).previousUntil).toBe('2027-03-01')
  })
})

describe('what a choice brings along', () => {
  it('a number brings its holder, its status and its riding agreements', () => {
    const chosen = (type: ApplicationType) => {
      const was = forms[type].empty(today)
      return forms[type].follow({ ...was, provider }, 'provider', was)
    }
    expect(chosen('A2')).toMatchObject({
      fromHolder: from,
      shareHundredths: '1,00',
      schools: [{ school, codes: ['0746'] }],
    })
    expect(chosen('A5')).toMatchObject({ fromStatus: 'owner' })
    expect(chosen('A12')).toMatchObject({ agreements: [agreement] })
    expect(chosen('A7')).toMatchObject({ therapist: from })
  })

  it('a school brings its municipality as the area', () => {
    const was = forms.A7.empty(today)
    expect(forms.A7.follow({ ...was, school }, 'school', was)).toMatchObject({ area: { codes: ['0746'] } })
  })
})

describe('a quantity as it is typed', () => {
  it.each([
    ['14,0', 1, 140],
    ['14', 1, 140],
    ['14.5', 1, 145],
    ['1.450.000', 2, 145_000_000],
    ['1.450.000,50', 2, 145_000_050],
    ['1,450,000.50', 2, 145_000_050],
    ['2,40', 2, 240],
    ['2,400', 2, 240],
    ['', 1, null],
    ['1,4,5', 1, null],
    ['−1', 1, null],
    ['1e3', 1, null],
  ])('%s with %i decimals is %s steps', (text, decimals, steps) => {
    expect(typedQuantity(text, decimals, [0, 1e12])).toBe(steps)
  })
})

it('an id is made of readable words and random letters', () => {
  expect(slugged('a', 'Aarhus C, Østergade 4', 'k3f9x2')).toBe('a-aarhus-c-oestergade-4-k3f9x2')
  expect(slugged('ra', '', 'k3f9x2')).toBe('ra-k3f9x2')
})
