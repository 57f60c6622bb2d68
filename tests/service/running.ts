import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Accepted, Command } from '#api/contract'
import { type DomainEvent, parse } from '#events/catalogue'
import type { Actor, Position } from '#events/envelope'
import { AddressId, CaseId, ClinicId, PersonId, ProviderNumber, RegionCode } from '#events/identifiers'
import { type EffectiveDate, RecordedAt } from '#events/time'
import { openAttachments } from '#service/attachments/attachments'
import { applicationCase } from '#service/deciders/case'
import { foldStream } from '#service/fold'
import { createGather } from '#service/gather'
import { loadGeography } from '#service/geography'
import { type By, createHandle } from '#service/handle'
import { startProjector } from '#service/projections/projector'
import { openViews } from '#service/projections/views'
import { type Reactors, startReactors } from '#service/reactors/run'
import { needingReason } from '#service/rules/procedure/committeeDecision'
import { ruleSets } from '#service/rules/ruleSets'
import { createScenarios } from '#service/scenarios'
import type { EventStore } from '#service/store/eventStore'
import { openSqliteStore } from '#service/store/sqlite'
import { on } from '../given.ts'
import { address } from './rules/facts.ts'

export const secretariat: Actor = { userId: 'sekretariat-1082', role: 'secretariat', organisation: '1082' }
const geography = loadGeography()

/** No reactors at all, as after a crash. */
const nobody: Reactors = { settled: async () => undefined, tick: async () => undefined, stopped: Promise.resolve() }

