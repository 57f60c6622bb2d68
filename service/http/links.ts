import type { FastifyRequest } from 'fastify'

/** Scheme and host that the caller used; links lead back there. */
export function baseOf(request: FastifyRequest): string {
  return `${request.protocol}://${request.host}`
}

/** The address that was asked for. */
export function here(request: FastifyRequest): string {
  return `${baseOf(request)}${request.url}`
}

/** The same address with one parameter set. */
export function withParam(request: FastifyRequest, name: string, value: string): string {
  const url = new URL(here(request))
  url.searchParams.set(name, value)
  return url.href
}
