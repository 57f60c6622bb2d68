import { describe, expect, it } from 'vitest'
import { ConsultationRow } from '#api/views/case'
import { Finding, FindingSet, type Outcome, type Strength } from '#events/finding'
import { changedSince, mentions, worstFirst } from '../../web/pages/cases/findingTokens.ts'
import {
  answersToAddress,
  derogationsOf,
  emptyRuling,
  obstacles,
  toAddress,
} from '../../web/pages/cases/rulingDraft.ts'

function finding(rule: string, outcome: Outcome, strength: Strength = 'principle') {
  return Finding.parse({
    rule,
    version: 1,
    outcome,
    strength,
    derogationPossible: true,
    code: rule,
    params: {},
    measured: [],
    flips: [],
    parameters: {},
    missing: [],
    inputs: [],
    evidence: [],
    sources: [{ kind: 'ASSUMPTION', id: 'test' }],
  })
}

function set(...findings: Finding[]) {
  return FindingSet.parse({
    ruleSet: 'OK-2024',
    ruleSetVersion: 1,
    effectiveOn: '2026-12-01',
    knownAt: '2026-11-22T09:00:00.000Z',
    docketRevision: -1,
    findings,
  })
}

const open = set(
  finding('R-39', 'pass', 'binding'),
  finding('R-18', 'needs-consultation'),
  finding('R-02', 'breach'),
  finding('R-05', 'needs-information'),
  finding('R-28', 'breach', 'proposal'),
)

const heard = { status: 'heard', wantedFrom: '2026-12-01', findings: open, consultations: [] } as const

function hearing(municipality: string, ...positions: ('support' | 'object' | 'conditional' | 'no-remarks')[]) {
  return ConsultationRow.parse({
    case: '26-0147',
    caseNumber: '26/0147',
    type: 'A3',
    proposal: null,
    applicant: 'Klinik 1',
    municipality,
    round: 1,
    state: positions.length === 0 ? 'sent' : 'answered',
    questions: '',
    sentOn: '2026-11-01',
    dueOn: '2026-11-22',
    daysLeft: 0,
    superseded: false,
    exempt: null,
    remindedOn: null,
    request: null,
    delivery: null,
    answers: positions.map((position) => ({
      position,
      text: '',
      answeredOn: '2026-11-20',
      late: false,
      cameBy: 'portal',
      topics: [],
      attachments: [],
      counterProposal: null,
    })),
    caseStatus: 'heard',
    rulingOutcome: null,
  })
}

describe('findings by name', () => {
  it('stand worst first', () => {
    expect(worstFirst(open).map(({ rule }) => rule)).toEqual(['R-02', 'R-28', 'R-05', 'R-18', 'R-39'])
  })

  it.each([
    ['Fraviget, jf. R-02.', true],
    ['se (r-02)', true],
    ['se R-2 og r02', true],
    ['Fraviget, jf. F02.', true],
    ['se F2', true],
    ['R-021 er ikke R-02a', false],
    ['R-20 og F20', false],
    ['æR-02', false],
  ])('“%s” names R-02: %s', (text, does) => {
    expect(mentions(text, 'R-02')).toBe(does)
  })

  it('tells when an outcome changed, and from what', () => {
    const now = finding('R-02', 'breach')
    const earlier = [set(finding('R-02', 'breach')), set(finding('R-02', 'pass'))]
    expect(changedSince(now, earlier)?.finding.outcome).toBe('pass')
    expect(changedSince(finding('R-03', 'pass'), earlier)).toBeUndefined()
  })
})

describe('what the reasons must address', () => {
  it('is every breach, open hearing and missing information, but no proposal and nothing met', () => {
    expect(
      toAddress(open, { reasons: '', outcome: 'granted' }).map(({ finding, state }) => [finding.rule, state]),
    ).toEqual([
      ['R-02', 'unaddressed'],
      ['R-05', 'waiting'],
      ['R-18', 'waiting'],
    ])
  })

  it('counts a finding as addressed once its token stands in the text', () => {
    const states = toAddress(open, {
      reasons: 'R-02: kapaciteten følger patienterne.\nF18: Aarhus har telefonisk frafaldet.',
      outcome: null,
    })
    expect(states.map(({ state }) => state)).toEqual(['addressed', 'waiting', 'addressed'])
  })
})