/** The service without HTTP: a real log in a file of its own, real views, the projector and the reactors. */
export async function running(startingOn = '2026-11-22', { reacting = true } = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'praksiskort-'))
  let today: EffectiveDate = on(startingOn)
  let tick = 0
  const clock = {
    today: () => today,
    // Every reading is a millisecond later than the one before, on the day that the test has set.
    now: () => {
      tick += 1
      const time = `${String(Math.floor(tick / 1000) % 60).padStart(2, '0')}.${String(tick % 1000).padStart(3, '0')}`
      return RecordedAt.parse(`${today}T09:${String(Math.floor(tick / 60_000)).padStart(2, '0')}:${time}Z`)
    },
  }
  const store = openSqliteStore({ file: join(folder, 'log.db'), now: clock.now })
  const views = openViews({ file: join(folder, 'views.db') })
  const end = new AbortController()
  const projector = startProjector({ store, views, signal: end.signal, onCommit: () => undefined })
  const world = () => ({ today, now: clock.now(), geography })
  const scenarios = createScenarios({ store, views, clock, world, folder: join(folder, 'bases') })
  const attachments = openAttachments(join(folder, 'attachments'))
  const gather = createGather({ store, views, scenarios, world, attachments, seen: projector.waitFor })
  const handle = createHandle({ store, clock, gather })
  const reactors = reacting ? startReactors({ store, handle, signal: end.signal }) : nobody

  return {
    store,
    views,
    clock,
    geography,
    scenarios,
    handle,
    reactors,
    world,
    setToday(date: string) {
      today = on(date)
    },
    /** Sends a command as the secretariat, with a fresh id unless given one. */
    async send(command: Command, by: Partial<By> = {}): Promise<Accepted> {
      return await handle(command, { actor: secretariat, commandId: randomUUID(), ...by })
    },
    async settled(): Promise<void> {
      await reactors.settled()
      const last = await endOfLog(store)
      if (last !== null) await projector.waitFor(last, 5000)
    },
    async events(stream: string): Promise<DomainEvent[]> {
      const found: DomainEvent[] = []
      for await (const raw of store.read(stream)) found.push(parse(raw))
      return found
    },
    async caseState(id: string) {
      const { state } = await foldStream(store, `case-${id}`, applicationCase)
      if (state.status === 'none') throw new Error(`no case ${id}`)
      return state
    },
    /** A second set of reactors on the same log, as another process would have. */
    secondReactors(signal: AbortSignal): Reactors {
      return startReactors({ store, handle, signal })
    },
    async stop() {
      end.abort()
      await Promise.all([reactors.stopped, projector.stopped])
      views.close()
      await store.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
export type Running = Awaited<ReturnType<typeof running>>

/** Position of the last event of the log; null for an empty one. */
async function endOfLog(store: EventStore): Promise<Position | null> {
  let last: Position | null = null
  const end = new AbortController()
  for await (const item of store.subscribe('start', end.signal)) {
    if ('caughtUp' in item) break
    last = item.position
  }
  end.abort()
  return last
}

export const region = RegionCode.parse('1082')
export const oldPlace = address('0661', 'Nørregade 1')
export const newPlace = address('0661', 'Lægårdvej 12', { position: [8.62, 56.35] })
export const inHerning = address('0657', 'Bredgade 1', { position: [8.98, 56.14] })

/** A register with one clinic in Holstebro: capacity in both regimes, one address, the rule sets of Region Midtjylland. */
export async function register({ send }: { readonly send: (command: Command) => Promise<Accepted> }, clinics = 1) {
  for (const ruleSet of ruleSets.filter((one) => one.region === region))
    await send({ type: 'PublishRuleSet', data: ruleSet })
  for (let number = 1; number <= clinics; number += 1) {
    const clinic = ClinicId.parse(`klinik-${number}`)
    const provider = ProviderNumber.parse(String(number).padStart(6, '0'))
    await send({
      type: 'RegisterClinic',
      data: { clinic, name: `Klinik ${number}`, cvr: null, formOfPractice: 'solo', effectiveFrom: on('2010-01-01') },
    })
    await send({
      type: 'OpenPracticeAddress',
      data: {
        addressId: AddressId.parse(`adresse-${number}`),
        clinic,
        kind: 'main',
        address: { ...oldPlace, text: `Nørregade ${number}` },
        until: null,
        effectiveFrom: on('2010-01-01'),
      },
    })
    await send({
      type: 'RegisterProviderNumber',
      data: {
        number: provider,
        holder: PersonId.parse(`person-${number}`),
        clinic,
        specialties: ['62'],
        status: 'owner',
        origin: 'import',
        effectiveFrom: on('2010-01-01'),
      },
    })
    await send({
      type: 'RegisterHoursCapacity',
      data: { number: provider, specialty: '62', hoursTenths: 370, effectiveFrom: on('2010-01-01') },
    })
    await send({
      type: 'AllocateKrCapacity',
      data: {
        clinic,
        specialty: '62',
        unitsHundredths: 240,
        levelYear: 2022,
        reason: 'transition2024',
        effectiveFrom: on('2024-01-01'),
      },
    })
  }
}

/** Opens a case that moves a clinic of the register; the second move of the same clinic starts from where it was. */
export function openCase(change: {
  readonly id: string
  readonly clinic?: number
  readonly from?: typeof oldPlace
  readonly to?: typeof oldPlace
  readonly wantedFrom?: string
}): Extract<Command, { type: 'OpenCase' }> {
  const { id, clinic = 1, to = newPlace, wantedFrom = '2027-03-01' } = change
  return {
    type: 'OpenCase',
    data: {
      case: CaseId.parse(id),
      region,
      subject: {
        type: 'A3',
        clinic: ClinicId.parse(`klinik-${clinic}`),
        address: AddressId.parse(`adresse-${clinic}`),
        from: change.from ?? { ...oldPlace, text: `Nørregade ${clinic}` },
        to,
        previousUntil: on(wantedFrom),
        accessibility: 'Niveaufri adgang.',
      },
      applicant: `Klinik ${clinic}`,
      receivedOn: on('2026-11-20'),
      wantedFrom: on(wantedFrom),
    },
  }
}

/** An answer by the portal that supports, and says no more. */
export function supports(
  hearing: Pick<Extract<Command, { type: 'AnswerConsultation' }>['data'], 'case' | 'municipality' | 'round'>,
): Extract<Command, { type: 'AnswerConsultation' }> {
  const said = { position: 'support', text: '', cameBy: 'portal' } as const
  return {
    type: 'AnswerConsultation',
    data: { ...hearing, ...said, topics: [], attachments: [], counterProposal: null },
  }
}

/** Sends and answers the hearings of the case's current round. */
export async function hear({ send, settled, caseState }: Running, id: string): Promise<void> {
  const { file } = await caseState(id)
  for (const municipality of file.involved) {
    const hearing = { case: file.case, municipality, round: file.round }
    await send({ type: 'SendConsultation', data: { ...hearing, questions: 'Bemærkninger til flytningen?' } })
    await send(supports(hearing))
  }
  await settled()
}

/** A ruling that grants, with a reason for every finding that needs one, on the findings last shown. */
export async function rulingOn({ caseState }: Running, id: string): Promise<Extract<Command, { type: 'IssueRuling' }>> {
  const { file } = await caseState(id)
  if (file.findings === null) throw new Error(`case ${id} has no findings`)
  return {
    type: 'IssueRuling',
    data: {
      committee: region,
      case: file.case,
      outcome: 'granted',
      reasons: 'Flytningen godkendes.',
      conditions: [],
      derogations: needingReason(file.findings.findings).map(({ rule }) => ({ rule, reason: 'Udvalget fraviger.' })),
      effectiveFrom: file.wantedFrom,
      participants: { regional: 2, municipal: 2, physiotherapists: 4 },
      agreed: true,
      despiteOpenHearing: true,
      docketRevision: file.findings.docketRevision,
    },
  }
}
