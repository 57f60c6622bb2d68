import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type ScenarioCommand, scenarioCommands } from '#api/commands/scenario'
import type { EventId } from '#events/envelope'
import { type ScenarioEvent, scenarioEvents } from '#events/scenario'
import type { Context } from '#service/deciders/decider'
import { type KnownScenario, type ScenarioState, scenario } from '#service/deciders/scenario'
import { given, idAt, nothingKnown, on, refusalOf } from '../../given.ts'

const id = 'sc-7kq2m4x9ab'
const today = on('2026-11-22')
const ground: Pick<Context, 'scenarioGround'> = {
  scenarioGround: {
    base: scenarioEvents.ScenarioCreated.data.shape.base.parse({
      position: '12',
      event: idAt(99),
      recordedAt: '2026-11-20T08:00:00.000Z',
      events: 12,
    }),
    dataVersions: [{ name: 'boundaries', version: 'made-up' }],
    conflicts: [],
  },
}

/** A command as it is sent: read by its own definition, so that defaults are filled in. */
function sent<Type extends ScenarioCommand['type']>(type: Type, data: object): ScenarioCommand {
  const definition = scenarioCommands.find((one) => one.type === type)
  if (definition === undefined) throw new Error(`no command ${type}`)
  // The definition of this type has read the data.
  return { type, data: definition.body.parse({ scenario: id, ...data }) } as ScenarioCommand
}

const quota = (cap: number, area = '1082', group = 'sclerosis') => ({
  type: 'ProposeQuota',
  data: {
    effectiveFrom: '2027-01-01',
    area: { kind: 'region', code: area },
    target: { kind: 'group', id: group },
    cap,
    basis: null,
    method: null,
    reason: null,
  },
})
const created: ScenarioEvent = {
  type: 'ScenarioCreated',
  effectiveFrom: today,
  data: scenarioEvents.ScenarioCreated.data.parse({
    scenario: id,
    name: 'Vest',
    note: null,
    asOf: '2027-01-01',
    base: ground.scenarioGround?.base,
    dataVersions: ground.scenarioGround?.dataVersions,
    copiedFrom: null,
    changes: [],
    locks: [],
  }),
}
const edited = (edits: readonly object[]): ScenarioEvent => ({
  type: 'ScenarioEdited',
  effectiveFrom: today,
  data: scenarioEvents.ScenarioEdited.data.parse({ edits }),
})
const add = (name: string, command: object, after: string | null = null) => ({
  kind: 'add' as const,
  change: name,
  command,
  comment: null,
  after,
})
const locked = (locks: readonly object[]): ScenarioEvent => ({
  type: 'ScenarioLocked',
  effectiveFrom: today,
  data: scenarioEvents.ScenarioLocked.data.parse({ locks }),
})
const lockOf = (area: string | null, group: string | null) => ({
  area: area === null ? null : { kind: 'region', code: area },
  group,
})

