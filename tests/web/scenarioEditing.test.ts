import { QueryClient, QueryObserver } from '@tanstack/react-query'
import { afterEach, expect, it, vi } from 'vitest'
import { AreaRef, QuotaTarget } from '#events/quota'
import { cellKey } from '../../web/pages/laboratory/matrix.ts'
import { scenarioEditing } from '../../web/pages/laboratory/scenarioEditing.ts'

const scenario = 'sc-aaaaaaaaaa'
const area = AreaRef.parse({ kind: 'municipality', code: '0746' })
const target = QuotaTarget.parse({ kind: 'group', id: 'parkinson' })
const wanted = { area, target, cap: 5, before: 3 }

afterEach(() => vi.unstubAllGlobals())

/** A client with a scenario and a board on the screen, what is asked and sent in order, and a screen that can be held up. */
function given({ refuses }: { readonly refuses?: string } = {}) {
  const asked: string[] = []
  const edits: unknown[] = []
  const client = new QueryClient()
  for (const [name, params] of [
    ['scenario', { scenario }],
    ['caps', { kind: 'municipality', scenario }],
    ['scenarioComparison', { a: scenario, b: 'base' }],
  ] as const) {
    const queryKey = ['view', name, params]
    client.setQueryData(queryKey, { asOf: '2026-07-01', changes: [] })
    const queryFn = () => {
      asked.push(name)
      return { asOf: '2026-07-01', changes: [] }
    }
    new QueryObserver(client, { queryKey, queryFn, staleTime: Number.POSITIVE_INFINITY }).subscribe(() => undefined)
  }
  vi.stubGlobal('fetch', async (path: string, { body }: { readonly body: string }) => {
    asked.push(path)
    if (path === refuses) return new Response(null, { status: 409 })
    edits.push(...JSON.parse(body).edits)
    const accepted = { commandId: crypto.randomUUID(), stream: scenario, revision: 1, position: null, events: [] }
    return Response.json(accepted)
  })
  let draw = () => {}
  const drawn = new Promise<void>((resolve) => {
    draw = resolve
  })
  return { asked, edits, draw, editing: scenarioEditing(client, scenario, () => drawn) }
}

it('shows a cap at once and sends it when it has been on the screen', async () => {
  const { asked, draw, editing } = given()
  editing.setCaps([wanted])
  expect(editing.state().waiting).toEqual(new Map([[cellKey('0746', 'parkinson'), 5]]))
  await new Promise((later) => setImmediate(later))
  expect(asked).toEqual([])
  draw()
  await vi.waitFor(() => expect(editing.state().busy).toBe(false))
  expect(asked[0]).toBe('/api/commands/edit-scenario')
})

it('asks once for each answer that the edit moved, the cells first, and sends what was set meanwhile together', async () => {
  const { asked, draw, editing } = given()
  editing.setCaps([wanted])
  editing.setCaps([{ ...wanted, cap: 6 }])
  draw()
  await vi.waitFor(() => expect(asked).toContain('scenarioComparison'))
  await vi.waitFor(() => expect(editing.state()).toMatchObject({ busy: false, error: null, waiting: new Map() }))
  expect(asked).toEqual(['/api/commands/edit-scenario', 'scenario', 'caps', 'scenarioComparison'])
})

it('sends each cap with its own origin, also where several are sent together', async () => {
  const { edits, draw, editing } = given()
  const byMethod = { method: 'dHondt', basis: 'users', reason: null } as const
  editing.setCaps([wanted])
  editing.setCaps([{ ...wanted, area: AreaRef.parse({ kind: 'municipality', code: '0751' }), cap: 7 }], byMethod)
  draw()
  await vi.waitFor(() => expect(editing.state().busy).toBe(false))
  expect(edits).toMatchObject([
    { command: { data: { cap: 5, method: null, basis: null } } },
    { command: { data: { cap: 7, ...byMethod } } },
  ])
})

it('still sends the caps that wait when something else is refused', async () => {
  const { edits, draw, editing } = given({ refuses: '/api/commands/lock-scenario-cells' })
  editing.lock([{ area, group: target.id }], true)
  editing.setCaps([wanted])
  draw()
  await vi.waitFor(() => expect(editing.state().busy).toBe(false))
  expect(editing.state()).toMatchObject({ waiting: new Map(), locking: [] })
  expect(editing.state().error).toMatchObject({ problem: { status: 409 } })
  expect(edits).toMatchObject([{ command: { data: { cap: 5 } } }])
})

it('takes a refused cap off the screen, and no other', async () => {
  const { draw, editing } = given({ refuses: '/api/commands/edit-scenario' })
  editing.setCaps([wanted])
  draw()
  await vi.waitFor(() => expect(editing.state().error).toMatchObject({ problem: { status: 409 } }))
  expect(editing.state().waiting).toEqual(new Map())
})
