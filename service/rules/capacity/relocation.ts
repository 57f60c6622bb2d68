import { daysBetween } from '../calendar.ts'
import { arrow, defineRule, isPlaced, pointOf, takesHold, type Verdict } from '../rule.ts'
import { assumption, seed } from '../sources.ts'
import { wantedFrom as newAddressBegins, previousUntil as oldAddressEnds } from './levers.ts'

/**
 * relocation. Passes in the same municipality, with one address and in good time. Whether a group loses its cover is
 * said by, which advise. Distance in metres, notice in days. Another municipality is another place, which no
 * number turns; R-02 says how much would have to stay.
 */
export const relocation = defineRule({
  id: 'R-05',
  version: 2,
  strength: 'principle',
  uses: ['crossMunicipalityAllowed', 'transitionDays', 'noticeDays'],
  sources: [seed('S_SEED001', 'section 4, annex 2'), assumption('noticeDays')],
  levers: [newAddressBegins, oldAddressEnds],
  judge({ relocation: move, receivedOn, wantedFrom }, parameters): Verdict {
    if (move === null) return { outcome: 'not-applicable', code: 'R-05.noMove' }
    const { from, to, capacity, previousUntil, accessibility, distanceM } = move
    const notice = daysBetween(receivedOn, wantedFrom)
    const missing = [
      ...(isPlaced(from) ? [] : ['fromMunicipality']),
      ...(isPlaced(to) ? [] : ['toMunicipality']),
      ...(takesHold(move, wantedFrom) ? [] : ['currentAddress']),
      ...(to.position === null ? ['geocode'] : []),
      ...(accessibility === null ? ['accessibility'] : []),
      ...(capacity.amount === null ? ['capacity'] : []),
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
      ],
      inputs: capacity.inputs,
      evidence: [...arrow(from.position, to.position), ...pointOf(from, 'from'), ...pointOf(to, 'to')],
      params: { unmet, missing, distanceM: distanceM ?? '' },
    }
    if (unmet.length > 0) return { ...shared, outcome: 'breach', code: 'R-05.unmet' }
    if (missing.length > 0) return { ...shared, outcome: 'needs-information', code: 'R-05.unknown' }
    return { ...shared, outcome: 'pass', code: 'R-05.inOrder' }
  },
})
