import { describe, expect, test } from 'vitest'
import type { ContactDepartment } from '#events/contacts'
import { RegionCode } from '#events/identifiers'
import type { Included, OfferService } from '#events/municipalOffer'
import { competenceValidity, validityOn } from '#service/rules/coverage/competenceValidity'
import { palliativeCoverage, palliativeFollowUp } from '#service/rules/coverage/palliativeCoverage'
import { section2Sizing } from '#service/rules/coverage/section2Sizing'
import type { CaseFacts } from '#service/rules/facts'
import type { HomeTherapist, PalliativeFacts, SurveyFact } from '#service/rules/facts/palliative'
import { contactDirectory, isLocationNumber } from '#service/rules/municipal/contactDirectory'
import { municipalOffer, placesCovering } from '#service/rules/municipal/municipalOffer'
import { noDuplicates } from '#service/rules/municipal/noDuplicates'
import { rulesFor } from '#service/rules/rulebook'
import { ok2024 } from '#service/rules/ruleSets'
import { idAt, on } from '../../given.ts'
import { address, code, relocationFacts } from './facts.ts'
import { syddanmark2023 } from './section2Figures.ts'

const { parameters } = ok2024(RegionCode.parse('1084'))
const hovedstaden = RegionCode.parse('1084')

/** Facts of an application of another type; nothing of the relocation that the builder makes is in them. */
function facts(change: Partial<CaseFacts>): CaseFacts {
  const place = address('0400', 'Torvet 1')
  return { ...relocationFacts({ from: place, to: place, wantedFrom: '2026-06-01' }), relocation: null, ...change }
}

describe('given documentation issued 2021-06-01 for five years, when it is judged on a date, then R-30', () => {
  const documentation = { issuer: 'Danske Fysioterapeuter', issuedOn: on('2021-06-01'), expiresOn: on('2026-06-01') }
  const judged = (date: string, change: Partial<NonNullable<CaseFacts['documentation']>> = {}) =>
    competenceValidity.evaluate(
      facts({ type: 'A14', wantedFrom: on(date), documentation: { ...documentation, ...change } }),
      parameters,
    )

  test('R-30: does not count it from 2026-06-01, with grace to 2026-08-30, shown amber', () => {
    expect(judged('2026-06-01')).toMatchObject({
      outcome: 'breach',
      code: 'R-30.grace',
      strength: 'proposal',
      params: { expiresOn: '2026-06-01', graceUntil: '2026-08-30' },
    })
    expect(judged('2026-08-30').code).toBe('R-30.grace')
    expect(judged('2026-08-31').code).toBe('R-30.expired')
  })

  test('R-30 B2: counts it on the day before, and advises within 180 days of expiry', () => {
    expect(judged('2026-05-31')).toMatchObject({ code: 'R-30.expiresSoon', strength: 'recommendation' })
    expect(judged('2025-12-03').code).toBe('R-30.expiresSoon')
    expect(judged('2025-12-02')).toMatchObject({ outcome: 'pass', code: 'R-30.valid' })
    expect(judged('2021-06-01').outcome).toBe('pass')
    expect(judged('2021-05-31')).toMatchObject({ outcome: 'breach', code: 'R-30.notYet' })
  })

  test.each(['issuer', 'issuedOn', 'expiresOn'] as const)('R-30: asks for the %s that is left out', (field) => {
    expect(judged('2024-01-01', { [field]: null })).toMatchObject({
      outcome: 'needs-information',
      missing: [field],
    })
  })

  test('R-30: an expiry that is later than documentation holds, or not stated, does not lengthen it', () => {
    expect(judged('2026-06-01', { expiresOn: on('2031-06-01') }).outcome).toBe('breach')
    expect(judged('2026-06-01', { expiresOn: null }).outcome).toBe('breach')
    expect(validityOn({ issuedOn: on('2021-06-01'), expiresOn: null }, on('2026-05-31'), parameters).validity).toBe(
      'expiresSoon',
    )
  })
})

