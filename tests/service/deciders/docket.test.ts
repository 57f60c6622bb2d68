import { describe, expect, test } from 'vitest'
import type { DocketEvent } from '#events/docket'
import type { FindingSet } from '#events/finding'
import { CaseId, RegionCode } from '#events/identifiers'
import { RecordedAt } from '#events/time'
import type { Context } from '#service/deciders/decider'
import { docket } from '#service/deciders/docket'
import { evaluate } from '#service/rules/rulebook'
import { ok2024 } from '#service/rules/ruleSets'
import { given, nothingKnown, on } from '../../given.ts'
import { address, code, midtjylland, relocationFacts } from '../rules/facts.ts'

const id = CaseId.parse('26-0147')
const other = CaseId.parse('26-0148')
const { today } = nothingKnown
const { parameters } = ok2024(midtjylland)

/** Skanderborg to Aarhus, nobody heard: are not met. */
function findings(docketRevision: number, accessibility: string | null = 'Niveaufri'): FindingSet {
  const facts = relocationFacts({
    from: address('0746', 'Adelgade 2'),
    to: address('0751', 'Silkeborgvej 40'),
    receivedOn: '2026-11-01',
    wantedFrom: '2027-03-01',
    accessibility,
    consultations: [
      { municipality: code('0746'), state: 'answered', dueOn: on('2026-12-14'), inputs: [] },
      { municipality: code('0751'), state: 'sent', dueOn: on('2026-12-14'), inputs: [] },
    ],
  })
  return {
    ruleSet: 'OK-2024',
    ruleSetVersion: 1,
    effectiveOn: on('2027-03-01'),
    knownAt: RecordedAt.parse('2026-11-22T09:00:00.000Z'),
    docketRevision,
    findings: evaluate(facts, parameters),
  }
}

function known(revision = -1, change: Partial<Context> = {}): Partial<Context> {
  return {
    plan: parameters,
    caseStatus: 'tabled',
    findings: findings(revision),
    caseKnown: {
      region: midtjylland,
      wantedFrom: on('2027-03-01'),
      round: 1,
      involved: [code('0746'), code('0751')],
      findings: findings(revision),
    },
    ...change,
  }
}

const unmet = ['R-02', 'R-05', 'R-18', 'R-38']
const ruling = {
  committee: midtjylland,
  case: id,
  outcome: 'granted' as const,
  reasons: 'Styrker dækningen.',
  conditions: [],
  derogations: unmet.map((rule) => ({ rule, reason: 'Fraviges' })),
  effectiveFrom: on('2027-03-01'),
  participants: { regional: 2, municipal: 2, physiotherapists: 4 },
}
const issue = (change: object = {}) => ({
  type: 'IssueRuling' as const,
  data: { ...ruling, agreed: true as const, docketRevision: -1, ...change },
})
const issued = (number: string, change: object = {}, revision = -1): DocketEvent => ({
  type: 'RulingIssued',
  effectiveFrom: today,
  data: { ...ruling, number, known: findings(revision), ...change },
})

