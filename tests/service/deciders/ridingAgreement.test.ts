import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { RidingAgreementCommand } from '#api/commands/ridingAgreement'
import { AgreementId, PersonId, SchoolId } from '#events/identifiers'
import type { RidingAgreementEvent } from '#events/ridingAgreement'
import { ridingAgreement } from '#service/deciders/ridingAgreement'
import { given, on } from '../../given.ts'
import { code } from '../rules/facts.ts'

const agreement = AgreementId.parse('ra-1')
const lemvig = SchoolId.parse('lemvig')
const struer = SchoolId.parse('struer')
const requested: RidingAgreementEvent = {
  type: 'RidingAgreementRequested',
  effectiveFrom: on('2010-01-01'),
  data: { agreement, school: lemvig, therapist: PersonId.parse('p-1'), provider: null, hoursTenths: 120 },
}
const permitted = (hoursTenths: number, date = '2010-02-01', school = lemvig): RidingAgreementEvent => ({
  type: 'RidingAgreementPermitted',
  effectiveFrom: on(date),
  data: { school, hoursTenths, conditions: null },
})
const started: RidingAgreementEvent = {
  type: 'RidingAgreementStarted',
  effectiveFrom: on('2010-03-01'),
  data: { hoursTenths: 120 },
}
const area = (codes: string[], accession: string, date = '2010-02-01'): RidingAgreementEvent => ({
  type: 'CoverageAreaRecorded',
  effectiveFrom: on(date),
  data: { area: { kind: 'municipality', codes: codes.map(code) }, accessionDate: on(accession), sourceDocument: 'A 1' },
})
const change = (to: number, date = '2027-02-01'): RidingAgreementCommand => ({
  type: 'ChangeRidingHours',
  data: { agreement, effectiveFrom: on(date), to },
})
const move = (change: { from?: SchoolId; to?: SchoolId; document?: string | null } = {}): RidingAgreementCommand => ({
  type: 'MoveRidingAgreement',
  data: {
    agreement,
    effectiveFrom: on('2027-02-01'),
    from: change.from ?? lemvig,
    to: change.to ?? struer,
    municipality: code('0671'),
    sourceDocument: change.document ?? null,
  },
})
const moved: RidingAgreementEvent = {
  type: 'RidingAgreementMoved',
  effectiveFrom: on('2027-02-01'),
  data: { from: lemvig, to: struer },
}

describe('R-13: moving a riding agreement', () => {
  test('permits the new school with the hours held, and moves there', () => {
    given(ridingAgreement, requested, permitted(140), started)
      .when(move())
      .thenEvents(permitted(120, '2027-02-01', struer), moved)
  })

  test('R-15 the area of who acceded from 2007 on follows the school; one agreed before stays', () => {
    const history = [requested, permitted(120), started] as const
    given(ridingAgreement, ...history, area(['0665'], '2007-01-01'))
      .when(move({ document: 'Afgørelse nr. 2027-1' }))
      .thenEvents(permitted(120, '2027-02-01', struer), moved, {
        type: 'CoverageAreaRecorded',
        effectiveFrom: on('2027-02-01'),
        data: {
          area: { kind: 'municipality', codes: [code('0671')] },
          accessionDate: on('2007-01-01'),
          sourceDocument: 'Afgørelse nr. 2027-1',
        },
      })
    given(ridingAgreement, ...history, area(['0665'], '2006-12-31'))
      .when(move())
      .thenEvents(permitted(120, '2027-02-01', struer), moved)
  })

  test('is refused from a school where the agreement is not, without a permission, and after the end', () => {
    const running = [requested, permitted(120), started] as const
    given(ridingAgreement, ...running)
      .when(move({ from: SchoolId.parse('skive') }))
      .thenRefused('ridingAgreement.otherSchool', { school: 'lemvig' })
    given(ridingAgreement, requested).when(move()).thenRefused('ridingAgreement.notStarted')
    given(ridingAgreement, ...running, {
      type: 'RidingAgreementEnded',
      effectiveFrom: on('2027-02-01'),
      data: { reason: 'Ophør' },
    })
      .when(move())
      .thenRefused('ridingAgreement.ended')
  })
})

