import { describe, expect, it } from 'vitest'
import { ActivityPeriod } from '#events/activity'
import { ClinicId } from '#events/identifiers'
import { EffectiveDate } from '#events/time'
import type { Told } from '../../web/pages/followUp/answer.ts'
import { type Review, toExamine } from '../../web/pages/followUp/reviews.ts'

const clinic = (id: string) => ({ level: 'clinic' as const, id: ClinicId.parse(id) })
const found = (code: string): Told => ({
  rule: code.slice(0, 4),
  outcome: 'needs-information',
  strength: 'binding',
  code,
  params: {},
  measured: [],
  missing: ['cause'],
  inputs: [],
})
const [year, before] = [ActivityPeriod.parse('2025'), ActivityPeriod.parse('2024')]
const open: Review = {
  about: clinic('k-0'),
  name: 'Klinik Nord',
  municipality: null,
  period: year,
  specialty: '62',
  rule: 'R-21',
  openedOn: EffectiveDate.parse('2026-04-08'),
  closedOn: null,
  conclusion: null,
  reason: 'Klinikken er spurgt',
  closingReason: null,
  found: null,
}
const closed: Review = { ...open, closedOn: EffectiveDate.parse('2026-06-10'), conclusion: 'explained' }
const asked = (reviews: readonly Review[], codes: readonly string[]) =>
  toExamine({ reviews: [...reviews], period: year, specialty: '62' }, clinic('k-0'), codes.map(found)).map(
    ({ rule, review }) => [rule, review],
  )

describe('what can be examined in a row', () => {
  it('a cost at the threshold and treatment above the limit, each by its rule; what is met or unknown cannot', () => {
    expect(asked([], ['R-21.examine', 'R-23.above'])).toEqual([
      ['R-21', null],
      ['R-23', null],
    ])
    expect(asked([], ['R-21.below', 'R-23.unknown', 'R-25.explained'])).toEqual([])
  })

  it('under an open review it can be concluded; once closed it is not opened anew', () => {
    expect(asked([open], ['R-21.underReview'])).toEqual([['R-21', open]])
    expect(asked([closed], ['R-21.examine'])).toEqual([])
  })

  it('a review of another clinic, period, specialty or rule is another review', () => {
    const others: readonly Review[] = [
      { ...open, about: clinic('k-1') },
      { ...open, period: before },
      { ...open, specialty: '51' },
      { ...open, rule: 'R-23' },
    ]
    expect(asked(others, ['R-21.examine'])).toEqual([['R-21', null]])
  })
})