describe('answers that the reasons must address', () => {
  const rows = [
    hearing('0746', 'object', 'no-remarks'),
    hearing('0751', 'conditional'),
    hearing('0615', 'support', 'object'),
    hearing('0661'),
  ]

  it('are those whose latest is against or sets conditions', () => {
    expect(answersToAddress(rows, { reasons: 'K0746: kommunens tab opvejes.' })).toEqual([
      { token: 'K0746', municipality: '0746', position: 'object', state: 'addressed' },
      { token: 'K0751', municipality: '0751', position: 'conditional', state: 'unaddressed' },
    ])
  })

  it('keep a ruling from being sent until each is named, a refusal too', () => {
    const draft = { ...emptyRuling('2026-12-01'), outcome: 'refused' as const, reasons: 'R-18, K0746' }
    expect(obstacles(draft, { ...heard, consultations: rows })).toEqual([{ code: 'answer', token: 'K0751' }])
    expect(obstacles({ ...draft, reasons: 'R-18, K0746 og K0751' }, { ...heard, consultations: rows })).toEqual([])
  })
})

describe('sending a ruling', () => {
  it('tells every obstacle at once', () => {
    const draft = { ...emptyRuling(''), participants: { regional: 0, municipal: 0, physiotherapists: 0 } }
    expect(obstacles(draft, heard)).toEqual([
      { code: 'outcome' },
      { code: 'participants' },
      { code: 'reasons' },
      { code: 'effectiveFrom' },
      { code: 'finding', token: 'R-02' },
      { code: 'finding', token: 'R-05' },
      { code: 'finding', token: 'R-18' },
    ])
  })

  it('asks for a condition when the ruling has conditions', () => {
    const draft = {
      ...emptyRuling('2026-12-01'),
      outcome: 'granted-with-conditions' as const,
      reasons: 'R-02 R-05 R-18',
    }
    expect(obstacles({ ...draft, conditions: ['  '] }, heard)).toEqual([{ code: 'conditions' }])
    expect(obstacles({ ...draft, conditions: ['Adgang for kørestol'] }, heard)).toEqual([])
  })

  it('needs no effective date and no findings when the committee disagrees', () => {
    const draft = { ...emptyRuling(''), outcome: 'disagreement' as const, reasons: 'Regionens side: ...' }
    expect(obstacles(draft, heard)).toEqual([])
  })

  it('departs from each addressed finding with the paragraphs that name it', () => {
    const draft = { ...emptyRuling('2026-12-01'), reasons: 'Om R-02.\nOm R-05 og R-18.\nMere om R-02.' }
    expect(derogationsOf({ ...draft, outcome: 'granted' }, open)).toEqual([
      { rule: 'R-02', reason: 'Om R-02.\nMere om R-02.' },
      { rule: 'R-05', reason: 'Om R-05 og R-18.' },
      { rule: 'R-18', reason: 'Om R-05 og R-18.' },
    ])
  })

  it('refuses without departing from anything but a hearing that was not waited for', () => {
    const draft = { ...emptyRuling('2026-12-01'), reasons: 'Om R-18.', outcome: 'refused' as const }
    expect(obstacles(draft, heard)).toEqual([])
    expect(obstacles({ ...draft, reasons: 'Nej.' }, heard)).toEqual([{ code: 'finding', token: 'R-18' }])
    expect(derogationsOf(draft, open)).toEqual([{ rule: 'R-18', reason: 'Om R-18.' }])
  })

  it('waits for the hearing, the wanted date and both sides of the committee', () => {
    const draft = { ...emptyRuling('2026-11-30'), reasons: 'R-02 R-05 R-18', outcome: 'granted' as const }
    const participants = { regional: 2, municipal: 2, physiotherapists: 0 }
    expect(obstacles({ ...draft, participants }, { ...heard, status: 'in-consultation' })).toEqual([
      { code: 'status' },
      { code: 'participants' },
      { code: 'beforeWanted' },
    ])
  })
})
