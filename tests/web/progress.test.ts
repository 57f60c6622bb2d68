import { describe, expect, it } from 'vitest'
import { toldByLines } from '../../web/progress.ts'

/** A body that comes in these pieces, however they cut the lines. */
function body(...pieces: readonly string[]): ReadableStream<Uint8Array<ArrayBuffer>> {
  const encoder = new TextEncoder()
  return new ReadableStream({
    start(controller) {
      for (const piece of pieces) controller.enqueue(encoder.encode(piece))
      controller.close()
    },
  })
}

describe('an answer that tells how far it has come', () => {
  it('is read line by line, wherever it is cut', async () => {
    const seen: string[] = []
    const told = await toldByLines(
      body(
        '{"progress":{"of":"places","do',
        'ne":3,"all":40}}\n{"progress":{"of":"groups","done":1,"all":2}}\n{"ans',
        'wer":{"a":1}}',
      ),
      ({ of, done, all }) => seen.push(`${of} ${done}/${all}`),
    )
    expect(seen).toEqual(['places 3/40', 'groups 1/2'])
    expect(told).toEqual({ ok: true, status: 200, body: { a: 1 } })
  })

  it('may end in a problem, which keeps its status', async () => {
    const problem = { type: 'about:blank', status: 404, code: 'notFound' }
    const told = await toldByLines(body(`{"problem":${JSON.stringify(problem)}}\n`), () => undefined)
    expect(told).toEqual({ ok: false, status: 404, body: problem })
  })

  it('is no answer when it is cut off', async () => {
    const cut = toldByLines(body('{"progress":{"of":"areas","done":1,"all":2}}\n'), () => undefined)
    await expect(cut).rejects.toThrow('before its last line')
  })
})
