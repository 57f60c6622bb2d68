import { defineRule, type Verdict } from '../rule.ts'
import { assumption, published } from '../sources.ts'

/**
 * small numbers are not shown. Of a documentation it says for which area the size of its group may be told: the
 * smallest of the therapist's municipality, health council and region whose expected number is not below the smallest cell.
 * Nothing is broken by a group that is small; that its size is unknown is said.
 */
export const smallNumbers = defineRule({
  id: 'R-40',
  version: 2,
  strength: 'binding',
  uses: ['minCell'],
  sources: [assumption('minCell'), published('S_SDC3')],
  judge({ groupSize }, { minCell }): Verdict {
    if (groupSize === null) return { outcome: 'not-applicable', code: 'R-40.noGroup' }
    const { group, areas } = groupSize
    const smallest = { key: 'smallestCell', value: minCell, unit: 'count' as const }
    if (areas.every(({ told }) => told.state === 'unknown'))
      return {
        outcome: 'needs-information',
        code: 'R-40.unknown',
        missing: ['groupSize'],
        measured: [smallest],
        params: { group },
      }
    const found = areas.find(({ told }) => told.state === 'value')
    if (found?.told.state !== 'value')
      return { outcome: 'pass', code: 'R-40.hidden', measured: [smallest], params: { group, minCell } }
    return {
      outcome: 'pass',
      code: 'R-40.shown',
      measured: [{ key: 'expectedPersons', value: found.told.value, unit: 'count', limit: minCell }, smallest],
      params: { group, place: found.area, count: found.told.value, minCell },
    }
  },
})
