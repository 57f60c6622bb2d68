import { PassThrough } from 'node:stream'
import { setTimeout as pause } from 'node:timers/promises'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { type Progress, progressType } from '#api/progress'
import type { Asker } from '../asker.ts'
import { problemOf } from './problems.ts'
import { sendWritten, type Written } from './written.ts'

/** Milliseconds after which somebody who waits is told how far their answer has come. */
const patienceMs = 250

/** Aborted when the connection closes before the answer has been sent. */
export function goneSignal(reply: FastifyReply): AbortSignal {
  const gone = new AbortController()
  reply.raw.once('close', () => {
    if (!reply.raw.writableFinished) gone.abort()
  })
  return gone.signal
}

/**
 * Sends an answer that may take its time, made unless it is written already. Who accepts `progressType` is told how far it
 * has come when it is not there at once; nobody is worked for who has gone.
 */
export async function slowly(
  request: FastifyRequest,
  reply: FastifyReply,
  written: Written,
  make: (asker: Asker) => Promise<string>,
): Promise<FastifyReply> {
  const signal = goneSignal(reply)
  const send = () => sendWritten(request, reply.type('application/json; charset=utf-8'), written)
  if (written.text !== null) return await send()
  let tell: (progress: Progress) => void = (progress) => {
    newest = progress
  }
  let newest: Progress | undefined
  const making = make({ signal, onProgress: (progress) => tell(progress) }).then((text) => {
    written.text ??= text
  })
  try {
    const readsProgress = String(request.headers.accept ?? '').includes(progressType)
    const isMade = readsProgress ? await inTime(making) : await making.then(() => true)
    if (isMade) return await send()
  } catch (error) {
    if (!signal.aborted) throw error
    // Nobody is there to be told.
    return reply.hijack()
  }
  const lines = new PassThrough()
  tell = (progress) => lines.write(`${JSON.stringify({ progress })}\n`)
  if (newest !== undefined) tell(newest)
  making.then(
    () => lines.end(`{"answer":${written.text}}\n`),
    (error: unknown) => lines.end(signal.aborted ? '' : `${JSON.stringify({ problem: problemOf(error, request) })}\n`),
  )
  reply.removeHeader('etag').header('cache-control', 'no-store').header('x-accel-buffering', 'no').type(progressType)
  return reply.send(lines)
}

/** Whether work is done before patience ends. Rejects when it fails before that. */
async function inTime(work: Promise<void>): Promise<boolean> {
  const over = new AbortController()
  try {
    return await Promise.race([work.then(() => true), pause(patienceMs, false, { signal: over.signal })])
  } finally {
    over.abort()
  }
}