describe('a scenario', () => {
  const create = sent('CreateScenario', { name: 'Vest', note: null, asOf: '2027-01-01' })

  test('is created on the register that was found', () => {
    given(scenario).when(create, ground).thenEvents(created)
    given(scenario).when(create).thenRefused('scenario.emptyRegister')
    const other = sent('CreateScenario', { name: 'Øst', note: null, asOf: '2027-01-01' })
    given(scenario, created).when(other, ground).thenRefused('scenario.taken')
  })

  test('takes the changes and locks of a copy, those that are off too', () => {
    const changes = [{ change: 'a', command: quota(3), on: false, comment: 'senere' }]
    const copy = { name: 'Vest', note: null, asOf: '2027-01-01', changes, locks: [lockOf('1082', null)] }
    const data = { ...created.data, changes, locks: copy.locks }
    given(scenario)
      .when(sent('CreateScenario', copy), ground)
      .thenEvents({ ...created, data: scenarioEvents.ScenarioCreated.data.parse(data) })
  })

  test('has 2000 changes at most, exactly; more than it may have it can only lose', () => {
    const many = (count: number): ScenarioEvent => {
      const changes = Array.from({ length: count }, (_, at) => ({
        ...{ change: `c-${at}`, command: quota(3), on: true, comment: null },
      }))
      return { ...created, data: scenarioEvents.ScenarioCreated.data.parse({ ...created.data, changes }) }
    }
    const adding = sent('EditScenario', { edits: [{ kind: 'add', change: 'one-more', command: quota(4) }] })
    given(scenario, many(1999))
      .when(adding)
      .thenEvents(edited([add('one-more', quota(4), 'c-1998')]))
    given(scenario, many(2000)).when(adding).thenRefused('scenario.tooManyChanges', { most: 2000, changes: 2001 })
    const removing = { kind: 'remove' as const, change: 'c-0' }
    given(scenario, many(2002))
      .when(sent('EditScenario', { edits: [removing] }))
      .thenEvents(edited([removing]))
  })

  test('is edited, all or nothing, and every fault is told at once', () => {
    given(scenario, created)
      .when(sent('EditScenario', { edits: [{ kind: 'add', change: 'a', command: quota(3) }] }))
      .thenEvents(edited([add('a', quota(3))]))
    const refusal = refusalOf(() =>
      scenario.decide(
        sent('EditScenario', {
          edits: [
            { kind: 'add', change: 'a', command: quota(3) },
            { kind: 'add', change: 'b', command: quota(-1) },
            { kind: 'add', change: 'c', command: { type: 'OpenCase', data: {} } },
            { kind: 'add', change: 'd', command: { type: 'Nothing', data: {} } },
            { kind: 'switch', change: 'e', on: false },
            { kind: 'move', change: 'a', after: 'f' },
          ],
        }),
        given(scenario, created).state,
        nothingKnown,
      ),
    )
    expect(refusal.code).toBe('scenario.changeInvalid')
    expect(refusal.params.changes).toEqual(['b', 'c', 'd', 'e', 'a'])
    expect(refusal.params.problems).toMatchObject([
      { change: 'b', reason: 'fields', fields: [{ path: 'data.cap' }] },
      { change: 'c', reason: 'notAllowed' },
      { change: 'd', reason: 'unknownCommand' },
      { change: 'e', reason: 'unknownChange' },
      { change: 'a', reason: 'unknownPlace' },
    ])
  })

  test('a field that no command has is named', () => {
    const command = { ...quota(1), data: { ...quota(1).data, capp: 3 } }
    given(scenario, created)
      .when(sent('EditScenario', { edits: [{ kind: 'add', change: 'a', command }] }))
      .thenRefused('scenario.changeInvalid', { problems: [{ fields: [{ path: 'data.capp', code: 'unknown' }] }] })
  })

  test('a new change comes last unless it says otherwise', () => {
    const history = [created, edited([add('a', quota(1)), add('b', quota(2, '1081'), 'a')])]
    const order = (edits: readonly object[]) => {
      const events = scenario.decide(sent('EditScenario', { edits }), given(scenario, ...history).state, nothingKnown)
      return known(given(scenario, ...history, ...events).state).changes.map((one) => one.change)
    }
    expect(order([{ kind: 'add', change: 'c', command: quota(3, '1083') }])).toEqual(['a', 'b', 'c'])
    expect(order([{ kind: 'add', change: 'c', command: quota(3, '1083'), after: null }])).toEqual(['c', 'a', 'b'])
    expect(order([{ kind: 'add', change: 'c', command: quota(3, '1083'), after: 'a' }])).toEqual(['a', 'c', 'b'])
    expect(order([{ kind: 'move', change: 'a', after: 'b' }])).toEqual(['b', 'a'])
    expect(order([{ kind: 'remove', change: 'a' }])).toEqual(['b'])
  })

  test('is renamed, shared, put on a newer register and archived; then it takes nothing more', () => {
    const rename = sent('RenameScenario', { name: 'Nordvest', note: 'Til marts' })
    given(scenario, created)
      .when(rename)
      .thenEvents({ type: 'ScenarioRenamed', effectiveFrom: today, data: { name: 'Nordvest', note: 'Til marts' } })
    given(scenario, created)
      .when(sent('ShareScenario', { with: [{ role: 'committee', organisation: '1082' }] }))
      .thenEvents({
        type: 'ScenarioShared',
        effectiveFrom: today,
        data: { with: [{ role: 'committee', organisation: '1082' }] },
      })
    given(scenario, created).when(sent('RebaseScenario', {}), ground).thenNothing()
    const base = { ...created.data, ...ground.scenarioGround }.base
    const newer = base === undefined ? undefined : { ...base, event: idAt(100), events: 13 }
    if (newer === undefined) throw new Error('no base')
    const found = { scenarioGround: { base: newer, dataVersions: [], conflicts: [] } }
    given(scenario, created)
      .when(sent('RebaseScenario', {}), found)
      .thenEvents({ type: 'ScenarioRebased', effectiveFrom: today, data: found.scenarioGround })
    const archived: ScenarioEvent = { type: 'ScenarioArchived', effectiveFrom: today, data: { reason: 'Afløst' } }
    given(scenario, created)
      .when(sent('ArchiveScenario', { reason: 'Afløst' }))
      .thenEvents(archived)
    given(scenario, created, archived).when(rename).thenRefused('scenario.archived')
    given(scenario).when(rename).thenRefused('scenario.unknown', { scenario: id })
  })
})

