import { describe, expect, it } from 'vitest'
import type { z } from 'zod'
import { EventRow } from '#api/views/events'
import { likeCasesView } from '#api/views/likeCases'
import { rulingsView } from '#api/views/replay'
import { departureOf } from '../../web/pages/cases/departure.ts'
import { emptyRuling } from '../../web/pages/cases/rulingDraft.ts'
import { filterRulings, yearsOf } from '../../web/pages/rulings/filterRulings.ts'
import { causesOf, isNews } from '../../web/pages/rulings/replayAnswer.ts'

const said = {
  committee: '1082',
  conditions: [],
  derogations: [],
  effectiveFrom: '2027-01-01',
  participants: { regional: 2, municipal: 2, physiotherapists: 4 },
  recordedAt: '2026-10-28T10:00:00.000Z',
  withdrawn: false,
}

const Rows = rulingsView.response.shape.rows
type Row = z.input<typeof Rows>[number]

function ruling(number: string, change: Partial<Row>): Row {
  const id = `26-0${number.slice(-3)}`
  return {
    ...said,
    number,
    outcome: 'granted',
    reasons: 'Flytningen sker inden for kommunen.',
    case: id,
    caseNumber: id.replace('-', '/'),
    type: 'A3',
    applicant: 'Klinik Nord',
    fromMunicipality: '0746',
    toMunicipality: '0751',
    ruledOn: `${number.slice(0, 4)}-03-30`,
    ...change,
  }
}

const rows = Rows.parse([
  ruling('2026-0002', {
    type: 'A2',
    applicant: 'Bakkens Fysioterapi',
    outcome: 'granted-with-conditions',
    conditions: ['Handicapparkering.'],
  }),
  ruling('2026-0001', { outcome: 'refused', reasons: 'Kapaciteten bliver.', withdrawn: true }),
  ruling('2016-0001', { derogations: [{ rule: 'R-02', reason: 'Lokalerne er opsagt.' }] }),
])
const names = new Map([
  ['0746', 'Skanderborg'],
  ['0751', 'Aarhus'],
])
const found = (filter: Parameters<typeof filterRulings>[1]) =>
  filterRulings(rows, filter, (code) => names.get(code ?? '') ?? '').map(({ number }) => number)

describe('the list of rulings', () => {
  it('is narrowed by year, outcome and type, all at once', () => {
    expect(found({})).toEqual(['2026-0002', '2026-0001', '2016-0001'])
    expect(found({ year: '2026' })).toEqual(['2026-0002', '2026-0001'])
    expect(found({ outcome: 'granted' })).toEqual(['2016-0001'])
    expect(found({ outcome: 'withdrawn' })).toEqual(['2026-0001'])
    expect(found({ year: '2026', type: 'A2' })).toEqual(['2026-0002'])
    expect(yearsOf(rows)).toEqual(['2026', '2016'])
  })

  it('is searched in numbers, names, places, reasons, conditions and departures, every word of it', () => {
    expect(found({ q: '26/0002' })).toEqual(['2026-0002'])
    expect(found({ q: 'klinik aarhus' })).toEqual(['2026-0001', '2016-0001'])
    expect(found({ q: 'KAPACITETEN' })).toEqual(['2026-0001'])
    expect(found({ q: 'parkering' })).toEqual(['2026-0002'])
    expect(found({ q: 'r-02 opsagt' })).toEqual(['2016-0001'])
    expect(found({ q: 'opsagt bakkens' })).toEqual([])
  })
})

const Like = likeCasesView.response.shape.rows
const nothing = { municipality: null, council: null, crossing: null, distance: null, breaches: null, positions: null }
const like = (outcomes: readonly ['granted' | 'refused', boolean][]) =>
  Like.parse(
    outcomes.map(([outcome, close], index) => ({
      ...said,
      number: `2026-000${index + 1}`,
      outcome,
      reasons: 'Fordi.',
      case: `26-010${index + 1}`,
      caseNumber: `26/010${index + 1}`,
      ruledOn: '2026-10-28',
      features: nothing,
      agrees: [],
      differs: [],
      close,
    })),
  )
const draft = (outcome: 'granted' | 'refused' | 'disagreement' | null, reasons = 'Fordi.') => ({
  ...emptyRuling('2027-01-01'),
  outcome,
  reasons,
})

describe('a departure from like cases', () => {
  const mostRefused = like([
    ['refused', true],
    ['refused', true],
    ['granted', true],
    ['granted', false],
    ['granted', false],
  ])

  it('is pointed out when most of the close cases ended otherwise and the reasons name none of them', () => {
    const departure = departureOf(draft('granted'), mostRefused)
    expect(departure).toMatchObject({ outcome: 'refused', of: 3 })
    expect(departure?.cases.map(({ caseNumber }) => caseNumber)).toEqual(['26/0101', '26/0102'])
  })

  it('is none when the draft follows them, when no outcome has most, or when there is nothing to compare', () => {
    expect(departureOf(draft('refused'), mostRefused)).toBeNull()
    const split = like([
      ['refused', true],
      ['granted', true],
    ])
    expect(departureOf(draft('refused'), split)).toBeNull()
    expect(departureOf(draft('granted'), like([['refused', false]]))).toBeNull()
    expect(departureOf(draft(null), mostRefused)).toBeNull()
    expect(departureOf(draft('disagreement'), mostRefused)).toBeNull()
  })

  it.each(['26/0101', '26-0102', '2026-0001'])('is accounted for when the reasons name %s', (name) => {
    expect(departureOf(draft('granted', `Anderledes end ${name}, fordi lokalerne er opsagt.`), mostRefused)).toBeNull()
  })

  it('is not accounted for by a case that ended as the draft does', () => {
    expect(departureOf(draft('granted', 'Som i 26/0103.'), mostRefused)).not.toBeNull()
  })
})

describe('what a replay marks', () => {
  it('leaves a newer way of computing the same out of the count', () => {
    expect(isNews({ changed: ['rule'] })).toBe(false)
    expect(isNews({ changed: ['rule', 'figures'] })).toBe(true)
    expect(isNews({ changed: [] })).toBe(false)
  })

  it('gives a fact the corrections of its own parts, and those of the whole application', () => {
    const event = (field: string, number: number) =>
      EventRow.parse({
        id: `00000000-0000-4000-8000-00000000000${number}`,
        number,
        type: 'CaseInformationCorrected',
        stream: 'case-26-0101',
        effectiveFrom: '2027-01-15',
        recordedAt: '2027-01-15T09:00:00.000Z',
        role: 'secretariat',
        caseId: '26-0101',
        municipality: null,
        corrects: null,
        synthetic: false,
        params: { field },
      })
    const events = [event('receivedOn', 1), event('to', 2), event('subject', 3)]
    expect(causesOf(events, ['to']).map(({ number }) => number)).toEqual([2, 3])
    expect(causesOf(events, ['receivedOn']).map(({ number }) => number)).toEqual([1, 3])
  })
})
