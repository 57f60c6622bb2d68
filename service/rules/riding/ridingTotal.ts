import type { Finding } from '#events/finding'
import type { EffectiveDate } from '#events/time'
import type { TotalFact } from '../facts/riding.ts'
import { defineRule, type Verdict } from '../rule.ts'
import { published, seed } from '../sources.ts'
import { ridingHours } from './ridingLevers.ts'
import { hoursBefore, hoursOn, increasesOf } from './ridingTimeline.ts'

/**
 * no increase of a region's riding hours, on any date from the change on, with everything else that is decided
 * (`increasesOf` says how that is read). The finding names each step over the level as `from/to/tenths`.
 */
export const ridingTotal = defineRule({
  id: 'R-14',
  version: 1,
  strength: 'binding',
  uses: ['ridingMaxIncreaseTenths'],
  sources: [seed('S_SEED001', 'section 3, section 4'), published('S_RIDEUDG')],
  levers: [ridingHours],
  judge({ riding, wantedFrom }, { ridingMaxIncreaseTenths: allowedTenths }): Verdict {
    if (riding === null || riding.totals.length === 0) return { outcome: 'not-applicable', code: 'R-14.noHours' }
    const judged = riding.totals.map((total) => {
      const steps = increasesOf({ before: total.before, after: total.after, from: wantedFrom, allowedTenths })
      return { total, steps, over: steps.reduce((most, { hoursTenths }) => Math.max(most, hoursTenths), 0) }
    })
    const worst = judged.toSorted((a, b) => b.over - a.over)[0]
    if (worst === undefined) return { outcome: 'not-applicable', code: 'R-14.noHours' }
    const { total, steps, over } = worst
    const level = hoursBefore(total.before, wantedFrom)
    const missing = [...riding.lacks, ...(riding.takesHold ? [] : ['currentAgreement'])]
    const shared = {
      inputs: riding.inputs,
      measured: measuresOf(total, wantedFrom, over, allowedTenths),
      params: {
        region: total.region,
        levelTenths: level,
        afterTenths: hoursOn(total.after, wantedFrom),
        overTenths: over,
        from: steps[0]?.from ?? '',
        until: steps.at(-1)?.to ?? '',
        steps: steps.map(({ from, to, hoursTenths }) => `${from}/${to ?? ''}/${hoursTenths}`),
      },
    }
    if (steps.length > 0)
      return {
        ...shared,
        outcome: 'breach',
        code: steps.at(-1)?.to === null ? 'R-14.increases' : 'R-14.increasesUntil',
      }
    if (missing.length > 0) return { ...shared, outcome: 'needs-information', code: 'R-14.unknown', missing }
    return { ...shared, outcome: 'pass', code: 'R-14.holds' }
  },
})

function measuresOf(
  { before, after }: TotalFact,
  on: EffectiveDate,
  over: number,
  allowed: number,
): Finding['measured'] {
  const level = hoursBefore(before, on)
  return [
    { key: 'ridingBefore', value: level, unit: 'hoursTenths' },
    {
      key: 'ridingAfter',
      value: hoursOn(after, on),
      unit: 'hoursTenths',
      limit: Math.max(level + allowed, hoursOn(before, on)),
    },
    { key: 'ridingOver', value: over, unit: 'hoursTenths', limit: 0 },
  ]
}
