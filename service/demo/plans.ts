import { RegionCode } from '#events/identifiers'
import { EffectiveDate } from '#events/time'
import { ruleSets } from '../rules/ruleSets.ts'
import { committee, registrar } from './actors.ts'
import { day, importDay, instant } from './days.ts'
import type { Journal } from './journal.ts'
import type { Places } from './places.ts'

const midtjylland = RegionCode.parse('1082')
const plan = 'Praksisplan for fysioterapi, Region Midtjylland 2015'
const approved = EffectiveDate.parse('2015-09-09')

/** When a rule set was entered, by the date from which it holds. */
const enteredOn: Readonly<Record<string, string>> = {
  '2015-09-09': '2015-09-10',
  '2024-01-01': '2023-12-01',
  '2027-01-01': '2026-10-15',
}

/** The plan of seed 001 and every rule set that ships (S_SEED001; parameters and sources from the rules themselves). */
export function tellPlans({ write }: Journal): void {
  write({
    stream: `plan-${midtjylland}`,
    at: instant(day('2015-09-10'), 540),
    by: committee(midtjylland),
    events: [
      { type: 'PlanApprovedByCommittee', data: { region: midtjylland, plan }, effectiveFrom: approved },
      {
        type: 'PlanInForce',
        // The plan ran with the agreement, whose successor held from 2018 (SEED 001 section 3).
        data: {
          region: midtjylland,
          plan,
          until: EffectiveDate.parse('2018-01-01'),
          agreement: 'Overenskomst indtil 2017-12-31',
        },
        effectiveFrom: approved,
      },
    ],
  })
  for (const { effectiveFrom, ...ruleSet } of ruleSets) {
    write({
      stream: `plan-${ruleSet.region}`,
      at: instant(day(enteredOn[effectiveFrom] ?? effectiveFrom), 560),
      by: committee(ruleSet.region),
      events: [{ type: 'RuleSetPublished', data: ruleSet, effectiveFrom }],
    })
  }
}

/** The shapes that come with the program: municipalities since 2007, five regions, and four from 2027. */
export function tellGeography({ write }: Journal, { areas, builtIn }: Places): void {
  const since2007 = EffectiveDate.parse('2007-01-01')
  const merger = EffectiveDate.parse('2027-01-01')
  const built = { sha256: builtIn.shapes.sha256, source: builtIn.attribution, licence: 'ODbL-1.0' }
  const version = (
    kind: 'municipality' | 'region',
    from: EffectiveDate,
    until: EffectiveDate | null,
    count: number,
  ) => ({
    type: 'AreaVersionPublished' as const,
    data: {
      ...built,
      areaVersion: kind === 'region' ? `${builtIn.version}-${from.slice(0, 4)}` : builtIn.version,
      kind,
      until,
      confirmWithinM: builtIn.accuracy.confirmWithinM,
      areas: count,
    },
    effectiveFrom: from,
  })
  const regionsFrom = (from: EffectiveDate) =>
    areas.regions.filter(({ validFrom, validTo }) => (validFrom ?? '') <= from && (validTo === null || validTo > from))
      .length
  write({
    stream: 'geography-denmark',
    at: instant(importDay, 420),
    by: registrar,
    events: [
      version('municipality', since2007, null, areas.municipalities.length),
      version('region', since2007, merger, regionsFrom(since2007)),
      version('region', merger, null, regionsFrom(merger)),
    ],
  })
}
