import { promisify } from 'node:util'
import { brotliCompress, constants } from 'node:zlib'
import type { FastifyReply, FastifyRequest } from 'fastify'

/** A written answer that is kept for whoever asks the same, and its packed copy once somebody has wanted that. */
export interface Written {
  text: string | null
  packed: Promise<Buffer> | null
}

export const unwritten = (): Written => ({ text: null, packed: null })

/** Brotli's quality for an answer that is packed once and sent many times: smaller than a live one's, and still quick. */
const packing = { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }
/** Below this many letters an answer is sent as it is. */
const leastLetters = 1024

/** Sends a written answer, packed when the caller can read that. What varies by request adds `accept-encoding`. */
export async function sendWritten(
  request: FastifyRequest,
  reply: FastifyReply,
  written: Written,
): Promise<FastifyReply> {
  const text = written.text ?? ''
  const readsBrotli = /\bbr\b/.test(String(request.headers['accept-encoding'] ?? ''))
  if (!readsBrotli || text.length < leastLetters) return reply.serializer(String).send(text)
  written.packed ??= promisify(brotliCompress)(text, packing)
  const packed = await written.packed
  const vary = String(reply.getHeader('vary') ?? '')
  return reply.header('content-encoding', 'br').header('vary', `${vary}, accept-encoding`).send(packed)
}
