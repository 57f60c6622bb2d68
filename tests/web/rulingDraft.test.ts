import { describe, expect, it } from 'vitest'
import { Finding, FindingSet, type Outcome, type Strength } from '#events/finding'
import { changedSince, mentions, tokened } from '../../web/pages/cases/findingTokens.ts'
import { derogationsOf, emptyRuling, obstacles, toAddress } from '../../web/pages/cases/rulingDraft.ts'

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

const heard = { status: 'heard', wantedFrom: '2026-12-01', findings: open } as const

describe('findings by token', () => {
  it('names the worst F1 and keeps the order of the rules among equals', () => {
    expect(tokened(open).map(({ token, finding }) => [token, finding.rule])).toEqual([
      ['F1', 'R-02'],
      ['F2', 'R-28'],
      ['F3', 'R-05'],
      ['F4', 'R-18'],
      ['F5', 'R-39'],
    ])
  })

  it('finds a token only as a word of its own', () => {
    expect(mentions('Fraviget, jf. F1.', 'F1')).toBe(true)
    expect(mentions('se (f1)', 'F1')).toBe(true)
    expect(mentions('F12 er ikke F1a', 'F1')).toBe(false)
    expect(mentions('æF1', 'F1')).toBe(false)
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
    expect(toAddress(open, { reasons: '', outcome: 'granted' }).map(({ token, state }) => [token, state])).toEqual([
      ['F1', 'unaddressed'],
      ['F3', 'waiting'],
      ['F4', 'waiting'],
    ])
  })

  it('counts a finding as addressed once its token stands in the text', () => {
    const states = toAddress(open, {
      reasons: 'F1: kapaciteten følger patienterne.\nF4: Aarhus har telefonisk frafaldet.',
      outcome: null,
    })
    expect(states.map(({ state }) => state)).toEqual(['addressed', 'waiting', 'addressed'])
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
      { code: 'finding', token: 'F1' },
      { code: 'finding', token: 'F3' },
      { code: 'finding', token: 'F4' },
    ])
  })

  it('asks for a condition when the ruling has conditions', () => {
    const draft = { ...emptyRuling('2026-12-01'), outcome: 'granted-with-conditions' as const, reasons: 'F1 F3 F4' }
    expect(obstacles({ ...draft, conditions: ['  '] }, heard)).toEqual([{ code: 'conditions' }])
    expect(obstacles({ ...draft, conditions: ['Adgang for kørestol'] }, heard)).toEqual([])
  })

  it('needs no effective date and no findings when the committee disagrees', () => {
    const draft = { ...emptyRuling(''), outcome: 'disagreement' as const, reasons: 'Regionens side: ...' }
    expect(obstacles(draft, heard)).toEqual([])
  })

  it('departs from each addressed finding with the paragraphs that name it', () => {
    const draft = { ...emptyRuling('2026-12-01'), reasons: 'Om F1.\nOm F3 og F4.\nMere om F1.' }
    expect(derogationsOf({ ...draft, outcome: 'granted' }, open)).toEqual([
      { rule: 'R-02', reason: 'Om F1.\nMere om F1.' },
      { rule: 'R-05', reason: 'Om F3 og F4.' },
      { rule: 'R-18', reason: 'Om F3 og F4.' },
    ])
  })

  it('refuses without departing from anything but a hearing that was not waited for', () => {
    const draft = { ...emptyRuling('2026-12-01'), reasons: 'Om F4.', outcome: 'refused' as const }
    expect(obstacles(draft, heard)).toEqual([])
    expect(obstacles({ ...draft, reasons: 'Nej.' }, heard)).toEqual([{ code: 'finding', token: 'F4' }])
    expect(derogationsOf(draft, open)).toEqual([{ rule: 'R-18', reason: 'Om F4.' }])
  })

  it('waits for the hearing, the wanted date and both sides of the committee', () => {
    const draft = { ...emptyRuling('2026-11-30'), reasons: 'F1 F3 F4', outcome: 'granted' as const }
    const participants = { regional: 2, municipal: 2, physiotherapists: 0 }
    expect(obstacles({ ...draft, participants }, { ...heard, status: 'in-consultation' })).toEqual([
      { code: 'status' },
      { code: 'participants' },
      { code: 'beforeWanted' },
    ])
  })
})