describe('hours of a riding agreement', () => {
  test('R-11 hours given up do not come back without a new permission', () => {
    const reduced: RidingAgreementEvent = {
      type: 'RidingHoursChanged',
      effectiveFrom: on('2020-01-01'),
      data: { old: 120, new: 60 },
    }
    const less = given(ridingAgreement, requested, permitted(140), started, reduced)
    less.when(change(61)).thenRefused('ridingAgreement.moreThanPermitted', { permittedHoursTenths: 60 })
    given(ridingAgreement, requested, permitted(140), started, reduced, permitted(100, '2027-02-01'))
      .when(change(100))
      .thenEvents({ type: 'RidingHoursChanged', effectiveFrom: on('2027-02-01'), data: { old: 60, new: 100 } })
  })

  test('a permitted agreement can give up hours before it starts, and then starts with no more than it has', () => {
    const before = given(ridingAgreement, requested, permitted(120))
    const less: RidingAgreementEvent = {
      type: 'RidingHoursChanged',
      effectiveFrom: on('2010-02-15'),
      data: { old: 120, new: 80 },
    }
    before.when(change(80, '2010-02-15')).thenEvents(less)
    const start = (hoursTenths: number): RidingAgreementCommand => ({
      type: 'StartRidingAgreement',
      data: { agreement, effectiveFrom: on('2010-03-01'), hoursTenths },
    })
    const after = given(ridingAgreement, requested, permitted(120), less)
    after.when(start(120)).thenRefused('ridingAgreement.moreThanPermitted', { permittedHoursTenths: 80 })
    after
      .when(start(80))
      .thenEvents({ type: 'RidingAgreementStarted', effectiveFrom: on('2010-03-01'), data: { hoursTenths: 80 } })
  })

  test('R-11 what was permitted and never started lapses too', () => {
    given(ridingAgreement, requested, permitted(120))
      .when({ type: 'LapseRidingNumber', data: { agreement, effectiveFrom: on('2027-01-01') } })
      .thenEvents({ type: 'RidingNumberLapsed', effectiveFrom: on('2027-01-01'), data: { hoursTenths: 120 } })
    given(ridingAgreement, requested)
      .when({ type: 'LapseRidingNumber', data: { agreement, effectiveFrom: on('2027-01-01') } })
      .thenRefused('ridingAgreement.notStarted')
  })

  test('a permission at the same school for the same hours says nothing new', () => {
    given(ridingAgreement, requested, permitted(120))
      .when({
        type: 'PermitRidingAgreement',
        data: { agreement, effectiveFrom: on('2011-01-01'), hoursTenths: 120, conditions: null },
      })
      .thenNothing()
  })

  test('never exceed what was permitted nor come back once given up, whatever is asked in whatever order', () => {
    const command = fc.oneof(
      fc.nat(200).map((to): RidingAgreementCommand => change(to + 1)),
      fc.nat(200).map(
        (hours): RidingAgreementCommand => ({
          type: 'StartRidingAgreement',
          data: { agreement, effectiveFrom: on('2027-02-01'), hoursTenths: hours + 1 },
        }),
      ),
    )
    fc.assert(
      fc.property(fc.array(command, { maxLength: 12 }), (commands) => {
        const history: RidingAgreementEvent[] = [requested, permitted(120)]
        for (const one of commands) {
          const { state } = given(ridingAgreement, ...history)
          try {
            const context = { today: on('2026-11-22'), plan: null, findings: null, caseStatus: null, caseKnown: null }
            history.push(...ridingAgreement.decide(one, state, context))
          } catch {
            // Refused: nothing has happened.
          }
        }
        let most = 120
        for (const { type, data } of history) {
          if (type !== 'RidingAgreementStarted' && type !== 'RidingHoursChanged') continue
          const held = 'new' in data ? data.new : 'hoursTenths' in data ? data.hoursTenths : 0
          expect(held).toBeLessThanOrEqual(most)
          // What a change gives up is gone: there was one permission and no other.
          if ('old' in data && 'new' in data && data.new < data.old) most = data.new
        }
      }),
    )
  })
})