describe('undo and redo', () => {
  const history = [created, edited([add('a', quota(1))]), edited([{ kind: 'replace', change: 'a', command: quota(2) }])]
  const undone = (edit: EventId): ScenarioEvent => ({
    type: 'ScenarioEditUndone',
    effectiveFrom: today,
    data: { edit },
  })
  const redone = (edit: EventId): ScenarioEvent => ({
    type: 'ScenarioEditRedone',
    effectiveFrom: today,
    data: { edit },
  })

  test('only the last that was done, and the last that was undone', () => {
    given(scenario, ...history)
      .when(sent('UndoScenarioEdit', { edit: idAt(2) }))
      .thenEvents(undone(idAt(2)))
    given(scenario, ...history)
      .when(sent('UndoScenarioEdit', { edit: idAt(1) }))
      .thenRefused('scenario.notLastEdit')
    given(scenario, ...history, undone(idAt(2)))
      .when(sent('RedoScenarioEdit', { edit: idAt(2) }))
      .thenEvents(redone(idAt(2)))
    given(scenario, ...history)
      .when(sent('RedoScenarioEdit', { edit: idAt(1) }))
      .thenRefused('scenario.notLastEdit')
  })

  test('a new edit ends what could be done again', () => {
    const next = edited([add('b', quota(4, '1081'), 'a')])
    given(scenario, ...history, undone(idAt(2)), next)
      .when(sent('RedoScenarioEdit', { edit: idAt(2) }))
      .thenRefused('scenario.notLastEdit')
  })

  test('undoing everything gives the beginning back, and redoing everything the end (property)', () => {
    fc.assert(
      fc.property(fc.array(someEdits(), { minLength: 1, maxLength: 12 }), (actions) => {
        const world = playing(actions)
        const end = world.state()
        const states: string[] = []
        for (let step = known(world.state()).done.at(-1); step; step = known(world.state()).done.at(-1)) {
          states.push(JSON.stringify(known(world.state()).changes))
          world.send(sent('UndoScenarioEdit', { edit: step.edit }))
        }
        expect(known(world.state()).changes).toEqual([])
        for (let step = known(world.state()).undone.at(-1); step; step = known(world.state()).undone.at(-1)) {
          world.send(sent('RedoScenarioEdit', { edit: step.edit }))
          expect(JSON.stringify(known(world.state()).changes)).toBe(states.pop())
        }
        expect(known(world.state()).changes).toEqual(known(end).changes)
      }),
    )
  })
})

