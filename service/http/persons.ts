import type { FastifyInstance } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import {
  ErasePerson,
  PersonNames,
  PersonNamesQuery,
  PersonRow,
  PersonSearch,
  PersonsPage,
  SetPerson,
} from '#api/persons'
import type { Scope } from '#api/policy'
import { Problem, problemCodes } from '#api/problem'
import { strict } from '#api/strict'
import type { Clock } from '../clock.ts'
import type { Persons, Regions } from '../persons.ts'
import { problem } from './problems.ts'

export interface PersonDeps {
  readonly persons: Persons
  readonly clock: Clock
}

const tags = ['persons']
const problems = { 400: Problem, 401: Problem, 403: Problem, 404: Problem, 409: Problem } as const

/**
 * Names and contact details for who may know them, each region its own. All by POST: what is asked for is itself a name,
 * and a body is never logged. Each reading by secretariat and committee is noted in the access log, without the name.
 */
export function bindPersons(app: FastifyInstance, { persons, clock }: PersonDeps): void {
  const routes = app.withTypeProvider<ZodTypeProvider>()

  routes.post(
    '/api/persons/search',
    {
      config: { action: 'persons.read', committeeOnly: true },
      schema: {
        tags,
        operationId: 'searchPersons',
        summary: "The region's persons by name, mail address or reference",
        body: strict(PersonSearch),
        response: { 200: PersonsPage, ...problems },
      },
    },
    (request, reply) => {
      reply.header('cache-control', 'no-store')
      return persons.page(request.body, regionsOf(request.scope))
    },
  )

  routes.post(
    '/api/persons/names',
    {
      config: { action: 'persons.read', committeeOnly: true },
      schema: {
        tags,
        operationId: 'personNames',
        summary: "The names behind references, where they are the region's",
        body: strict(PersonNamesQuery),
        response: { 200: PersonNames, ...problems },
      },
    },
    (request, reply) => {
      reply.header('cache-control', 'no-store')
      return { names: [...persons.names(request.body.persons, regionsOf(request.scope))] }
    },
  )

  routes.post(
    '/api/persons',
    {
      config: { action: 'persons.change' },
      schema: {
        tags,
        operationId: 'setPerson',
        summary: 'Keeps the name and contact of a person, beside the log',
        body: strict(SetPerson),
        response: { 200: PersonRow, ...problems },
      },
    },
    (request, reply) => {
      reply.header('cache-control', 'no-store')
      return persons.set(request.body, regionsOf(request.scope))
    },
  )

  routes.post(
    '/api/persons/erase',
    {
      config: { action: 'persons.erase' },
      schema: {
        tags,
        operationId: 'erasePerson',
        summary: 'Erases name and contact for good; the reference and everything that was recorded stays',
        body: strict(ErasePerson),
        response: { 200: PersonRow, ...problems },
      },
    },
    (request, reply) => {
      const regions = regionsOf(request.scope)
      const { person } = request.body
      persons.erase(person, regions, clock.now())
      const row = persons.find(person, regions)
      if (row === undefined) throw problem(404, problemCodes.notFound)
      request.log.info({ person, by: request.actor?.userId }, 'a person was erased')
      reply.header('cache-control', 'no-store')
      return row
    },
  )
}

function regionsOf({ reach, regions }: Scope): Regions {
  return reach === 'all' ? null : regions
}