const said = on('2026-01-10')
const therapist = (accepts: boolean | null, saidOn: HomeTherapist['saidOn'] = said): HomeTherapist => ({
  accepts,
  saidOn: accepts === null ? null : saidOn,
  position: [14.7, 55.1],
  radiusKm: 30,
})
const survey = (change: Partial<SurveyFact> = {}): SurveyFact => ({
  surveyedOn: on('2025-03-01'),
  responsePercent: 73,
  providers: 2,
  accepting: 0,
  ...change,
})
const area = (
  before: readonly HomeTherapist[],
  after: readonly HomeTherapist[],
  surveyed: SurveyFact | null,
  name = '0400',
): PalliativeFacts => ({
  on: on('2026-06-01'),
  lacks: [],
  areas: [{ area: name, before, after, survey: surveyed, inputs: [idAt(5)] }],
})
const followed = (palliative: PalliativeFacts) =>
  palliativeFollowUp.evaluate({ caseInputs: [], palliative }, parameters)

describe('given the survey of SEED 002 with 73 % answers, when an area is followed up, then R-32', () => {
  const none = [therapist(false), therapist(false)]

  test('R-32 S2-13: Bornholm has 2 providers, none accepting: breach, 0 < 2, as a planning aim', () => {
    const finding = followed(area(none, none, survey()))
    expect(finding).toMatchObject({
      outcome: 'breach',
      code: 'R-32.tooFew',
      strength: 'recommendation',
      params: { area: '0400', after: 0, limit: 2, responsePercent: 73 },
    })
    expect(finding.measured).toContainEqual({ key: 'palliativeAccepting', value: 0, unit: 'count', limit: 2 })
    expect(finding.measured).toContainEqual({ key: 'palliativeFull', value: 2, unit: 'count' })
  })

  test('R-32 S2-13: the rest of the region has about 60: pass', () => {
    expect(followed(area([], [], survey({ providers: 60, accepting: 60 }), '1084'))).toMatchObject({
      outcome: 'pass',
      code: 'R-32.covered',
      params: { after: 60 },
    })
  })

  test('R-32: the survey and the register count the same people, so the larger number stands and not the sum', () => {
    const one = [therapist(true)]
    expect(followed(area(one, one, survey({ accepting: 1 }))).params).toMatchObject({ after: 1 })
  })

  test('R-32 B2: a survey is valid for 24 months, that day included; older is needs-information', () => {
    const surveyed = (surveyedOn: string) => followed(area(none, none, survey({ surveyedOn: on(surveyedOn) })))
    expect(surveyed('2024-06-01').outcome).toBe('breach')
    expect(surveyed('2024-05-31')).toMatchObject({ outcome: 'needs-information', missing: ['supplySurvey'] })
    expect(followed(area(none, none, null))).toMatchObject({ outcome: 'needs-information', code: 'R-32.noSurvey' })
  })

  test('R-32: what nobody has said, or not for 24 months, is not known; unknown is neither yes nor no', () => {
    const unknown = [therapist(null), therapist(true, on('2024-05-31'))]
    expect(followed(area(unknown, unknown, survey()))).toMatchObject({
      outcome: 'needs-information',
      missing: ['acceptsNew'],
    })
    expect(followed(area([], [], survey({ accepting: null }))).outcome).toBe('needs-information')
  })
})

describe('given an application that changes who treats at home, when it is judged, then R-32', () => {
  const judged = (palliative: PalliativeFacts, type: CaseFacts['type'] = 'A15') =>
    palliativeCoverage.evaluate(facts({ type, palliative }), parameters)
  const two = [therapist(true), therapist(true)]

  test('R-32 A15: a second accepting therapist on Bornholm turns the breach', () => {
    const [one] = two
    const before = one === undefined ? [] : [one]
    expect(judged(area([], before, survey())).code).toBe('R-32.tooFew')
    const finding = judged(area(before, two, survey()))
    expect(finding).toMatchObject({ outcome: 'pass', params: { before: 1, after: 2 } })
  })

  test('R-32 A5: one of two on Bornholm who stops leaves a new gap', () => {
    expect(judged(area(two, two.slice(1), survey()), 'A5')).toMatchObject({
      outcome: 'breach',
      code: 'R-32.newGap',
      params: { before: 2, after: 1 },
    })
  })

  test('R-32: concerns nobody when no palliative therapist is touched', () => {
    expect(judged({ on: on('2026-06-01'), lacks: [], areas: [] }, 'A3').outcome).toBe('not-applicable')
  })

  test.each(['place', 'homeRadiusKm', 'acceptsNew'])('R-32 A15: asks for the %s that is left out', (field) => {
    expect(judged({ ...area(two, two, survey()), lacks: [field] })).toMatchObject({
      outcome: 'needs-information',
      missing: [field],
    })
  })

  test('R-32 over two areas tells the worse one', () => {
    const good = area(two, two, survey(), '1084').areas
    const bad = area(two, [], survey()).areas
    expect(judged({ on: on('2026-06-01'), lacks: [], areas: [...good, ...bad] }, 'A3').params).toMatchObject({
      area: '0400',
    })
  })
})

