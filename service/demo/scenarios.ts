import { v5 as uuidV5 } from 'uuid'
import type { Command } from '#api/contract'
import { CaseId, DiagnosisGroupId, RegionCode } from '#events/identifiers'
import { ChangeId, PlannedScenarioId, type ScenarioEdit } from '#events/scenario'
import { EffectiveDate } from '#events/time'
import type { Handle } from '../handle.ts'
import { planner } from './actors.ts'
import { instant, lastRecordedDay } from './days.ts'

/** Namespace of the ids of these commands: a random UUID of our own. */
const namespace = '0d9a7c35-2e41-4b86-9c57-6f3b8a1e4d72'
const region = RegionCode.parse('1082')
const from = EffectiveDate.parse('2027-01-01')
const handedIn = PlannedScenarioId.parse('sc-demo000001')
const inWork = PlannedScenarioId.parse('sc-demo000002')

/** After the office of the last day: nothing else of the demonstration is recorded later. */
export const plannedAt = instant(lastRecordedDay, 17 * 60)

/**
 * Two scenarios of a planner in Region Midtjylland, invented and called so: one handed in as a proposal that waits for the
 * committee, and one still in work. Sent as the planner would send them, over everything else of the demonstration.
 */
export async function planScenarios(handle: Handle, seed: string, settled: () => Promise<void>): Promise<void> {
  const send = async (command: Command) => {
    const commandId = uuidV5(`${seed}/${JSON.stringify(command)}`, namespace)
    return await handle(command, { actor: planner(region), commandId, synthetic: true })
  }
  await send(created(handedIn, 'Lofter 2027 (demonstration)'))
  const { revision } = await send({
    type: 'EditScenario',
    data: {
      scenario: handedIn,
      edits: [cap('multiple-sclerosis', 40), cap('parkinson', 60), cap('als', 1)],
    },
  })
  await send(created(inWork, 'Struktureret forløb for parkinson (demonstration)'))
  await send({
    type: 'EditScenario',
    data: { scenario: inWork, edits: [cap('parkinson', 70), pathway('parkinson', 25)] },
  })
  await settled()
  await send({
    type: 'SubmitScenario',
    data: {
      case: CaseId.parse('26-0140'),
      region,
      scenario: handedIn,
      revision,
      planRef: 'Praksisplan 2027 (demonstration)',
      documentRef: null,
      note: 'Opdigtet forslag til at vise, hvordan et scenarie bliver til en sag.',
      applicant: 'Planlægger, Region Midtjylland',
      wantedFrom: EffectiveDate.parse('2027-03-01'),
    },
  })
  await settled()
}

function created(scenario: PlannedScenario, name: string): Command {
  const nothing = { copiedFrom: null, baseEvent: null, changes: [], locks: [] }
  const note = 'Opdigtet, som alt andet i demonstrationen.'
  return { type: 'CreateScenario', data: { scenario, name, note, asOf: from, ...nothing } }
}

type PlannedScenario = typeof handedIn
type Edit = Extract<ScenarioEdit, { kind: 'add' }>

/** A cap for a group in the whole region, counted by prevalence. */
function cap(group: string, most: number): Omit<Edit, 'after'> {
  const data = {
    effectiveFrom: from,
    area: { kind: 'region', code: region },
    target: { kind: 'group', id: DiagnosisGroupId.parse(group) },
    cap: most,
    basis: 'prevalence',
    method: null,
    reason: null,
  }
  return { kind: 'add', change: ChangeId.parse(`cap-${group}`), command: { type: 'ProposeQuota', data }, comment: null }
}

/** What a structured pathway of a group is assumed to save, per mille. */
function pathway(group: string, savesPermille: number): Omit<Edit, 'after'> {
  const data = { effectiveFrom: from, group: DiagnosisGroupId.parse(group), savesPermille, source: null }
  const command = { type: 'SetStructuredPathway', data }
  return { kind: 'add', change: ChangeId.parse(`pathway-${group}`), command, comment: null }
}