describe('a ruling', () => {
  test('gets the first number of the year, and keeps what the committee knew', () => {
    given(docket).when(issue(), known()).thenEvents(issued('2026-0001'))
  })

  test('while an answer may still be replaced it says that the committee knows; then and otherwise the event is the same', () => {
    const openHearing = { municipalities: ['0746'], until: on('2026-12-14') }
    const open = known(-1, { openHearing })
    given(docket).when(issue(), open).thenRefused('docket.hearingOpen', openHearing)
    given(docket)
      .when(issue({ despiteOpenHearing: true }), open)
      .thenEvents(issued('2026-0001'))
    given(docket)
      .when(issue({ despiteOpenHearing: true }), known(-1, { openHearing: null }))
      .thenEvents(issued('2026-0001'))
    // Sent again, it is the ruling that was made.
    given(docket, issued('2026-0001'))
      .when(issue({ despiteOpenHearing: true }), open)
      .thenEvents()
  })

  test('numbers follow the docket, begin anew each year, and are not used twice', () => {
    const first = issued('2026-0001', { case: other })
    given(docket, first)
      .when(issue({ docketRevision: 0 }), known(0))
      .thenEvents(issued('2026-0002', {}, 0))
    const withdrawn: DocketEvent = {
      type: 'RulingWithdrawn',
      effectiveFrom: today,
      data: { case: other, number: '2026-0001', reason: 'Fejl' },
    }
    given(docket, first, withdrawn)
      .when(issue({ docketRevision: 1 }), known(1))
      .thenEvents(issued('2026-0002', {}, 1))
    given(docket, first)
      .when(issue({ docketRevision: 0 }), { ...known(0), today: on('2027-01-04') })
      .thenEvents({ ...issued('2027-0001', {}, 0), effectiveFrom: on('2027-01-04') })
  })

  test('on findings that the docket has left behind is refused', () => {
    given(docket, issued('2026-0001', { case: other }))
      .when(issue(), known(0))
      .thenRefused('docket.staleFindings', { seen: -1, current: 0 })
  })

  test('waits until the last one stands in the register', () => {
    given(docket, issued('2026-0001', { case: other }))
      .when(issue({ docketRevision: 0 }), known(-1))
      .thenRefused('docket.effectPending')
  })

  test('on findings that changed since they were shown is refused with their names', () => {
    given(docket)
      .when(issue(), { ...known(), findings: evaluateAgain() })
      .thenRefused('docket.findingsChanged', { rules: ['R-38'] })
    const { caseKnown } = known()
    if (!caseKnown) throw new Error('nothing known')
    given(docket)
      .when(issue(), { ...known(), caseKnown: { ...caseKnown, findings: null } })
      .thenRefused('docket.findingsChanged')
  })

  test('gives a reason for every breach and every open hearing that it overrules', () => {
    given(docket)
      .when(issue({ derogations: [] }), known())
      .thenRefused('docket.reasonsMissing', { rules: unmet })
    given(docket)
      .when(issue({ derogations: ruling.derogations.slice(1) }), known())
      .thenRefused('docket.reasonsMissing', { rules: ['R-02'] })
  })

  test('gives no reason where there is nothing to overrule, and none twice', () => {
    const met = { rule: 'R-03', reason: 'Fraviges' }
    given(docket)
      .when(issue({ derogations: [...ruling.derogations, met] }), known())
      .thenRefused('docket.nothingToOverrule', { rules: ['R-03'] })
    given(docket)
      .when(issue({ derogations: [...ruling.derogations, ...ruling.derogations.slice(0, 1)] }), known())
      .thenRefused('docket.nothingToOverrule', { rules: ['R-02'] })
  })

  test('that refuses overrules no breach, but still answers for an open hearing', () => {
    given(docket)
      .when(issue({ outcome: 'refused', derogations: [] }), known())
      .thenRefused('docket.reasonsMissing', { rules: ['R-18', 'R-38'] })
    const derogations = ['R-18', 'R-38'].map((rule) => ({ rule, reason: 'Afslag uanset svar' }))
    given(docket)
      .when(issue({ outcome: 'refused', derogations }), known())
      .thenEvents(issued('2026-0001', { outcome: 'refused', derogations }))
  })

  test('has conditions exactly when it says so', () => {
    given(docket)
      .when(issue({ outcome: 'granted-with-conditions' }), known())
      .thenRefused('docket.conditionsNeeded')
    given(docket)
      .when(issue({ conditions: ['Parkering'] }), known())
      .thenRefused('docket.conditionsUnexpected')
  })

  test.each([
    [{ regional: 0, municipal: 0, physiotherapists: 4 }, 'public'],
    [{ regional: 2, municipal: 2, physiotherapists: 0 }, 'physiotherapists'],
  ])('needs both sides: %o', (participants, side) => {
    given(docket).when(issue({ participants }), known()).thenRefused('docket.sideMissing', { side })
  })

  test.each(['received', 'awaiting-information', 'checked', 'ruled', 'withdrawn'])(
    'is not made on a %s case',
    (status) => {
      given(docket)
        .when(issue(), known(-1, { caseStatus: status }))
        .thenRefused('docket.notReady', { status })
    },
  )

  test('R-41: is made by the committee that is responsible on the day: from the merger on the new one, not the old', () => {
    const [old, merged] = [RegionCode.parse('1084'), RegionCode.parse('ost')]
    const caseKnown = {
      region: old,
      wantedFrom: on('2027-03-01'),
      round: 1,
      involved: [code('0746'), code('0751')],
      findings: findings(-1),
    }
    const ruledOn = (day: string, committee: RegionCode) =>
      given(docket).when(issue({ committee }), { ...known(), today: on(day), caseKnown })
    ruledOn('2026-12-31', merged).thenRefused('docket.otherCommittee', { region: '1084', committee: 'ost' })
    ruledOn('2027-01-01', old).thenRefused('docket.otherCommittee', { region: 'ost', committee: '1084' })
    const written = (day: string, committee: RegionCode) =>
      docket.decide(issue({ committee }), docket.initial, { ...nothingKnown, ...known(), today: on(day), caseKnown })
    expect(written('2026-12-31', old)).toMatchObject([{ type: 'RulingIssued' }])
    expect(written('2027-01-01', merged)).toMatchObject([{ type: 'RulingIssued' }])
  })

  test('is not made on an unknown case, another region’s, one ruled or referred, or before the date wanted', () => {
    given(docket).when(issue()).thenRefused('docket.unknownCase')
    given(docket)
      .when(issue({ committee: RegionCode.parse('1081') }), known())
      .thenRefused('docket.otherCommittee', { region: '1082' })
    given(docket, issued('2026-0001'))
      .when(issue({ reasons: 'Andre grunde', docketRevision: 0 }), known(0))
      .thenRefused('docket.alreadyRuled', { number: '2026-0001' })
    given(docket, { type: 'ReferredToNationalCommittee', effectiveFrom: today, data: { case: id, reason: 'demand' } })
      .when(issue({ docketRevision: 0 }), known(0))
      .thenRefused('docket.referred')
    given(docket)
      .when(issue({ effectiveFrom: on('2027-02-28') }), known())
      .thenRefused('docket.beforeWanted')
    given(docket)
      .when(issue(), known(-1, { findings: null }))
      .thenRefused('docket.noRuleSet')
  })
})