describe('locks', () => {
  const history = [
    created,
    edited([add('a', quota(1)), add('b', quota(2, '1081'), 'a'), add('c', quota(3, '1082', 'stroke'), 'b')]),
  ]
  const replace = (name: string, command: object) =>
    sent('EditScenario', { edits: [{ kind: 'replace', change: name, command }] })

  test('are set and taken away, each once', () => {
    const locks = [lockOf('1082', 'sclerosis')]
    given(scenario, created).when(sent('LockScenarioCells', { locks })).thenEvents(locked(locks))
    const unlocked: ScenarioEvent = {
      type: 'ScenarioUnlocked',
      effectiveFrom: today,
      data: scenarioEvents.ScenarioUnlocked.data.parse({ locks }),
    }
    given(scenario, created, locked(locks)).when(sent('UnlockScenarioCells', { locks })).thenEvents(unlocked)
  })

  test.each([
    ['a cell', lockOf('1082', 'sclerosis'), ['a']],
    ['a row', lockOf('1082', null), ['a', 'c']],
    ['a column', lockOf(null, 'sclerosis'), ['a', 'b']],
  ])('%s keeps its caps as they are', (_, lock, kept) => {
    for (const [name, command] of [
      ['a', quota(9)],
      ['b', quota(9, '1081')],
      ['c', quota(9, '1082', 'stroke')],
    ] as const) {
      const when = given(scenario, ...history, locked([lock])).when(replace(name, command))
      if (kept.includes(name)) when.thenRefused('scenario.locked')
      else when.thenEvents(edited([{ kind: 'replace', change: name, command }]))
    }
  })

  test('hold against adding, removing, switching off, another order and undo', () => {
    const lock = locked([lockOf('1082', 'sclerosis')])
    const edits = [
      { kind: 'add', change: 'd', command: quota(7) },
      { kind: 'remove', change: 'a' },
      { kind: 'switch', change: 'a', on: false },
    ]
    for (const edit of edits)
      given(scenario, ...history, lock)
        .when(sent('EditScenario', { edits: [edit] }))
        .thenRefused('scenario.locked', { cells: ['1082/sclerosis'] })
    given(scenario, ...history, lock)
      .when(sent('UndoScenarioEdit', { edit: idAt(1) }))
      .thenRefused('scenario.locked')
    const twice = edited([add('d', quota(7), 'c')])
    given(scenario, ...history, twice, lock)
      .when(sent('EditScenario', { edits: [{ kind: 'move', change: 'a', after: 'd' }] }))
      .thenRefused('scenario.locked')
    given(scenario, ...history, lock)
      .when(sent('EditScenario', { edits: [{ kind: 'comment', change: 'a', comment: 'aftalt' }] }))
      .thenEvents(edited([{ kind: 'comment', change: 'a', comment: 'aftalt' }]))
  })

  test('no edit, undo or redo ever changes a locked cell (property)', () => {
    fc.assert(
      fc.property(
        fc.array(someEdits(), { minLength: 1, maxLength: 8 }),
        fc.array(someEdits(), { minLength: 1, maxLength: 8 }),
        fc.constantFrom(lockOf('1082', 'sclerosis'), lockOf('1081', null), lockOf(null, 'stroke')),
        fc.array(fc.constantFrom('undo', 'redo'), { maxLength: 8 }),
        (first, then, lock, steps) => {
          const world = playing(first)
          world.send(sent('LockScenarioCells', { locks: [lock] }))
          const before = cellsUnder(world.state(), lock)
          for (const edits of then) world.send(sent('EditScenario', { edits }))
          for (const step of steps) {
            const last = known(world.state())[step === 'undo' ? 'done' : 'undone'].at(-1)
            if (last === undefined) continue
            world.send(sent(step === 'undo' ? 'UndoScenarioEdit' : 'RedoScenarioEdit', { edit: last.edit }))
          }
          expect(cellsUnder(world.state(), lock)).toEqual(before)
        },
      ),
    )
  })
})

function known(state: ScenarioState): KnownScenario {
  if (state.status === 'none') throw new Error('no scenario')
  return state
}

/** What each locked cell is set to, in its own order. */
function cellsUnder(state: ScenarioState, lock: ReturnType<typeof lockOf>) {
  const cells = new Map<string, unknown[]>()
  for (const { command, on: isOn } of known(state).changes) {
    // The tests plan caps and nothing else.
    const { area, target } = command.data as ReturnType<typeof quota>['data']
    const isUnder =
      (lock.area === null || lock.area.code === area.code) && (lock.group === null || lock.group === target.id)
    const cell = `${area.code} ${target.id}`
    if (isUnder) cells.set(cell, [...(cells.get(cell) ?? []), { command, isOn }])
  }
  return new Map([...cells].toSorted(([a], [b]) => (a < b ? -1 : 1)))
}

/** One action of somebody: edits that may or may not be possible. */
function someEdits(): fc.Arbitrary<readonly object[]> {
  const name = fc.constantFrom('a', 'b', 'c', 'd')
  const command = fc
    .tuple(fc.integer({ min: 0, max: 3 }), fc.constantFrom('1081', '1082'), fc.constantFrom('sclerosis', 'stroke'))
    .map(([cap, area, group]) => quota(cap, area, group))
  const edit = fc.oneof(
    fc.record({ kind: fc.constant('add'), change: name, command }),
    fc.record({ kind: fc.constant('replace'), change: name, command }),
    fc.record({ kind: fc.constant('remove'), change: name }),
    fc.record({ kind: fc.constant('switch'), change: name, on: fc.boolean() }),
    fc.record({ kind: fc.constant('move'), change: name, after: fc.option(name) }),
  )
  return fc.array(edit, { minLength: 1, maxLength: 3 })
}

/** A scenario that is played: what is refused leaves it as it was. */
function playing(actions: readonly (readonly object[])[]) {
  const history: ScenarioEvent[] = [created]
  const state = () => given(scenario, ...history).state
  const send = (command: ScenarioCommand) => {
    try {
      history.push(...scenario.decide(command, state(), nothingKnown))
    } catch (error) {
      expect(error).toHaveProperty('code')
    }
  }
  for (const edits of actions) send(sent('EditScenario', { edits }))
  return { state, send }
}
