import type { FastifyRequest } from 'fastify'

const loopbackNames = new Set(['localhost', '127.0.0.1', '[::1]'])
const loopbackAddresses = /^(127\.|::1$|::ffff:127\.)/

/**
 * True when the request was made on this computer, to this computer. The address alone would let a proxy in front
 * vouch for the whole world, and the name alone is the sender's to choose; a forwarded request is never one.
 */
export function isLoopback(request: FastifyRequest): boolean {
  const { forwarded, 'x-forwarded-for': forwardedFor, 'x-forwarded-host': forwardedHost } = request.headers
  const passedOn = forwarded !== undefined || forwardedFor !== undefined || forwardedHost !== undefined
  const name = (request.headers.host ?? '').replace(/:\d+$/, '')
  return !passedOn && loopbackNames.has(name) && loopbackAddresses.test(request.socket.remoteAddress ?? '')
}
