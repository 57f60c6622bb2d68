import { MunicipalityCode } from '#events/identifiers'
import { daysBetween } from '../calendar.ts'
import { gapParameters, newGroupGaps, newPalliativeGaps } from '../coverage/newGaps.ts'
import { arrow, defineRule, isPlaced, pointOf, takesHold, type Verdict } from '../rule.ts'
import { assumption, seed } from '../sources.ts'
import { wantedFrom as newAddressBegins, previousUntil as oldAddressEnds } from './levers.ts'

/**
 * relocation. Passes in the same municipality, with one address, in good time, and where nobody loses cover by it. A new
 * gap in what ask for is told as advice, for these rules are a proposal and an aim themselves. Distance in metres, notice in days. Another municipality is another place, which no
 * number turns; R-02 says how much would have to stay.
 */
export const relocation = defineRule({
  id: 'R-05',
  version: 3,
  strength: 'principle',
  uses: ['crossMunicipalityAllowed', 'transitionDays', 'noticeDays', ...gapParameters],
  sources: [seed('S_SEED001', 'section 4, annex 2'), assumption('noticeDays'), assumption('coverageMaxKm')],
  levers: [newAddressBegins, oldAddressEnds],
  judge({ relocation: move, receivedOn, wantedFrom, coverage, palliative }, parameters): Verdict {
    if (move === null) return { outcome: 'not-applicable', code: 'R-05.noMove' }
    const { from, to, capacity, previousUntil, accessibility, distanceM } = move
    const notice = daysBetween(receivedOn, wantedFrom)
    const gaps = newGroupGaps(coverage, parameters)
    const areas = newPalliativeGaps(palliative, parameters)
    const [worst] = gaps === 'unprepared' ? [] : gaps
    const missing = [
      ...(isPlaced(from) ? [] : ['fromMunicipality']),
      ...(isPlaced(to) ? [] : ['toMunicipality']),
      ...(takesHold(move, wantedFrom) ? [] : ['currentAddress']),
      ...(to.position === null ? ['geocode'] : []),
      ...(accessibility === null ? ['accessibility'] : []),
      ...(capacity.amount === null ? ['capacity'] : []),
      ...(gaps === 'unprepared' ? ['travelSurface'] : []),
    ]
    const crosses = isPlaced(from) && isPlaced(to) && from.municipality !== to.municipality
    const unmet = [
      ...(crosses && !parameters.crossMunicipalityAllowed ? ['sameMunicipality'] : []),
      ...(daysBetween(wantedFrom, previousUntil) > parameters.transitionDays ? ['oneAddress'] : []),
      ...(notice < parameters.noticeDays ? ['notice'] : []),
    ]
    const shared = {
      missing,
      measured: [
        { key: 'distance', value: distanceM, unit: 'metres' as const },
        { key: 'noticeDays', value: notice, unit: 'days' as const, limit: parameters.noticeDays },
        ...(worst === undefined ? [] : [{ key: 'losingCover', value: worst.people, unit: 'count' as const, limit: 0 }]),
      ],
      inputs: capacity.inputs,
      evidence: [
        ...arrow(from.position, to.position),
        ...pointOf(from, 'from'),
        ...pointOf(to, 'to'),
        ...(worst?.municipalities ?? []).map((code) => ({
          kind: 'municipality' as const,
          role: 'gap',
          code: MunicipalityCode.parse(code),
        })),
      ],
      params: { unmet, missing, distanceM: distanceM ?? '' },
    }
    if (unmet.length > 0) return { ...shared, outcome: 'breach', code: 'R-05.unmet' }
    if (missing.length > 0) return { ...shared, outcome: 'needs-information', code: 'R-05.unknown' }
    if (worst !== undefined)
      return {
        ...shared,
        outcome: 'breach',
        advice: true,
        code: 'R-05.newGap',
        params: { ...shared.params, group: worst.group, gaps: [...worst.municipalities], people: worst.people },
      }
    const [area] = areas
    if (area !== undefined)
      return {
        ...shared,
        outcome: 'breach',
        advice: true,
        code: 'R-05.palliativeGap',
        params: { ...shared.params, area },
      }
    return { ...shared, outcome: 'pass', code: 'R-05.inOrder' }
  },
})
