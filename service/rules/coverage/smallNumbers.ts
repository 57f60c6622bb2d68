import { rolledUp } from '../../disclosure.ts'
import { defineRule, type Verdict } from '../rule.ts'
import { assumption, published } from '../sources.ts'

/**
 * small numbers are not shown. Of a documentation it says for which area the size of its group may be told: the
 * smallest of the therapist's municipality, health council and region whose expected number is not below the smallest cell.
 * Nothing is broken by a group that is small; that its size is unknown is said.
 */
export const smallNumbers = defineRule({
  id: 'R-40',
  version: 1,
  strength: 'binding',
  uses: ['minCell'],
  sources: [assumption('minCell'), published('S_SDC3')],
  judge({ groupSize }, { minCell }): Verdict {
    if (groupSize === null) return { outcome: 'not-applicable', code: 'R-40.noGroup' }
    const { group, areas } = groupSize
    const smallest = { key: 'smallestCell', value: minCell, unit: 'count' as const }
    if (areas.every(({ count }) => count === null))
      return {
        outcome: 'needs-information',
        code: 'R-40.unknown',
        missing: ['groupSize'],
        measured: [smallest],
        params: { group },
      }
    const told = rolledUp(areas, minCell)
    if (told === null) return { outcome: 'pass', code: 'R-40.hidden', measured: [smallest], params: { group, minCell } }
    return {
      outcome: 'pass',
      code: 'R-40.shown',
      measured: [{ key: 'expectedPersons', value: told.count, unit: 'count', limit: minCell }, smallest],
      params: { group, place: told.area, count: told.count, minCell },
    }
  },
})
