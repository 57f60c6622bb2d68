import type { CapGroup } from '#api/views/caps'
import { diagnosisGroups } from '#events/diagnosisGroups'
import { DiagnosisGroupId } from '#events/identifiers'
import type { Demand } from '../demand/demand.ts'
import { sourceOf } from '../demand/expected.ts'
import { membersOf, prevalenceOf, uptakePercentOf, uptakeSource } from '../demand/groupRates.ts'
import { type EfficiencyGoal, pathwaySavesPermille } from '../demand/pathways.ts'
import type { CapTarget } from './facts/caps.ts'

/** The ways in which a group's size is counted. */
export const bases = ['prevalence', 'users', 'observed'] as const

/** What a group's or family's size is made of, each number with its data version, date and source. */
export function groupSize({ kind, id }: CapTarget, demand: Demand, goal: EfficiencyGoal, on: string): CapGroup {
  const members = membersOf(id)
  const group = diagnosisGroups.find((one) => one.id === id)
  const national = [...demand.inhabitants.values()].reduce((sum, count) => sum + count, 0)
  const prevalence = group === undefined ? null : prevalenceOf(group, national)
  const saves = group === undefined ? null : pathwaySavesPermille(goal, id, on)
  const pathway = group === undefined ? undefined : goal.get(id)
  return {
    id: DiagnosisGroupId.parse(id),
    kind,
    members: DiagnosisGroupId.array().parse(members),
    prevalence: prevalence === null || group === undefined ? null : { ...prevalence, confidence: group.confidence },
    uptakePercent: group === undefined ? null : uptakePercentOf(id),
    structuredPathway: pathway === undefined ? null : { from: pathway.from, source: pathway.source },
    pathwaySavesPercent: saves === null ? null : saves / 10,
    sources: members.flatMap((member) =>
      bases.map((basis) => {
        const source = sourceOf(demand, member, basis)
        const known = diagnosisGroups.find((one) => one.id === member)
        const isReported = source !== null && source.document !== null
        return {
          basis,
          dataVersion: source?.table.version ?? null,
          asOf: source === null ? null : isReported ? source.from : (known?.asOf ?? null),
          source:
            source === null || known === undefined
              ? null
              : isReported
                ? { kind: 'DECISION' as const, id: source.document ?? '' }
                : basis === 'users'
                  ? uptakeSource
                  : { kind: 'PUBLIC' as const, id: known.source },
        }
      }),
    ),
  }
}
