import type { Command } from '#api/contract'
import type { SubjectOf } from '#events/caseSubject'
import { madeUpChanges } from '#events/madeUp'
import type { PlannedChange } from '#events/scenario'
import type { EffectiveDate } from '#events/time'
import type { CaseFile } from '../deciders/caseState.ts'
import { Refusal } from '../deciders/decider.ts'
import { readPlanned } from '../deciders/plannedCommand.ts'
import { notBefore } from '../effects/proposal.ts'
import { streamOf } from '../handle.ts'
import { scenarioAt } from '../scenarios/handedIn.ts'
import type { Tools } from './reactor.ts'

interface Granted extends Pick<CaseFile, 'case' | 'region' | 'refusedChanges'> {
  readonly subject: SubjectOf<'A16'>
  readonly effectiveFrom: EffectiveDate
}

/**
 * Decides the changes of a proposal again, on the register as it is now: one by one, in their order. One that is refused is
 * recorded with its reason, and the others go on. What is made up in the scenario is refused without being decided. Broken off halfway and begun again, what was decided stays as it was: a
 * change that was adopted is known by its command, one that was refused by what the case recorded.
 */
export async function adopt(granted: Granted, { store, send }: Tools): Promise<void> {
  const { case: id, subject, refusedChanges } = granted
  const handedIn = await scenarioAt(store, subject)
  const changes = handedIn?.changes ?? []
  const madeUp = madeUpChanges(changes)
  const streams: string[] = []
  for (const one of changes.filter(({ on }) => on)) {
    const { change, command: asked } = one
    if (refusedChanges.includes(change)) continue
    const command = madeUp.has(change) ? new Refusal('case.changeMadeUp') : commandFor(one, granted)
    const refusal = command instanceof Refusal ? command : await send(command, `${id}/${change}`)
    if (refusal === null && !(command instanceof Refusal)) streams.push(streamOf(command))
    if (refusal === null) continue
    const { code, params } = refusal
    const data = { case: id, change, command: asked.type, code, params: { ...params } }
    await send({ type: 'RecordChangeRefused', data }, `${id}/${change}`)
  }
  const [first] = streams
  await send(
    first === undefined
      ? { type: 'RecordEffectRefused', data: { case: id, code: 'case.nothingAdopted', params: {} } }
      : { type: 'RecordEffectApplied', data: { case: id, stream: first } },
  )
}

/** What the register is sent for a change: a cap is proposed and adopted at once, with the plan; all else as it was planned. */
function commandFor(
  { command: planned }: PlannedChange,
  { region, subject, effectiveFrom }: Granted,
): Command | Refusal {
  const read = readPlanned(notBefore(planned, effectiveFrom))
  if ('reason' in read)
    return new Refusal('case.changeUnreadable', { command: planned.type, fields: read.fields.map(({ path }) => path) })
  const { command } = read
  if (command.type !== 'ProposeQuota') return command
  const { planRef, documentRef } = subject
  return { type: 'AdoptProposedQuota', data: { ...command.data, planRef, documentRef, region } }
}
