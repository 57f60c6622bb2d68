import { v5 as uuidV5 } from 'uuid'
import type { Command } from '#api/contract'
import type { Actor } from '#events/envelope'
import type { CaseId, MunicipalityCode } from '#events/identifiers'
import type { EffectiveDate } from '#events/time'
import { applicationCase } from '../deciders/case.ts'
import type { CaseFile } from '../deciders/caseState.ts'
import { docket } from '../deciders/docket.ts'
import { foldStream } from '../fold.ts'
import type { Handle } from '../handle.ts'
import { needingReason } from '../rules/procedure/committeeDecision.ts'
import type { EventStore } from '../store/eventStore.ts'
import { committee, municipality, secretariat } from './actors.ts'
import type { CaseScript, CaseStep } from './caseScript.ts'
import { day, instant } from './days.ts'
import type { MeetingScript } from './meetings.ts'

/** What one step of a script sends. */
interface Turn {
  readonly on: EffectiveDate
  readonly commands: (store: Pick<EventStore, 'read'>) => Promise<readonly Sent[]> | readonly Sent[]
  /** Case that the commands belong to; null for those of a meeting. */
  readonly caseId: CaseId | null
}

/** A turn with the instant at which it is taken. */
export interface Scene extends Turn {
  readonly at: ReturnType<typeof instant>
}

/** All steps of all scripts in the order of time; those of one day in the order of the scripts. */
export function scenes(scripts: readonly (CaseScript | MeetingScript)[]): readonly Scene[] {
  return scripts
    .flatMap((script, index) =>
      turnsOf(script).map((turn) => ({ turn, order: `${turn.on}/${String(index).padStart(3, '0')}` })),
    )
    .toSorted((a, b) => (a.order < b.order ? -1 : a.order > b.order ? 1 : 0))
    .map(({ turn }, index) => ({ ...turn, at: instant(day(turn.on), 600 + (index % 240)) }))
}

function turnsOf(script: CaseScript | MeetingScript): readonly Turn[] {
  if ('meetingOn' in script) {
    const by = secretariat(script.region)
    return script.steps.map(({ on, command }) => ({ on, caseId: null, commands: () => [{ by, command }] }))
  }
  return script.steps.map((step) => ({
    on: step.on,
    caseId: script.case,
    async commands(store) {
      const { state } = await foldStream(store, `case-${script.case}`, applicationCase)
      const { revision } = await foldStream(store, `docket-${script.region}`, docket)
      return commandsOf(step, script, state.status === 'none' ? null : state.file, revision)
    },
  }))
}

/** Namespace of the ids of these commands: a random UUID of our own. */
const namespace = 'c1f0a6c2-5f43-4a35-8f0e-7a1b9c0e6d24'
const everyone = { regional: 2, municipal: 2, physiotherapists: 4 }

/** Takes one step through the service's own write path, as the people concerned would. */
export async function play(
  { on, caseId, commands }: Scene,
  { store, handle, seed }: { readonly store: Pick<EventStore, 'read'>; readonly handle: Handle; readonly seed: string },
): Promise<void> {
  for (const { by, command } of await commands(store)) {
    const commandId = uuidV5(`${seed}/${on}/${JSON.stringify(command)}`, namespace)
    await handle(command, { actor: by, commandId, ...(caseId === null ? {} : { caseId }), synthetic: true })
  }
}

interface Sent {
  readonly by: Actor
  readonly command: Command
}

