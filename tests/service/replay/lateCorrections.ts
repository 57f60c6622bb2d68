import type { Command } from '#api/contract'
import type { Scope } from '#api/policy'
import type { DomainEvent } from '#events/catalogue'
import type { EventId } from '#events/envelope'
import { CaseId, ClinicId, ProviderNumber } from '#events/identifiers'
import { RecordedAt } from '#events/time'
import { project, type Views } from '#service/projections/views'
import type { AnswerOf } from '#service/queries/query'
import { createReplay } from '#service/replay/replay'
import { on } from '../../given.ts'
import { hear, inHerning, openCase, type Running, register, rulingOn, running } from '../running.ts'

export const id = CaseId.parse('26-0001')
export const committee: Scope = { role: 'committee', reach: 'region', organisation: '1082', regions: ['1082'] }

/** A clinic of Holstebro with two others beside it, moved to Herning by a ruling; what is learnt comes two months later. */
export async function ruledMove(): Promise<Running> {
  const service = await running('2026-11-22')
  await register(service, 3)
  await service.send(openCase({ id, to: inHerning }))
  await service.settled()
  await hear(service, id)
  await service.send(await rulingOn(service, id))
  await service.settled()
  service.setToday('2027-01-15')
  return service
}

/** The replay of the case by some views of the service's log. */
export async function replayOf({ scenarios, views, world }: Running, scope = committee, of: Views = views) {
  const now = { effectiveOn: world().today, recordedAt: 'now' as const }
  return await createReplay(scenarios)(of, now, scope, { case: id }, world())
}
export type Replay = AnswerOf<'rulingReplay'>

const klinik = (number: number) => ClinicId.parse(`klinik-${number}`)
const allocated = (number: number, unitsHundredths: number): Command => ({
  type: 'AllocateKrCapacity',
  data: {
    clinic: klinik(number),
    specialty: '62',
    unitsHundredths,
    levelYear: 2022,
    reason: 'correction',
    effectiveFrom: on('2024-01-01'),
  },
})

/** What was wrong in the register and in the application, and what the replay must mark when it has been set right. */
export const corrections: readonly {
  readonly name: string
  readonly command: (registered: EventId) => Command
  readonly marks: readonly string[]
}[] = [
  {
    name: 'the capacity of the clinic that moves',
    command: () => allocated(1, 300),
    marks: ['R-02 figures', 'clinicCapacity klinik-1', 'municipalityAfter 0657', 'municipalityBefore 0661'],
  },
  {
    name: 'the capacity of a clinic that stays',
    command: () => allocated(2, 250),
    marks: ['municipalityAfter 0661', 'municipalityBefore 0661'],
  },
  {
    name: 'the clinic of another number',
    command: (registered) => ({
      type: 'CorrectProviderNumber',
      data: {
        number: ProviderNumber.parse('000003'),
        corrects: registered,
        effectiveFrom: on('2010-01-01'),
        change: { field: 'clinic', old: klinik(3), new: klinik(1) },
        reason: 'Registreret på forkert klinik.',
      },
    }),
    marks: ['clinicNumbers klinik-1'],
  },
  {
    name: 'the day of receipt',
    command: () => ({
      type: 'CorrectCaseInformation',
      data: {
        case: id,
        correction: { field: 'receivedOn', old: on('2026-11-20'), new: on('2026-11-02') },
        reason: 'Skemaet lå i en anden postkasse.',
      },
    }),
    marks: ['R-05 figures', 'receivedOn'],
  },
  {
    name: 'the accessibility that was stated',
    command: () => ({
      type: 'CorrectCaseInformation',
      data: {
        case: id,
        correction: { field: 'accessibility', old: 'Niveaufri adgang.', new: 'Trappe med tre trin.' },
        reason: 'Besigtiget.',
      },
    }),
    marks: ['accessibility'],
  },
]

/** Everything that the replay marks as different: one word for each thing. */
export function marksIn(replay: Replay): readonly string[] {
  return [
    ...replay.application.changed,
    ...replay.figures.flatMap(({ key, about, changed }) => (changed ? [`${key} ${about}`] : [])),
    ...replay.findings.flatMap(({ rule, changed }) => changed.map((part) => `${rule} ${part}`)),
    ...replay.hearings.flatMap(({ municipality, changed }) => (changed ? [`hearing ${municipality}`] : [])),
  ].toSorted()
}

/** The events as if they had been recorded one after the other on a later day, in this order. */
export function recordedInTurn(views: Views, events: readonly DomainEvent[]): void {
  project(
    views,
    events.map((event, index) => ({
      ...event,
      recordedAt: RecordedAt.parse(`2027-02-01T09:00:00.${String(index).padStart(3, '0')}Z`),
    })),
  )
}

/** Each correction's events as the service decides them, the later ones on top of the earlier. */
export async function correctionsMade({ send, events }: Running): Promise<readonly (readonly DomainEvent[])[]> {
  const [registered] = await events('providerNumber-000003')
  if (registered === undefined) throw new Error('number 000003 should have been registered')
  const made: DomainEvent[][] = []
  for (const { command } of corrections) {
    const { stream, events: written } = await send(command(registered.id))
    const ids = new Set(written.map((event) => event.id))
    made.push((await events(stream)).filter((event) => ids.has(event.id)))
  }
  return made
}
