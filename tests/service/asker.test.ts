import { expect, test } from 'vitest'
import type { Progress } from '#api/progress'
import { type Asker, sharedWork } from '#service/asker'

/** Work that ends when it is told to, and every beginning of it. */
function slowWork(options?: { readonly keeps: boolean }) {
  const begun: (Required<Asker> & { readonly end: (value: string) => void; readonly fail: (error: Error) => void })[] =
    []
  const shared = sharedWork(
    async (asker) =>
      await new Promise<string>((resolve, reject) => {
        begun.push({ ...asker, end: resolve, fail: reject })
        asker.signal.addEventListener('abort', () => reject(asker.signal.reason))
      }),
    options,
  )
  return { begun, shared }
}

const gone = new Error('gone')
const places = (done: number): Progress => ({ of: 'places', done, all: 3 })
const turn = async () => await new Promise((resolve) => setImmediate(resolve))

test('work is begun once, told to all, and kept when it is done', async () => {
  const { begun, shared } = slowWork()
  const told: [string, Progress][] = []
  const asking = (name: string) => shared.join({ onProgress: (progress) => told.push([name, progress]) })
  const first = asking('first')
  await turn()
  begun[0]?.onProgress(places(1))
  const second = asking('second')
  begun[0]?.onProgress(places(2))
  begun[0]?.end('value')
  expect([await first, await second, await shared.join()]).toEqual(['value', 'value', 'value'])
  expect(begun).toHaveLength(1)
  // Who comes later is told at once how far it has come.
  expect(told).toEqual([
    ['first', places(1)],
    ['second', places(1)],
    ['first', places(2)],
    ['second', places(2)],
  ])
})

test('goes on for the others when one goes, and stops when the last has gone', async () => {
  const { begun, shared } = slowWork()
  const [one, other] = [new AbortController(), new AbortController()]
  const first = shared.join({ signal: one.signal })
  const second = shared.join({ signal: other.signal })
  await turn()
  one.abort(gone)
  await expect(first).rejects.toBe(gone)
  expect(begun[0]?.signal.aborted).toBe(false)
  other.abort(gone)
  await expect(second).rejects.toBe(gone)
  expect(begun[0]?.signal.aborted).toBe(true)
  const third = shared.join()
  await turn()
  begun[1]?.end('anew')
  expect(await third).toBe('anew')
})

test('who has gone before asking begins nothing', async () => {
  const { begun, shared } = slowWork()
  await expect(shared.join({ signal: AbortSignal.abort(gone) })).rejects.toBe(gone)
  await turn()
  expect(begun).toEqual([])
})

test('what failed is begun anew by the next who asks', async () => {
  const { begun, shared } = slowWork()
  const first = shared.join()
  await turn()
  begun[0]?.fail(new Error('no luck'))
  await expect(first).rejects.toThrow('no luck')
  const second = shared.join()
  await turn()
  begun[1]?.end('value')
  expect(await second).toBe('value')
})

test('what everybody will need goes on though nobody waits', async () => {
  const { begun, shared } = slowWork({ keeps: true })
  const only = new AbortController()
  const first = shared.join({ signal: only.signal })
  await turn()
  only.abort(gone)
  await expect(first).rejects.toBe(gone)
  expect(begun[0]?.signal.aborted).toBe(false)
  begun[0]?.end('value')
  expect(await shared.join()).toBe('value')
  expect(begun).toHaveLength(1)
})
