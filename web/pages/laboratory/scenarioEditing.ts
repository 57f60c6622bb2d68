import type { QueryClient } from '@tanstack/react-query'
import type { CommandType } from '#api/contract'
import { type Body, send, viewQuery } from '../../api.ts'
import { readingAgain } from '../../live.ts'
import { byHand, capChanges, capEdits, type Origin, type Wanted } from './capEdits.ts'
import type { Locking } from './locks.ts'
import { type CellKey, cellKey } from './matrix.ts'
import type { Scenario } from './scenarioAnswer.ts'

type Edits = Body<'EditScenario'>['edits']
type Locks = Body<'LockScenarioCells'>['locks']

/** What is on its way to a scenario, and what was refused. */
export interface EditState {
  /** Caps set on the screen that the service has not answered; null for one taken away. */
  readonly waiting: ReadonlyMap<CellKey, number | null>
  /** Locks asked for that the service has not answered. */
  readonly locking: readonly Locking[]
  readonly busy: boolean
  /** The last refusal, until the next attempt. */
  readonly error: unknown
}

/** Writing to one scenario. The object stays the same; who shows its state listens to it. */
export interface ScenarioEditing {
  readonly state: () => EditState
  readonly listen: (listener: () => void) => () => void
  /** One action of the user: one step of undo. Caps set while another is on its way go together, each by its own origin. */
  readonly setCaps: (wanted: readonly Wanted[], origin?: Origin) => void
  readonly edit: (edits: Edits) => void
  readonly undo: () => void
  readonly redo: () => void
  readonly lock: (locks: Locks, on: boolean) => void
  readonly rebase: () => void
}

/**
 * Sends what is done to a scenario one after the other, each built on the answer to the one before: an edit names the
 * change that it replaces, which must be known. A cap is shown at once, is sent when `shown` says that it is on the
 * screen, and waits for its figures.
 */
export function scenarioEditing(client: QueryClient, scenario: string, shown: () => Promise<void>): ScenarioEditing {
  const listeners = new Set<() => void>()
  const wanted = new Map<CellKey, { readonly one: Wanted; readonly origin: Origin }>()
  let chain: Promise<void> = Promise.resolve()
  let underway = 0
  let state: EditState = { waiting: new Map(), locking: [], busy: false, error: null }

  const tell = (part: Partial<EditState>) => {
    state = { ...state, ...part }
    for (const listener of listeners) listener()
  }
  const show = () => tell({ waiting: new Map([...wanted].map(([key, { one }]) => [key, one.cap])) })
  const current = () => client.getQueryData<Scenario>(viewQuery('scenario', { scenario }).queryKey)
  const isMoved = ([, name, params]: readonly unknown[]) => namesScenario(params, scenario) || name === 'scenarios'
  /** Scenario and board together, and waits for them; what takes longer is begun after them. */
  const readAgain = async (first: ReadonlySet<string> = cells) => {
    const isFirst = ({ queryKey: [, name, params] }: { readonly queryKey: readonly unknown[] }) =>
      first.has(String(name)) && namesScenario(params, scenario)
    const isLater = (query: { readonly queryKey: readonly unknown[] }) => !isFirst(query) && isMoved(query.queryKey)
    await client.invalidateQueries({ predicate: isFirst })
    void client.invalidateQueries({ predicate: isLater })
  }
  const run = (work: () => Promise<void>) => {
    underway += 1
    tell({ busy: true, error: null })
    chain = chain
      .then(() => readingAgain(isMoved, work))
      .catch((error: unknown) => tell({ error }))
      .finally(() => {
        underway -= 1
        tell({ busy: underway > 0 })
      })
  }
  const command = <Type extends CommandType>(type: Type, body: () => Body<Type> | undefined) =>
    run(async () => {
      const given = body()
      if (given === undefined) return
      await send(type, given)
      await readAgain()
    })
  const sendCaps = async () => {
    const batch = new Map(wanted)
    const now = current()
    if (batch.size === 0 || now === undefined) return
    const set = capChanges(now.changes)
    const edits = [...batch.values()].flatMap(({ one, origin }) => capEdits([one], set, now.asOf, newChange, origin))
    try {
      if (edits.length > 0) {
        await send('EditScenario', { scenario, edits })
        await readAgain()
      }
    } finally {
      // Answered or refused: what was set meanwhile is still wanted.
      for (const [key, sent] of batch) if (wanted.get(key) === sent) wanted.delete(key)
      show()
    }
  }
  return {
    state: () => state,
    listen: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    setCaps: (caps, origin = byHand) => {
      for (const one of caps) wanted.set(cellKey(one.area.code, one.target.id), { one, origin })
      show()
      run(async () => {
        await shown()
        await sendCaps()
      })
    },
    edit: (edits) => command('EditScenario', () => ({ scenario, edits })),
    undo: () =>
      command('UndoScenarioEdit', () => {
        const step = current()?.undo
        return step === null || step === undefined ? undefined : { scenario, edit: step.edit }
      }),
    redo: () =>
      command('RedoScenarioEdit', () => {
        const step = current()?.redo
        return step === null || step === undefined ? undefined : { scenario, edit: step.edit }
      }),
    lock: (locks, on) => {
      const step = { locks, on }
      tell({ locking: [...state.locking, step] })
      run(async () => {
        try {
          await send(on ? 'LockScenarioCells' : 'UnlockScenarioCells', { scenario, locks })
          await readAgain(new Set(['scenario']))
        } finally {
          tell({ locking: state.locking.filter((one) => one !== step) })
        }
      })
    },
    rebase: () => command('RebaseScenario', () => ({ scenario })),
  }
}

/** What an edit waits for before its cells stand as answered. */
const cells = new Set(['scenario', 'caps'])

/** A name for a change that nobody else has. */
export function newChange(): string {
  return `ch-${crypto.randomUUID()}`
}

/** Whether a question is about the scenario, or holds it against something. */
function namesScenario(params: unknown, scenario: string): boolean {
  if (typeof params !== 'object' || params === null) return false
  const names = 'a' in params && 'b' in params ? [params.a, params.b] : 'scenario' in params ? [params.scenario] : []
  return names.includes(scenario)
}
