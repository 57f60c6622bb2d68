import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Finding, Flip } from '#events/finding'
import { flipWords } from '#events/flipWords'
import { placeholders } from '#events/glossary'
import type { PlanParameters } from '#events/planParameters'
import { addDays } from '#service/rules/calendar'
import type { CaseFacts } from '#service/rules/facts'
import { flipsOf, type Lever } from '#service/rules/flip'
import type { Rule } from '#service/rules/rule'
import { caseRules } from '#service/rules/rulebook'
import { ok2024, rm2015 } from '#service/rules/ruleSets'
import { on } from '../../given.ts'
import { address, midtjylland, relocationFacts } from './facts.ts'

const hours = rm2015.parameters
const units = ok2024(midtjylland).parameters

const toAarhus = {
  from: address('0746', 'Adelgade 2'),
  to: address('0751', 'Silkeborgvej 40', { position: [10.2, 56.15] }),
}
const within = { from: toAarhus.from, to: address('0746', 'Adelgade 40', { position: [9.9, 56.04] }) }

function rule(id: string): Rule {
  const found = caseRules.find((one) => one.id === id)
  if (found === undefined) throw new Error(`no rule ${id}`)
  return found
}

function takeover(sharesHundredths: readonly number[], receivedOn: string, wantedFrom: string): CaseFacts {
  const facts = relocationFacts({ ...within, receivedOn, wantedFrom })
  return { ...facts, type: 'A2', relocation: null, transfer: { provider: '000001', sharesHundredths } }
}

/** The facts with the flip applied, or a part of it. */
function applied(of: Rule, facts: CaseFacts, { key, needs }: Flip, part = needs): CaseFacts {
  const lever = of.levers.find((one) => one.key === key)
  const changed = part === 0 ? facts : (lever?.move(facts, part) ?? null)
  if (changed === null) throw new Error(`${of.id}: ${key} cannot change by ${part} of ${needs}`)
  return changed
}

describe('what would flip a finding', () => {
  test('R-02: 55 hours that would leave Skanderborg for Aarhus: 55 h stay in Skanderborg', () => {
    const facts = relocationFacts({ ...toAarhus, wantedFrom: '2016-03-01', regime: 'HOURS', amount: 550 })
    expect(rule('R-02').evaluate(facts, hours).flips).toEqual([
      { key: 'capacityMoved', needs: -550, unit: 'hoursTenths', makes: 'pass', municipality: '0746' },
    ])
  })

  test('R-02: of 2.15 units with a tolerance of 0.40 it is enough that 1.75 stay', () => {
    const facts = relocationFacts({ ...toAarhus, wantedFrom: '2026-06-01', amount: 215 })
    const [flip] = rule('R-02').evaluate(facts, { ...units, toleranceUnitsHundredths: 40 }).flips
    expect(flip).toMatchObject({ needs: -175, unit: 'unitsHundredths', makes: 'pass' })
  })

  test('R-02: a move within the municipality is turned by nothing', () => {
    const facts = relocationFacts({ ...within, wantedFrom: '2026-06-01' })
    expect(rule('R-02').evaluate(facts, units)).toMatchObject({ outcome: 'pass', flips: [] })
  })

  test('R-03: 30 days with two addresses: the old one ends 30 days earlier, or the new one begins 30 days later', () => {
    const facts = relocationFacts({ ...within, wantedFrom: '2026-06-01', previousUntil: '2026-07-01' })
    expect(rule('R-03').evaluate(facts, units).flips).toEqual([
      { key: 'previousUntil', needs: -30, unit: 'days', makes: 'pass', to: '2026-06-01' },
      { key: 'wantedFrom', needs: 30, unit: 'days', makes: 'pass', to: '2026-07-01' },
    ])
  })

  test('R-05: 16 days of notice where 30 are asked for: 14 days later', () => {
    const facts = relocationFacts({ ...within, receivedOn: '2026-05-16', wantedFrom: '2026-06-01' })
    expect(rule('R-05').evaluate(facts, units).flips).toEqual([
      { key: 'wantedFrom', needs: 14, unit: 'days', makes: 'pass', to: '2026-06-15' },
    ])
  })

  test('R-05: late and across the border, so no single change is enough', () => {
    const facts = relocationFacts({ ...toAarhus, receivedOn: '2026-05-16', wantedFrom: '2026-06-01' })
    expect(rule('R-05').evaluate(facts, units)).toMatchObject({ outcome: 'breach', flips: [] })
  })

  test('R-05: in good time by 2 days, so a breach when it is wanted 3 days earlier', () => {
    const facts = relocationFacts({ ...within, receivedOn: '2026-04-30', wantedFrom: '2026-06-01' })
    expect(rule('R-05').evaluate(facts, units).flips).toContainEqual({
      key: 'wantedFrom',
      needs: -3,
      unit: 'days',
      makes: 'breach',
      to: '2026-05-29',
    })
  })

  test('R-06: 0.6 + 0.5 of a number: 0.10 less; wanted in May, received in April: from 1 June', () => {
    expect(rule('R-06').evaluate(takeover([60, 50], '2026-04-01', '2026-06-01'), units).flips).toContainEqual({
      key: 'share',
      needs: -10,
      unit: 'share',
      makes: 'pass',
    })
    expect(rule('R-06').evaluate(takeover([60, 40], '2026-04-01', '2026-05-01'), units).flips).toEqual([
      { key: 'wantedFrom', needs: 31, unit: 'days', makes: 'pass', to: '2026-06-01' },
    ])
  })

  test('a date is not sought beyond the end of the capacity regime', () => {
    const facts = relocationFacts({
      ...within,
      receivedOn: '2023-12-20',
      wantedFrom: '2023-12-28',
      regime: 'HOURS',
    })
    expect(rule('R-05').evaluate(facts, hours)).toMatchObject({ outcome: 'breach', flips: [] })
  })

  test('every lever has words for more and for less, and they fill in only what a flip says', () => {
    for (const { levers } of caseRules)
      for (const { key } of levers)
        for (const words of [flipWords[key].more, flipWords[key].less])
          for (const text of [words.da, words.en])
            for (const name of placeholders(text)) expect(['amount', 'to', 'municipality']).toContain(name)
  })
})

