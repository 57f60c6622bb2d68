import { describe, expect, test } from 'vitest'
import { loadSolver } from '#geo/siting/solver'
import { nowMs, type PlacingAsk, placed } from '#service/reach/placing'
import { placedInThread } from '#service/reach/sitingThreads'
import { numbers } from '../../geo/sitingProblem.ts'

const highs = await loadSolver()

/** A question over people and sites that lie anywhere, with room for so many at each site. */
function asking(squares: number, existing: number, candidates: number, sites: number, capacity: number): PlacingAsk {
  const next = numbers()
  const place = () => [next() * 150, next() * 120] as const
  const at = Array.from({ length: squares }, place)
  const rows = (count: number) =>
    Array.from({ length: count }, place).map(([x, y]) =>
      Float32Array.from(at, ([px, py]) => 2 + Math.hypot(x - px, y - py)),
    )
  const people = Float64Array.from(at, () => Math.ceil(Math.exp(next() * 5.5)))
  return {
    ...{ question: 'median', sites, max: 30, leaveOut: true, capacity, until: 0 },
    ...{ people, existing: rows(existing), candidates: rows(candidates) },
  }
}

const small = asking(12, 1, 3, 2, 10_000)

describe('the time of a question', () => {
  test('is for the search and the figures together: once it is over, neither goes on, and the answer says so', () => {
    const ask = asking(2000, 40, 8, 3, 2600)
    const parts = new Set<string>()
    const answer = placed(ask, highs, { secondsLeft: () => 0, report: (of) => parts.add(of) })
    if (!('people' in answer)) throw new Error(`Refused: ${answer.answer.reason}`)
    expect(answer.answer.proven).toBe(false)
    expect(answer.answer.gap).toBeGreaterThan(0)
    expect(answer.before.isLeast || answer.after.isLeast).toBe(false)
    expect(parts).toContain('sharing')
    expect(answer.after.meanMinutes).toBeCloseTo(answer.answer.value, 6)
  })

  test('that is over when its turn comes is lengthened to a few seconds: the answer is no worse for having waited', async () => {
    const found = await placedInThread(small)
    expect(found.answer).toMatchObject({ state: 'solved', proven: true })
    expect(await placedInThread({ ...small, until: nowMs() + 60_000 })).toMatchObject({ answer: found.answer })
  })

  test('a sharing that is calculated to the end says so', async () => {
    expect(await placedInThread(small)).toMatchObject({ before: { isLeast: true }, after: { isLeast: true } })
  })
})

describe('waiting for others', () => {
  const long = asking(3000, 40, 8, 3, 3500)

  test('the part is told, and whoever gives up while waiting goes at once', async () => {
    const gone = new AbortController()
    const first = placedInThread({ ...long, until: nowMs() + 60_000 }, { signal: gone.signal })
    const told: string[] = []
    const leave = new AbortController()
    const second = placedInThread(small, { signal: leave.signal, onProgress: (of) => told.push(of) })
    let isFirstThere = false
    const whenFirst = first.then(
      () => (isFirstThere = true),
      () => (isFirstThere = true),
    )
    leave.abort(new Error('left'))
    await expect(second).rejects.toThrow('left')
    expect(isFirstThere).toBe(false)
    expect(told).toEqual(['queue'])
    gone.abort(new Error('gone'))
    await whenFirst
    expect((await placedInThread(small)).answer.state).toBe('solved')
  })

  test('who is gone before is not asked at all', async () => {
    await expect(placedInThread(small, { signal: AbortSignal.abort(new Error('gone')) })).rejects.toThrow('gone')
  })
})
