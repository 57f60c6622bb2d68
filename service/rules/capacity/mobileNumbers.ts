import { gapParameters, newPalliativeGaps } from '../coverage/newGaps.ts'
import { defineRule, pointOf, type Verdict } from '../rule.ts'
import { assumption, seed } from '../sources.ts'

/**
 * mobile physiotherapists are phased out. Nobody becomes one; who is one may go on or stop. Where fewer mobile
 * numbers than home treatment needs would be left within reach of a home, or an area would have too few for palliative care
 * where it had enough, the municipality is asked first. Distances in metres in a straight line.
 */
export const mobileNumbers = defineRule({
  id: 'R-10',
  version: 2,
  strength: 'principle',
  uses: ['newMobileAllowed', 'homeRadiusKm', ...gapParameters],
  sources: [
    seed('S_SEED001', 'section 4'),
    seed('S_SEED002', 'mobile providers'),
    assumption('homeRadiusKm'),
    assumption('palliativeMinAccepting'),
  ],
  judge({ capacity, palliative }, parameters): Verdict {
    const { newMobileAllowed, homeRadiusKm, palliativeMinAccepting } = parameters
    const facts = capacity?.mobile ?? null
    if (facts === null) return { outcome: 'not-applicable', code: 'R-10.notMobile' }
    const { number, onRecord, from, to, place, inRegion, othersM } = facts
    if (from !== 'mobile' && to !== 'mobile' && onRecord !== 'mobile')
      return { outcome: 'not-applicable', code: 'R-10.notMobile' }
    const leaves = to !== 'mobile'
    const near = othersM.filter((metres) => metres <= homeRadiusKm * 1000).length
    const missing = [
      ...(onRecord === null ? ['provider'] : []),
      ...(onRecord !== null && from !== null && onRecord !== from ? ['currentStatus'] : []),
      ...(leaves && (place?.position ?? null) === null ? ['place'] : []),
    ]
    const shared = {
      missing,
      measured: [
        { key: 'mobileInRegion', value: leaves ? inRegion - 1 : inRegion + 1, unit: 'count' as const },
        ...(leaves ? [{ key: 'mobileNear', value: near, unit: 'count' as const, limit: palliativeMinAccepting }] : []),
      ],
      inputs: facts.inputs,
      evidence: place === null ? [] : pointOf(place, 'mobile'),
      params: {
        number,
        before: inRegion,
        after: leaves ? inRegion - 1 : inRegion + 1,
        near,
        km: homeRadiusKm,
        needed: palliativeMinAccepting,
        missing,
      },
    }
    if (!leaves && !newMobileAllowed) return { ...shared, outcome: 'breach', code: 'R-10.becomesMobile' }
    if (missing.length > 0) return { ...shared, outcome: 'needs-information', code: 'R-10.unknown' }
    if (!leaves) return { ...shared, outcome: 'pass', code: 'R-10.mayBecome' }
    const [area] = newPalliativeGaps(palliative, parameters)
    if (area !== undefined)
      return {
        ...shared,
        outcome: 'needs-consultation',
        code: 'R-10.palliativeGap',
        params: { ...shared.params, area },
      }
    return near < palliativeMinAccepting
      ? { ...shared, outcome: 'needs-consultation', code: 'R-10.gap' }
      : { ...shared, outcome: 'pass', code: 'R-10.fewer' }
  },
})
