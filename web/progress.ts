import { useSyncExternalStore } from 'react'
import type { ViewName } from '#api/contract'
import { AnswerLine, type Progress } from '#api/progress'
import type { Told } from './early.ts'

/** How far the answers that take long have come, by view; none while nothing is on its way. */
const running = new Map<ViewName, Progress>()
const listeners = new Set<() => void>()

/** Tells how far a view's answer has come; undefined when it is there, refused or given up. */
export function tellProgress(view: ViewName, progress: Progress | undefined): void {
  if (progress === undefined) running.delete(view)
  else running.set(view, progress)
  for (const listener of listeners) listener()
}

/** How far a view's answer has come; undefined while the service has told nothing. */
export function useProgress(view: ViewName): Progress | undefined {
  return useSyncExternalStore(listen, () => running.get(view))
}

function listen(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/**
 * Reads an answer that tells how far it has come: lines of progress and one last line with the answer or the problem.
 * Throws a `TypeError` when it ends without that line, and passes on what the reader of the body throws.
 */
export async function toldByLines(
  body: ReadableStream<Uint8Array<ArrayBuffer>>,
  onProgress: (progress: Progress) => void,
): Promise<Told> {
  const reader = body.pipeThrough(new TextDecoderStream()).getReader()
  let rest = ''
  for (;;) {
    const { done, value = '' } = await reader.read()
    const lines = `${rest}${value}${done ? '\n' : ''}`.split('\n')
    rest = lines.pop() ?? ''
    for (const line of lines) {
      if (line.trim() === '') continue
      const said = AnswerLine.parse(JSON.parse(line))
      if ('progress' in said) onProgress(said.progress)
      else if ('answer' in said) return { ok: true, status: 200, body: said.answer }
      else return { ok: false, status: said.problem.status, body: said.problem }
    }
    if (done) throw new TypeError('the answer ended before its last line')
  }
}
