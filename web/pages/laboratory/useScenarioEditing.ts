import { useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import type { CommandType } from '#api/contract'
import { type Body, send, viewQuery } from '../../api.ts'
import { byHand, capChanges, capEdits, type Origin, type Wanted } from './capEdits.ts'
import type { Locking } from './locks.ts'
import { type CellKey, cellKey } from './matrix.ts'
import type { Scenario } from './scenarioAnswer.ts'

type Edits = Body<'EditScenario'>['edits']
type Locks = Body<'LockScenarioCells'>['locks']

/** Writing to one scenario: what is on its way, what was refused, and how to write. */
export interface ScenarioEditing {
  /** Caps set on the screen that the service has not answered; null for one taken away. */
  readonly waiting: ReadonlyMap<CellKey, number | null>
  readonly busy: boolean
  /** Locks asked for that the service has not answered. */
  readonly locking: readonly Locking[]
  /** The last refusal, until the next attempt. */
  readonly error: unknown
  /** One action of the user: one step of undo. Caps set while another is on its way go together. */
  readonly setCaps: (wanted: readonly Wanted[], origin?: Origin) => void
  readonly edit: (edits: Edits) => void
  readonly undo: () => void
  readonly redo: () => void
  readonly lock: (locks: Locks, on: boolean) => void
  readonly rebase: () => void
}

/**
 * Sends what is done to a scenario one after the other, each built on the answer to the one before: an edit names the change
 * that it replaces, which must be known. A cap is shown at once and waits for its figures.
 */
export function useScenarioEditing(scenario: string): ScenarioEditing {
  const client = useQueryClient()
  const chain = useRef<Promise<void>>(Promise.resolve())
  const wanted = useRef<Map<CellKey, Wanted>>(new Map())
  const [waiting, setWaiting] = useState<ReadonlyMap<CellKey, number | null>>(new Map())
  const [underway, setUnderway] = useState(0)
  const [locking, setLocking] = useState<readonly Locking[]>([])
  const [error, setError] = useState<unknown>(null)

  const current = () => client.getQueryData<Scenario>(viewQuery('scenario', { scenario }).queryKey)
  const readAgain = async (first: ReadonlySet<string> = fast) => {
    const isOf = ({ queryKey: [kind, , params] }: { readonly queryKey: readonly unknown[] }) =>
      kind === 'view' && typeof params === 'object' && params !== null && namesScenario(params, scenario)
    await client.invalidateQueries({
      predicate: (query) => isOf(query) && first.has(String(query.queryKey[1])),
    })
    void client.invalidateQueries({
      predicate: (query) => query.queryKey[0] === 'view' && !first.has(String(query.queryKey[1])),
    })
  }
  const show = () => setWaiting(new Map([...wanted.current].map(([key, { cap }]) => [key, cap])))
  const run = (work: () => Promise<void>) => {
    setUnderway((count) => count + 1)
    chain.current = chain.current
      .then(async () => {
        setError(null)
        await work()
      })
      .catch((reason: unknown) => {
        wanted.current = new Map()
        show()
        setError(reason)
      })
      .finally(() => setUnderway((count) => count - 1))
  }
  const command = <Type extends CommandType>(type: Type, body: () => Body<Type> | undefined) =>
    run(async () => {
      const given = body()
      if (given === undefined) return
      await send(type, given)
      await readAgain()
    })
  const sendCaps = async (origin: Origin) => {
    const batch = new Map(wanted.current)
    const now = current()
    if (batch.size === 0 || now === undefined) return
    const edits = capEdits([...batch.values()], capChanges(now.changes), now.asOf, newChange, origin)
    if (edits.length > 0) {
      await send('EditScenario', { scenario, edits: [...edits] })
      await readAgain()
    }
    for (const [key, one] of batch) if (wanted.current.get(key) === one) wanted.current.delete(key)
    show()
  }
  return {
    waiting,
    locking,
    busy: underway > 0,
    error,
    setCaps: (caps, origin = byHand) => {
      for (const one of caps) wanted.current.set(cellKey(one.area.code, one.target.id), one)
      show()
      run(() => sendCaps(origin))
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
      setLocking((was) => [...was, step])
      run(async () => {
        try {
          await send(on ? 'LockScenarioCells' : 'UnlockScenarioCells', { scenario, locks })
          await readAgain(new Set(['scenario']))
        } finally {
          setLocking((was) => was.filter((one) => one !== step))
        }
      })
    },
    rebase: () => command('RebaseScenario', () => ({ scenario })),
  }
}

/** What an edit waits for before its cells stand as answered. */
const fast = new Set(['scenario', 'caps'])

/** A name for a change that nobody else has. */
export function newChange(): string {
  return `ch-${crypto.randomUUID()}`
}

function namesScenario(params: object, scenario: string): boolean {
  return 'scenario' in params && params.scenario === scenario
}