describe('given a section-2 agreement, when a therapist joins, then R-33', () => {
  const section2 = {
    region: hovedstaden,
    proposal: { figures: syddanmark2023, basis: 'seed' as const, adopted: true },
    membersAfter: 27,
    lacks: [],
    inputs: [idAt(6)],
  }
  const judged = (change: Partial<NonNullable<CaseFacts['section2']>> = {}) =>
    section2Sizing.evaluate(facts({ type: 'A15', section2: { ...section2, ...change } }), parameters)

  test('R-33 S2-10: warns that 35 % is not the population’s 54.3 %, as advice, with both sizes', () => {
    expect(judged()).toMatchObject({
      outcome: 'breach',
      code: 'R-33.differs',
      strength: 'recommendation',
      params: { uplift: 35, populationUpliftPercentTenths: 543, bySeed: 27, byPopulation: 31, members: 27 },
    })
  })

  test('R-33 S2-10: 15 points more are within five of the population’s 54.3, 14 are not', () => {
    expect(judged().flips).toEqual([{ key: 'uplift', needs: 15, unit: 'share', makes: 'pass' }])
    const by = (upliftPercent: number) =>
      judged({ proposal: { ...section2.proposal, figures: { ...syddanmark2023, upliftPercent } } })
    expect(by(50).outcome).toBe('pass')
    expect(by(49).outcome).toBe('breach')
    expect(by(50).flips).toEqual([{ key: 'uplift', needs: -1, unit: 'share', makes: 'breach' }])
  })

  test('R-33: passes when the uplift is the population’s, and asks where nothing is proposed or stated', () => {
    const figures = { ...syddanmark2023, upliftPercent: 54 }
    expect(judged({ proposal: { figures, basis: 'population', adopted: true } }).outcome).toBe('pass')
    expect(judged({ proposal: null })).toMatchObject({ outcome: 'needs-information', missing: ['section2Agreement'] })
    expect(judged({ lacks: ['trainingDone'] })).toMatchObject({ missing: ['trainingDone'] })
  })

  test('R-32 and R-33 run for A15, R-30 for A14, R-32 for A3, A5 and A12', () => {
    const ids = (type: CaseFacts['type']) => rulesFor(type).map(({ id }) => id)
    expect(ids('A15')).toEqual(expect.arrayContaining(['R-32', 'R-33']))
    expect(ids('A14')).toContain('R-30')
    for (const type of ['A3', 'A5', 'A12'] as const) expect(ids(type)).toContain('R-32')
  })
})

/** S4-1: the matrix of Haderslev's quality standard. */
const haderslev: readonly (readonly [OfferService, Included, string | null])[] = [
  ['group', 'yes', null],
  ['individual', 'yes', 'Om nødvendigt'],
  ['individualSupplement', 'yes', 'I enkelte tilfælde'],
  ['home', 'yes', 'Efter vurdering'],
  ['childPlace', 'yes', null],
  ['online', 'yes', null],
  ['occupationalTherapy', 'no', null],
  ['pool', 'no', null],
  ['riding', 'no', null],
  ['weekend', 'no', null],
]