/** The hearing has been answered since: are not what they were; R-18 is put back to show one rule alone. */
function evaluateAgain(): FindingSet {
  const before = findings(-1)
  return {
    ...before,
    findings: before.findings.map((one) => (one.rule === 'R-38' ? { ...one, outcome: 'pass' as const } : one)),
  }
}

describe('without agreement', () => {
  const sides = { case: id, sides: 'Kommunerne imod', participants: ruling.participants }

  test('disagreement is recorded and the case referred', () => {
    given(docket)
      .when({ type: 'RecordDisagreement', data: { committee: midtjylland, ...sides } }, known())
      .thenEvents(
        { type: 'DisagreementRecorded', effectiveFrom: today, data: sides },
        { type: 'ReferredToNationalCommittee', effectiveFrom: today, data: { case: id, reason: 'disagreement' } },
      )
    given(docket, issued('2026-0001'))
      .when({ type: 'RecordDisagreement', data: { committee: midtjylland, ...sides } }, known())
      .thenRefused('docket.alreadyRuled')
    given(docket)
      .when(
        { type: 'RecordDisagreement', data: { committee: midtjylland, ...sides } },
        known(-1, { caseStatus: 'checked' }),
      )
      .thenRefused('docket.notReady')
    given(docket)
      .when({ type: 'RecordDisagreement', data: { committee: RegionCode.parse('1084'), ...sides } }, known())
      .thenRefused('docket.otherCommittee', { region: midtjylland })
  })

  // Recorded 2026-11-20 by the clock of `given`, so 14 days go through 2026-12-04.
  test('a demand is possible through the fourteenth day after the ruling was recorded', () => {
    const demand = (receivedOn: string) => ({
      type: 'DemandReferral' as const,
      data: { committee: midtjylland, case: id, by: 'En part', receivedOn: on(receivedOn) },
    })
    const later = { ...known(0), today: on('2026-12-08') }
    given(docket, issued('2026-0001'))
      .when(demand('2026-12-05'), later)
      .thenRefused('docket.referralTooLate', { until: '2026-12-04' })
    given(docket, issued('2026-0001'))
      .when(demand('2026-12-04'), later)
      .thenEvents(
        {
          type: 'ReferralDemanded',
          effectiveFrom: on('2026-12-08'),
          data: { case: id, by: 'En part', receivedOn: on('2026-12-04') },
        },
        {
          type: 'ReferredToNationalCommittee',
          effectiveFrom: on('2026-12-08'),
          data: { case: id, reason: 'demand' },
        },
      )
    given(docket).when(demand('2026-12-04'), later).thenRefused('docket.notRuled')
    given(docket, issued('2026-0001')).when(demand('2026-12-04'), known(0)).thenRefused('docket.receivedInFuture')
  })
})

describe('withdrawing a ruling', () => {
  test('happens once, and only to a ruling that was made', () => {
    const data = { case: id, number: '2026-0001', reason: 'Fejl i grundlaget' }
    given(docket, issued('2026-0001'))
      .when({ type: 'WithdrawRuling', data: { committee: midtjylland, ...data } })
      .thenEvents({ type: 'RulingWithdrawn', effectiveFrom: today, data })
    given(docket)
      .when({ type: 'WithdrawRuling', data: { committee: midtjylland, ...data } })
      .thenRefused('docket.unknownRuling')
  })

  test('the docket knows its revision, whatever the event', () => {
    expect(given(docket).state.revision).toBe(-1)
    expect(given(docket, issued('2026-0001')).state.revision).toBe(0)
  })
})
