import type { Command } from '#api/contract'
import type { CaseId } from '#events/identifiers'
import { consultation } from './deciders/consultation.ts'
import { type Context, Refusal } from './deciders/decider.ts'
import { foldStream } from './fold.ts'
import type { GatherParts } from './gatherCase.ts'
import type { Gathered } from './handle.ts'
import type { Views } from './projections/views.ts'
import { caseRecords } from './queries/caseRecords.ts'
import type { World } from './queries/query.ts'
import { dataVersionsFor } from './scenarios/dataVersions.ts'
import { contentKey } from './scenarios/decided.ts'
import { scenarioAt } from './scenarios/handedIn.ts'

type HearingParts = Pick<GatherParts, 'store' | 'views' | 'world' | 'attachments'>

/** Commands to a hearing that must know the case as it stands. */
export type HearingCommand = Extract<
  Command,
  {
    type:
      | 'RemindConsultation'
      | 'ExtendConsultation'
      | 'RequestConsultationExtension'
      | 'MarkConsultationNotRequired'
      | 'AnswerConsultation'
  }
>

/** What a hearing's command must know besides its case: earlier rounds, files, a scenario put beside the application. */
export async function hearingFacts(parts: HearingParts, command: HearingCommand): Promise<Partial<Gathered>> {
  if (command.type === 'MarkConsultationNotRequired') return { heardBefore: await wasHeard(parts, command.data) }
  return command.type === 'AnswerConsultation' ? await enclosed(parts, command.data) : {}
}

type OpenHearing = NonNullable<Context['openHearing']>

/**
 * Who was told that its answer in the case may be replaced and still may, the last day included; null when nobody may. A
 * case can be ruled on once everybody has answered, also before the last day.
 */
export function openHearingOf(views: Views, id: CaseId, { today }: Pick<World, 'today'>): OpenHearing | null {
  const [record] = caseRecords(views, { effectiveOn: today, recordedAt: 'now' }, id)
  const open = (record?.hearings ?? []).filter(({ answered, dueOn }) => answered && today <= dueOn)
  const until = open
    .map(({ dueOn }) => dueOn)
    .toSorted()
    .at(-1)
  return until === undefined ? null : { municipalities: open.map(({ municipality }) => municipality).toSorted(), until }
}

type NotRequired = Extract<Command, { type: 'MarkConsultationNotRequired' }>['data']

/** Whether an earlier round of the case asked the municipality and ended. */
async function wasHeard(
  { store }: Pick<HearingParts, 'store'>,
  { case: id, municipality, round }: NotRequired,
): Promise<boolean> {
  for (let earlier = round - 1; earlier > 0; earlier -= 1) {
    const { state } = await foldStream(store, `consultation-${id}.${municipality}.${earlier}`, consultation)
    if (state.status === 'answered' || state.status === 'lapsed') return true
  }
  return false
}

type Answered = Extract<Command, { type: 'AnswerConsultation' }>['data']

/** Files of an answer as they lie beside the log, and the scenario that it puts beside the application. */
async function enclosed(
  { store, views, world, attachments }: HearingParts,
  { attachments: named, counterProposal }: Answered,
): Promise<Pick<Gathered, 'files' | 'counterProposal'>> {
  const files = named.flatMap(({ hash }) => attachments.find(hash) ?? [])
  if (counterProposal === null) return { files }
  const then = await scenarioAt(store, counterProposal)
  if (then === null) throw new Refusal('scenario.unknown', { scenario: counterProposal.scenario })
  const key = contentKey(then.base, dataVersionsFor(views, world(), then.asOf, then.base), then.changes)
  return { files, counterProposal: { ...counterProposal, name: then.name, key } }
}
