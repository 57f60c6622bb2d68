import { randomUUID } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Command } from '#api/contract'
import { ClinicId } from '#events/identifiers'
import { RecordedAt } from '#events/time'
import { createHandle, dataClassOf, type Gather, nothingGathered, streamOf } from '#service/handle'
import { type EventStore, RevisionConflict, StoreUnavailable } from '#service/store/eventStore'
import { openSqliteStore } from '#service/store/sqlite'
import { on } from '../given.ts'
import { secretariat } from './running.ts'

const clock = { today: () => on('2026-11-22'), now: () => RecordedAt.parse('2026-11-22T09:00:00.000Z') }
const clinic = ClinicId.parse('klinik-1')
const register: Command = {
  type: 'RegisterClinic',
  data: { clinic, name: 'Klinik', cvr: null, formOfPractice: 'solo', effectiveFrom: on('2020-01-01') },
}
const allocate = (unitsHundredths: number): Command => ({
  type: 'AllocateKrCapacity',
  data: {
    clinic,
    specialty: '62',
    unitsHundredths,
    levelYear: 2022,
    reason: 'transition2024',
    effectiveFrom: on('2024-01-01'),
  },
})
const by = (change: object = {}) => ({ actor: secretariat, commandId: randomUUID(), ...change })

let store: EventStore

beforeEach(() => {
  store = openSqliteStore({ file: ':memory:', now: clock.now })
})
afterEach(async () => {
  await store.close()
})

function handleOn(over: Partial<EventStore> = {}, gather: Gather = async () => nothingGathered) {
  return createHandle({ store: { ...store, ...over }, clock, gather })
}

async function inStream(stream = 'clinic-klinik-1') {
  const events = []
  for await (const event of store.read(stream)) events.push(event)
  return events
}

describe('handle', () => {
  test('writes who, why and what followed from what into the metadata', async () => {
    const handle = handleOn()
    const causationId = randomUUID()
    const sent = by({ causationId, caseId: '26-0001', synthetic: true as const })
    const accepted = await handle(register, sent)
    const [event] = await inStream()
    expect(accepted).toEqual({
      commandId: sent.commandId,
      stream: 'clinic-klinik-1',
      revision: 0,
      position: event?.position,
      events: [{ id: event?.id, type: 'ClinicRegistered' }],
    })
    expect(event).toMatchObject({
      effectiveFrom: '2020-01-01',
      version: 1,
      metadata: {
        commandId: sent.commandId,
        correlationId: sent.commandId,
        causationId,
        caseId: '26-0001',
        actor: secretariat,
        dataClass: 'open',
        synthetic: true,
      },
    })
  })

  test('the same command id takes effect once, and gets the same answer; also at once', async () => {
    const handle = handleOn()
    const sent = by()
    const [first, second] = await Promise.all([handle(register, sent), handle(register, sent)])
    expect(second).toEqual(first)
    expect(await handle(register, sent)).toEqual(first)
    expect(await inStream()).toHaveLength(1)
  })

  test('a repeated command with a new id changes nothing, and says so', async () => {
    const handle = handleOn()
    await handle(register, by())
    expect(await handle(register, by())).toMatchObject({ revision: 0, position: null, events: [] })
    expect(await inStream()).toHaveLength(1)
  })

  test('one command id on two streams makes two events', async () => {
    const handle = handleOn()
    const sent = by()
    const other: Command = { ...register, data: { ...register.data, clinic: ClinicId.parse('klinik-2') } } as Command
    const ids = [await handle(register, sent), await handle(other, sent)].flatMap(({ events }) => events)
    expect(new Set(ids.map(({ id }) => id)).size).toBe(2)
  })

  test('decides again when somebody else came first', async () => {
    const handle = handleOn()
    await handle(register, by())
    const all = await Promise.all([100, 200, 300].map((units) => handle(allocate(units), by())))
    expect(all.map(({ revision }) => revision).toSorted()).toEqual([1, 2, 3])
  })

  test('does not decide again when the caller says what it has seen', async () => {
    const handle = handleOn()
    await handle(register, by({ expected: 'none' }))
    await handle(allocate(100), by({ expected: 0 }))
    await expect(handle(allocate(200), by({ expected: 0 }))).rejects.toThrow(RevisionConflict)
    await expect(handle(register, by({ expected: 'none' }))).rejects.toThrow(RevisionConflict)
    expect(await inStream()).toHaveLength(2)
  })

  test('gives up after four conflicts', async () => {
    await handleOn()(register, by())
    let tries = 0
    const contested = handleOn({
      append: async (stream, _events, expected) => {
        tries += 1
        throw new RevisionConflict(stream, expected, 99)
      },
    })
    await expect(contested(allocate(100), by())).rejects.toThrow(RevisionConflict)
    expect(tries).toBe(4)
  })

  test('an append whose answer was lost is sent again with the same ids, and stands once', async () => {
    let lost = 0
    const handle = handleOn({
      append: async (...args) => {
        const position = await store.append(...args)
        lost += 1
        if (lost === 1) throw new StoreUnavailable('the answer was lost')
        return position
      },
    })
    const accepted = await handle(register, by())
    expect(await inStream()).toHaveLength(1)
    expect(accepted.events[0]?.id).toBe((await inStream())[0]?.id)
    expect(lost).toBe(2)
  })

  test('a log that stays away is said to', async () => {
    const handle = handleOn({
      append: async () => {
        throw new StoreUnavailable('away')
      },
    })
    await expect(handle(register, by())).rejects.toThrow(StoreUnavailable)
  })

  test('a refusal writes nothing', async () => {
    const handle = handleOn()
    await expect(handle(allocate(100), by())).rejects.toMatchObject({ code: 'clinic.unknown' })
    expect(await inStream()).toEqual([])
  })

  test('an event that could not be read again is not written', async () => {
    const broken = { ...register, data: { ...register.data, cvr: 'ikke et cvr-nummer' } } as Command
    await expect(handleOn()(broken, by())).rejects.toThrow('cvr')
    expect(await inStream()).toEqual([])
  })

  test('knows the stream of a command, and keeps economics for the committee', () => {
    expect(streamOf(register)).toBe('clinic-klinik-1')
    expect(dataClassOf('TurnoverCeilingSet')).toBe('committee')
    expect(dataClassOf('CaseOpened')).toBe('municipal')
    expect(dataClassOf('ClinicRegistered')).toBe('open')
  })
})
