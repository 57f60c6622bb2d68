import { describe, expect, it } from 'vitest'
import { historyOf } from '../../web/pages/cases/history.ts'

const events = (...types: string[]) => types.map((type, index) => ({ type, number: index + 1 }))
const types = (list: readonly { readonly type: string }[]) => list.map(({ type }) => type)

describe('the history of a case', () => {
  it('tells a decision of the national committee once, and the latest first', () => {
    const all = events(
      'CaseOpened',
      'DisagreementRecorded',
      'ReferredToNationalCommittee',
      'CaseReferred',
      'NationalCommitteeDecided',
      'CaseDecidedNationally',
    )
    expect(types(historyOf(all))).toEqual([
      'NationalCommitteeDecided',
      'ReferredToNationalCommittee',
      'DisagreementRecorded',
      'CaseOpened',
    ])
  })

  it('tells of a ruling and of its withdrawal once', () => {
    const all = events('RulingIssued', 'CaseRuled', 'RulingWithdrawn', 'CaseRulingWithdrawn')
    expect(types(historyOf(all))).toEqual(['RulingWithdrawn', 'RulingIssued'])
  })

  it('keeps what the case says itself from a reader who may not know the docket', () => {
    expect(types(historyOf(events('CaseOpened', 'CaseRuled', 'CaseDecidedNationally')))).toEqual([
      'CaseDecidedNationally',
      'CaseRuled',
      'CaseOpened',
    ])
  })
})
