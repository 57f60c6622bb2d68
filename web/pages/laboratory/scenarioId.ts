import { chanceId } from './chanceId.ts'

/** An id for a new scenario: `sc-` and ten letters or digits, by chance. */
export function scenarioId(): string {
  return chanceId('sc')
}