describe('B3: the stated flip flips the finding, one step less and 99 % of it do not', () => {
  const dates = fc.integer({ min: 0, max: 5000 }).map((days) => addDays(on('2014-01-01'), days))
  const moves = fc
    .record({
      crosses: fc.boolean(),
      wantedFrom: dates,
      notice: fc.integer({ min: -40, max: 200 }),
      overlap: fc.integer({ min: 0, max: 90 }),
      amount: fc.option(fc.integer({ min: 0, max: 2000 }), { nil: null }),
    })
    .map(({ crosses, wantedFrom, notice, overlap, amount }) =>
      relocationFacts({
        ...(crosses ? toAarhus : within),
        wantedFrom,
        receivedOn: addDays(wantedFrom, -notice),
        previousUntil: addDays(wantedFrom, overlap),
        regime: wantedFrom < '2024-01-01' ? 'HOURS' : 'KR_PER_CLINIC',
        amount,
      }),
    )
  const takeovers = fc
    .record({
      shares: fc.array(fc.integer({ min: 1, max: 100 }), { minLength: 1, maxLength: 3 }),
      wantedFrom: dates,
      notice: fc.integer({ min: -10, max: 120 }),
    })
    .map(({ shares, wantedFrom, notice }) => takeover(shares, addDays(wantedFrom, -notice), wantedFrom))
  const parameters: fc.Arbitrary<PlanParameters> = fc
    .record({
      transitionDays: fc.integer({ min: 0, max: 60 }),
      noticeDays: fc.integer({ min: 0, max: 90 }),
      toleranceHoursTenths: fc.integer({ min: 0, max: 400 }),
      toleranceUnitsHundredths: fc.integer({ min: 0, max: 400 }),
    })
    .map((changed) => ({ ...units, ...changed }))

  test.each(caseRules.filter(({ levers }) => levers.length > 0))('$id', (of) => {
    let flipped = 0
    fc.assert(
      fc.property(fc.oneof(moves, takeovers), parameters, (facts, plan) => {
        const regime = facts.wantedFrom < '2024-01-01' ? 'HOURS' : 'KR_PER_CLINIC'
        const judged = { ...plan, regime } as const
        const outcome = (changed: CaseFacts): Finding['outcome'] => of.evaluate(changed, judged).outcome
        const found = of.evaluate(facts, judged)
        for (const flip of found.flips) {
          flipped += 1
          expect(flip.needs).not.toBe(0)
          expect(outcome(applied(of, facts, flip))).toBe(flip.makes)
          expect(flip.makes).not.toBe(found.outcome)
          expect(outcome(applied(of, facts, flip, flip.needs - Math.sign(flip.needs)))).toBe(found.outcome)
          expect(outcome(applied(of, facts, flip, Math.trunc(flip.needs * 0.99)))).toBe(found.outcome)
        }
      }),
    )
    expect(flipped).toBeGreaterThan(0)
  })
})

describe('the search', () => {
  const lever: Lever<number> = {
    key: 'capacityMoved',
    unit: 'count',
    move: (value, by) => (value + by < 0 || value + by > 5000 ? null : value + by),
  }
  const above = (limit: number) => (value: number) => ({
    outcome: value > limit ? ('breach' as const) : ('pass' as const),
  })

  test('finds the exact edge of any limit in either direction, the last possible value included', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 5000 }), fc.integer({ min: 0, max: 4999 }), (value, limit) => {
        const [flip] = flipsOf([lever], value, above(limit))
        expect(flip?.needs).toBe(value > limit ? limit - value : limit + 1 - value)
      }),
    )
  })

  test('says nothing where no possible value turns it', () => {
    expect(flipsOf([lever], 7, above(5000))).toEqual([])
  })

  test('finds a single right number by the distance to the limit that was measured', () => {
    const exactly = (value: number) => ({
      outcome: value === 100 ? ('pass' as const) : ('breach' as const),
      measured: [{ key: 'sum', value, unit: 'count' as const, limit: 100 }],
    })
    expect(flipsOf([lever], 173, exactly)).toEqual([{ key: 'capacityMoved', needs: -73, unit: 'count', makes: 'pass' }])
  })

  test('takes the way to a pass before a shorter way to something else', () => {
    const judge = (value: number) => ({
      outcome: value < 10 ? ('pass' as const) : value > 20 ? ('needs-information' as const) : ('breach' as const),
    })
    expect(flipsOf([lever], 18, judge)[0]).toMatchObject({ needs: -9, makes: 'pass' })
  })
})