describe('given the offer of Haderslev, when a service is asked for, then R-34', () => {
  const offered = haderslev.map(([service, included, condition]) => ({
    caseInputs: [],
    municipality: code('0510'),
    service,
    included,
    condition,
    places: [address('0510', 'Varbergvej 11')],
    inputs: [idAt(7)],
  }))

  test.each(offered)('R-34 S4-1: $service is $included', (offer) => {
    const finding = municipalOffer.evaluate(offer, parameters)
    expect(finding.outcome).toBe(offer.included === 'yes' ? 'pass' : 'not-applicable')
    expect(finding.evidence).toContainEqual(expect.objectContaining({ kind: 'point', role: 'municipalOffer' }))
  })

  test('R-34 S4-2: riding coverage of 0510 from the municipal offer is 0, group training has one place', () => {
    expect(placesCovering('riding', offered)).toBe(0)
    expect(placesCovering('group', offered)).toBe(1)
  })

  test('R-34: unknown is needs-information, never no', () => {
    const [offer] = offered
    if (offer === undefined) throw new Error('no offer')
    const finding = municipalOffer.evaluate({ ...offer, included: 'unknown' }, parameters)
    expect(finding).toMatchObject({ outcome: 'needs-information', missing: ['offerService'] })
    expect(placesCovering(offer.service, [{ ...offer, included: 'unknown' }])).toBe(0)
  })
})

describe('given practices and a municipal offer of the same, when both are shown, then R-35', () => {
  const both = (practice: number | null, municipal: number | null) =>
    noDuplicates.evaluate({ caseInputs: [], municipality: code('0510'), practice, municipal, inputs: [] }, parameters)

  test('R-35: 120 group places + 40 municipal are shown 120 + 40, and 160 nowhere', () => {
    const finding = both(120, 40)
    expect(finding.outcome).toBe('pass')
    expect(finding.measured.map(({ value }) => value)).toEqual([120, 40])
    expect(JSON.stringify(finding)).not.toContain('160')
  })

  test('R-35: one of them alone is nothing to count twice; unknown is asked for', () => {
    expect(both(120, 0).outcome).toBe('not-applicable')
    expect(both(null, 40)).toMatchObject({ outcome: 'needs-information', missing: ['practiceSupply'] })
    expect(both(120, null)).toMatchObject({ outcome: 'needs-information', missing: ['municipalSupply'] })
  })
})

describe('given a department’s entry, when the directory is checked, then R-42', () => {
  const complete = {
    locationNumber: '5790000000005',
    phone: '74 34 00 00',
    mail: 'sundhed@haderslev.example',
    confirmedOn: on('2025-11-22'),
  }
  const judged = (entry: Partial<typeof complete> | { readonly [Field in keyof typeof complete]?: null } | null) =>
    contactDirectory.evaluate(
      {
        caseInputs: [],
        municipality: code('0510'),
        department: 'health' satisfies ContactDepartment,
        on: on('2026-11-22'),
        entry:
          entry === null ? null : { ...complete, ...entry, confirmedOn: entry.confirmedOn ?? complete.confirmedOn },
        inputs: [],
      },
      parameters,
    )

  test('R-42 S3-2: 5790000000005 is valid, 5790000000004 is a breach', () => {
    expect(judged({}).outcome).toBe('pass')
    expect(judged({ locationNumber: '5790000000004' })).toMatchObject({ outcome: 'breach', code: 'R-42.notANumber' })
  })

  test.each(['579000000000', '57900000000050', '579000000000A', ' 5790000000005'])(
    'R-42: %o is no location number',
    (text) => expect(isLocationNumber(text)).toBe(false),
  )

  test('R-42: of all last digits just one is right', () => {
    const right = [...'0123456789'].filter((digit) => isLocationNumber(`579000000000${digit}`))
    expect(right).toEqual(['5'])
  })

  test.each(['locationNumber', 'phone', 'mail'] as const)('R-42: asks for the %s that is not there', (field) => {
    expect(judged({ [field]: null })).toMatchObject({ outcome: 'needs-information', missing: [field] })
  })

  test('R-42: an empty department lacks all three', () => {
    expect(judged(null).missing).toEqual(['locationNumber', 'phone', 'mail'])
  })

  test('R-42 B2: confirmed 12 months ago is still in order, a day more is advice', () => {
    expect(judged({ confirmedOn: on('2025-11-22') }).outcome).toBe('pass')
    expect(judged({ confirmedOn: on('2025-11-21') })).toMatchObject({
      code: 'R-42.notConfirmed',
      strength: 'recommendation',
    })
  })
})
