import { describe, expect, it } from 'vitest'
import type { CaseStatus } from '#api/views/case'
import { Finding, FindingSet, type Outcome } from '#events/finding'
import { MunicipalityCode } from '#events/identifiers'
import { noHearing } from '../../web/pages/cases/noHearing.ts'
import { progress } from '../../web/pages/cases/progress.ts'

function checked(rule: string, outcome: Outcome, hearCapacityCases = true) {
  const finding = Finding.parse({
    rule,
    version: 1,
    outcome,
    strength: 'principle',
    derogationPossible: true,
    code: rule,
    params: {},
    measured: [],
    flips: [],
    parameters: { hearCapacityCases },
    missing: [],
    inputs: [],
    evidence: [],
    sources: [{ kind: 'ASSUMPTION', id: 'test' }],
  })
  return FindingSet.parse({
    ruleSet: 'OK-2024',
    ruleSetVersion: 1,
    effectiveOn: '2026-12-01',
    knownAt: '2026-11-22T09:00:00.000Z',
    docketRevision: -1,
    findings: [finding],
  })
}

const bare = { findings: null, involved: [], consultations: [] }
const named = { ...bare, involved: [MunicipalityCode.parse('0746')] }

function stateOf(step: string, status: CaseStatus, file: Parameters<typeof noHearing>[0] = named) {
  return progress({ ...file, row: { status } }).find((one) => one.step === step)?.state
}

describe('the header of a case', () => {
  it('stands at the hearing while it is open, and at nothing when ruled', () => {
    expect(stateOf('heard', 'in-consultation')).toBe('current')
    expect(stateOf('tabled', 'tabled')).toBe('current')
    expect(progress({ ...named, row: { status: 'ruled' } }).every(({ state }) => state === 'done')).toBe(true)
    expect(progress({ ...named, row: { status: 'withdrawn' } }).some(({ state }) => state === 'current')).toBe(false)
  })

  it('goes from the check to the meeting where nobody is heard', () => {
    const file = { ...bare, findings: checked('R-18', 'not-applicable') }
    expect(stateOf('heard', 'checked', file)).toBe('skipped')
    expect(stateOf('tabled', 'checked', file)).toBe('current')
    expect(stateOf('heard', 'ruled', file)).toBe('skipped')
  })
})

describe('a case that hears nobody', () => {
  it('says whether its type has no hearing, the rule set hears riding only, or nothing moves', () => {
    expect(noHearing({ ...bare, findings: checked('R-09', 'pass') })).toBe('type')
    expect(noHearing({ ...bare, findings: checked('R-18', 'not-applicable', false) })).toBe('ridingOnly')
    expect(noHearing({ ...bare, findings: checked('R-18', 'not-applicable') })).toBe('nothingMoves')
  })

  it('is not one whose municipalities are not known yet, that was not checked, or that names one', () => {
    expect(noHearing({ ...bare, findings: checked('R-18', 'needs-information') })).toBeNull()
    expect(noHearing(bare)).toBeNull()
    expect(noHearing({ ...named, findings: checked('R-18', 'not-applicable') })).toBeNull()
  })
})