function commandsOf(
  step: CaseStep,
  script: CaseScript,
  file: CaseFile | null,
  docketRevision: number,
): readonly Sent[] {
  const { case: id, region } = script
  const office = secretariat(region)
  const asOffice = (command: Command): readonly Sent[] => [{ by: office, command }]
  switch (step.do) {
    case 'open': {
      const { steps: _, ...data } = script
      return asOffice({ type: 'OpenCase', data })
    }
    case 'request':
      return asOffice({ type: 'RequestInformation', data: { case: id, items: [...step.items], dueOn: step.dueOn } })
    case 'correctReceipt': {
      const correction = { field: 'receivedOn' as const, old: script.receivedOn, new: step.to }
      return asOffice({ type: 'CorrectCaseInformation', data: { case: id, correction, reason: step.reason } })
    }
    case 'send':
      return known(file).involved.map((code) => ({
        by: office,
        command: {
          type: 'SendConsultation',
          data: { case: id, municipality: code, round: known(file).round, questions: step.questions },
        },
      }))
    case 'answer':
      return [answer(script, known(file), step.municipality, step)]
    case 'answerAll':
      return known(file).involved.map((code) => answer(script, known(file), code, step))
    case 'recommend':
      return asOffice({ type: 'WriteRecommendation', data: { case: id, text: step.text, outcome: step.outcome } })
    case 'table':
      return asOffice({ type: 'TableCase', data: { case: id, meetingOn: step.meetingOn, reason: null } })
    case 'postpone':
      return asOffice({ type: 'PostponeCase', data: { case: id, reason: step.reason } })
    case 'rule':
      return [{ by: committee(region), command: ruling(step, script, known(file), docketRevision) }]
    case 'disagree': {
      const data = { committee: region, case: id, sides: step.sides, participants: everyone }
      return [{ by: committee(region), command: { type: 'RecordDisagreement', data } }]
    }
    case 'national': {
      const { on: decidedOn, do: _, ...decision } = step
      const data = { committee: region, case: id, ...decision, conditions: [], decidedOn }
      return asOffice({ type: 'DecideNationally', data: { ...data, effectiveFrom: script.wantedFrom } })
    }
    case 'withdraw':
      return asOffice({ type: 'WithdrawCase', data: { case: id, reason: step.reason } })
    case 'moveMeanwhile':
      return asOffice(moveElsewhere(step, script))
    case 'wait':
      return []
    default:
      return step satisfies never
  }
}

function answer(
  { case: id }: CaseScript,
  { round }: CaseFile,
  code: MunicipalityCode,
  { position, text }: Pick<Extract<CaseStep, { do: 'answerAll' }>, 'position' | 'text'>,
): Sent {
  const about = { case: id, municipality: code, round }
  const nothing = { topics: [], attachments: [], counterProposal: null }
  const data = { ...about, position, text, cameBy: 'portal' as const, ...nothing }
  return { by: municipality(code), command: { type: 'AnswerConsultation', data } }
}

function ruling(
  {
    outcome,
    reasons,
    conditions,
    overruledBecause = reasons,
    participants = everyone,
  }: Extract<CaseStep, { do: 'rule' }>,
  { case: id, region, wantedFrom }: CaseScript,
  { findings }: CaseFile,
  docketRevision: number,
): Command {
  const overruled = outcome === 'refused' ? [] : needingReason(findings?.findings ?? [])
  return {
    type: 'IssueRuling',
    data: {
      committee: region,
      case: id,
      outcome,
      reasons,
      conditions: [...conditions],
      derogations: overruled.map(({ rule }) => ({ rule, reason: overruledBecause })),
      effectiveFrom: wantedFrom,
      participants,
      agreed: true,
      docketRevision,
      despiteOpenHearing: true,
    },
  }
}

function moveElsewhere({ on, to }: Extract<CaseStep, { do: 'moveMeanwhile' }>, { subject }: CaseScript): Command {
  if (subject.type !== 'A3') throw new Error('Only a relocation has an address')
  const effectiveFrom: EffectiveDate = on
  const data = { addressId: subject.address, effectiveFrom, from: subject.from, to, previousUntil: on, ruling: null }
  return { type: 'MovePracticeAddress', data }
}

function known(file: CaseFile | null): CaseFile {
  if (file === null) throw new Error('The case is not open yet')
  return file
}
