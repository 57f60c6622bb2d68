import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { commands, views } from '#api/contract'
import { Action, policy } from '#api/policy'
import { strict } from '#api/strict'
import type { Role } from '#events/envelope'
import { collections } from '#service/collections/catalogue'
import { streamOf } from '#service/handle'
import { startIssuer } from '../login/issuer.ts'
import { mappingFile, people } from '../login/people.ts'
import { type Running, running } from './running.ts'
import { sampled } from './sampled.ts'

/** Who asks: the area that the requests are about, and another one. The clinic k-0 lies in 0661, which is in 1082. */
const places = {
  own: { region: '1082', municipality: '0661', clinic: 'k-0' },
  foreign: { region: '1084', municipality: '0101', clinic: 'k-2' },
} as const
type Place = keyof typeof places

const organisationOf = {
  secretariat: 'region',
  committee: 'region',
  planner: 'region',
  municipality: 'municipality',
  clinic: 'clinic',
  nationalCommittee: null,
  registrar: null,
  public: null,
} as const satisfies Partial<Record<Role, string | null>>
type Asking = keyof typeof organisationOf
const roles = Object.keys(organisationOf) as Asking[] // the keys of the object above

/** Everybody's role is a claim, and so is the organisation. */
const mapping = {
  rules: roles
    .filter((role) => role !== 'public')
    .map((role) => ({
      when: { claim: 'role', is: role },
      role,
      ...(organisationOf[role] === null ? {} : { organisationFrom: { claim: 'organisation' } }),
    })),
}

const issuer = await startIssuer(people)
const service = await running({
  demo: false,
  settings: { ...issuer.settings(mappingFile(mapping)), RATE_LIMIT: '100000' },
})

/** What a request says that comes from an organisation of this kind in this place. */
async function headersOf(role: Asking, place: Place): Promise<Record<string, string>> {
  const kind = organisationOf[role]
  if (role === 'public') return {}
  const organisation = kind === null ? undefined : places[place][kind]
  const token = await issuer.token({ sub: `${role}-${place}`, role, organisation })
  return { authorization: `Bearer ${token}` }
}

/** Some answers take seconds, and all of them are asked for by everybody. */
const patience = 120_000

/** Matters of the own place, and values to look for in answers to those whose matters they are not. */
const applicant = 'Klinik Vest vil flytte'
const spoken = 'Kun mellem udvalget og sekretariatet'
const turnover = 987_654_321
const subject = { region: '1082', committee: '1082', municipality: '0661', clinic: 'k-0', case: '26-0201' }
const given = { ...subject, address: 'a-k-0', addressId: 'a-k-0', school: 's-7', number: '000007' }

const registrar = await headersOf('registrar', 'own')
const secretariat = await headersOf('secretariat', 'own')
/** Sends a command and waits until the views show it: the same command again takes no effect twice, and waits again. */
const put = async (path: string, data: object, headers: Record<string, string>) => {
  const id = randomUUID()
  for (;;) {
    const { statusCode, body } = await service.send(path, data, { headers, id })
    if (statusCode === 200) return
    if (statusCode !== 202) throw new Error(`${path}: ${body}`)
  }
}
const since = { effectiveFrom: '2024-01-01' }
const address = {
  text: 'Nørregade 1, Holstebro',
  postcode: null,
  town: null,
  darId: null,
  position: [8.61607, 56.36009],
  municipality: '0661',
  certainty: 'registered',
}
await put(
  'register-provider-number',
  { number: '000007', holder: 'p-7', clinic: 'k-0', specialties: ['51'], status: 'owner', origin: 'import', ...since },
  registrar,
)
await put('register-riding-school', { school: 's-7', name: 'Rideskolen', address, ...since }, registrar)
await put(
  'open-case',
  {
    case: '26-0201',
    region: '1082',
    subject: {
      type: 'A3',
      clinic: 'k-0',
      address: 'a-k-0',
      from: address,
      to: { ...address, text: 'Nørregade 2' },
      previousUntil: '2027-02-01',
      accessibility: null,
    },
    applicant,
    receivedOn: '2026-11-20',
    wantedFrom: '2027-02-01',
  },
  secretariat,
)
await put('write-recommendation', { case: '26-0201', text: spoken, outcome: 'granted' }, secretariat)
await put(
  'report-activity',
  {
    about: { level: 'clinic', id: 'k-0' },
    region: '1082',
    period: '2025',
    specialty: '51',
    figures: {
      patients: 100,
      groupServices: null,
      individualServices: null,
      homeServices: null,
      progressivePatients: null,
      progressiveIndividualServices: null,
      oere: turnover,
      priceLevelYear: 2025,
    },
    published: [],
    source: 'Udtræk',
  },
  secretariat,
)

type Reply = Awaited<ReturnType<Running['app']['inject']>>
const codeOf = ({ body }: Reply): string => {
  try {
    return JSON.parse(body).code ?? ''
  } catch {
    return ''
  }
}

/** What the gate said, before anything else was looked at. */
function verdict(reply: Reply): 'sign in' | 'forbidden' | 'let through' {
  if (reply.statusCode === 401) return 'sign in'
  return reply.statusCode === 403 && codeOf(reply) === 'request.forbidden' ? 'forbidden' : 'let through'
}

function expected(action: Action | 'open', role: Asking): ReturnType<typeof verdict> {
  if (action === 'open' || policy[action][role] !== undefined) return 'let through'
  return role === 'public' ? 'sign in' : 'forbidden'
}

/** What a route can ask of the policy. */
const Known = z.union([Action, z.literal('open')])

/** Routes that the contract does not define, with what they ask of the policy. Whoever adds one writes it down here. */
const others: Readonly<Record<string, string>> = {
  'GET /healthz': 'open',
  'GET /api/session': 'open',
  'POST /api/session': 'open',
  'DELETE /api/session': 'open',
  'GET /api/login': 'open',
  'GET /api/login/callback': 'open',
  'GET /api/openapi.json': 'open',
  'GET /*': 'open',
  'GET /api/changes': 'map.read',
  'GET /api/access-log': 'accessLog.read',
  'POST /api/attachments': 'consultation.answer',
  'GET /api/attachments/:hash': 'case.read',
  'GET /api/half-year-packages/file': views.halfYearPackage.action,
  'GET /api/papers/pdf': views.paper.action,
  'GET /api/papers/evidence': 'evidence.read',
  'GET /api/papers/meeting-pdf': 'meeting.read',
  'POST /api/persons': 'persons.change',
  'POST /api/persons/search': 'persons.read',
  'POST /api/persons/names': 'persons.read',
  'POST /api/persons/erase': 'persons.erase',
  'POST /api/scenarios/import': 'scenario.use',
  'GET /api/scenarios/:id/file': 'scenario.use',
  'GET /api/coverage/cells/:z/:x/:y': 'map.read',
  'GET /ogc': 'map.read',
  'GET /ogc/api': 'map.read',
  'GET /ogc/conformance': 'map.read',
  'GET /ogc/collections': 'map.read',
}
/** Below these every route asks the same. */
const below: readonly (readonly [string, Action | 'open'])[] = [
  ['GET /api/docs', 'open'],
  ['GET /api/geography/', 'map.read'],
  ['GET /api/tiles/', 'map.read'],
  ['GET /ogc/collections/', 'map.read'],
]

/** Every route that Fastify answers, `GET /api/session`. HEAD comes with its GET. */
function routesOf({ app }: Running): string[] {
  // A tree: each line stands four columns deeper than the one it continues.
  const above: string[] = []
  return app
    .printRoutes({ commonPrefix: false })
    .split('\n')
    .flatMap((line) => {
      const [, indent = '', own, methods] = /^([\s│]*)[├└]── (\S*)(?: \(([A-Z, ]+)\))?/.exec(line) ?? []
      if (own === undefined) return []
      const depth = indent.length / 4
      const path = `${depth === 0 ? '' : above[depth - 1]}${own}`
      above.splice(depth, above.length, path)
      const named = methods?.split(', ') ?? []
      return named.filter((method) => method !== 'HEAD').map((method) => `${method} ${path === '*' ? '/*' : path}`)
    })
}

function actionOf(route: string): Action | 'open' | undefined {
  const [method, path] = route.split(' ')
  const command = commands.find((one) => method === 'POST' && `/api${one.path}` === path)
  const view = Object.values(views).find((one) => method === 'GET' && `/api${one.path}` === path)
  return (
    command?.action ??
    view?.action ??
    Known.safeParse(others[route]).data ??
    below.find(([start]) => route.startsWith(start))?.[1]
  )
}

/** A request that gets as far as the gate, and no further than its own faults. */
async function knock(route: string, headers: Record<string, string>): Promise<Reply> {
  const [method, path = '/'] = route.split(' ')
  const url = path.replace('/*', '/nothing-here').replace(/:(\w+)/g, '0')
  // Anything but GET would need a body; a stream that never ends is refused for what it does not accept.
  return await service.app.inject({
    method: method === 'POST' ? 'POST' : method === 'DELETE' ? 'DELETE' : 'GET',
    url: `${url}?nonsense=1`,
    headers,
    ...(method === 'POST' ? { payload: {} } : {}),
  })
}

const routes = routesOf(service)

describe('every route', () => {
  it('is one of the contract, or written down here with what it asks of the policy', () => {
    expect(routes.length).toBeGreaterThan(commands.length + Object.keys(views).length)
    expect(routes.filter((route) => actionOf(route) === undefined)).toEqual([])
    for (const { path, action } of commands)
      expect([path, routes.includes(`POST /api${path}`)]).toEqual([path, action !== 'process.run'])
    for (const { path } of Object.values(views)) expect(routes).toContain(`GET /api${path}`)
    for (const { id } of collections)
      expect(routes.some((route) => route.includes(`/ogc/collections/${id}`))).toBe(true)
  })

  for (const role of roles) {
    it(`lets ${role} through exactly where the policy table does`, async () => {
      const headers = await headersOf(role, 'own')
      for (const route of routes.filter((one) => one !== 'GET /api/changes')) {
        const action = actionOf(route) ?? 'open'
        expect([route, verdict(await knock(route, headers))]).toEqual([route, expected(action, role)])
      }
    })
  }
})

/** Commands about the own place, made from the contract; a scenario is its owner's wherever that is. */
const bodies = commands
  .filter(({ action }) => action !== 'process.run')
  .map((definition) => ({ definition, sample: sampled(definition.body, given) }))
  .filter(({ definition, sample }) => strict<typeof definition.body>(definition.body).safeParse(sample.value).success)
const aboutPlaces = bodies.filter(
  ({ definition, sample }) =>
    sample.named.size > 0 &&
    // Its data passed the command's own shape just above.
    !streamOf({ type: definition.type, data: sample.value } as Parameters<typeof streamOf>[0]).startsWith('scenario-'),
)
const ordinal = async () => (await service.app.inject('/healthz')).json().ordinal

describe('every command about a place', () => {
  it('can be made from the contract, nearly all of them', () => {
    expect(aboutPlaces.length).toBeGreaterThan(60)
    expect(bodies.length).toBeGreaterThan(commands.length * 0.85)
  })

  // The foreign first: what the own do to their matters stays done.
  for (const place of ['foreign', 'own'] as const) {
    for (const role of roles) {
      it(`about ${places.own.region}, ${places.own.municipality}, sent by ${role} of ${place} place`, async () => {
        const headers = await headersOf(role, place)
        const before = await ordinal()
        const wrong: unknown[] = []
        for (const { definition, sample } of aboutPlaces) {
          const reach = policy[definition.action][role]
          const reply = await service.send(definition.path.replace('/commands/', ''), Object(sample.value), { headers })
          const denied = [401, 403, 404].includes(reply.statusCode)
          const mayNot = reach === undefined || (place === 'foreign' && reach !== 'all')
          const isRight = mayNot ? denied : verdict(reply) === 'let through'
          if (!isRight) wrong.push([definition.type, reach, reply.statusCode, codeOf(reply), [...sample.named].join()])
        }
        expect(wrong).toEqual([])
        const isOnlyForeign = organisationOf[role] !== null && place === 'foreign'
        if (isOnlyForeign || role === 'public') expect(await ordinal()).toBe(before)
      })
    }
  }
})

describe('every view, asked about the own place', () => {
  const asked = Object.entries(views).map(([name, definition]) => {
    const { value } = sampled(definition.params, { ...given, period: '2025', specialty: '51' })
    return { name, definition, url: `/api${definition.path}?${new URLSearchParams(Object(value)).toString()}` }
  })
  const secrets = [applicant, spoken, String(turnover)]

  for (const place of ['own', 'foreign'] as const) {
    for (const role of roles) {
      it(
        `by ${role} of ${place} place: what it may not know of is not in the answer`,
        async () => {
          const headers = await headersOf(role, place)
          for (const { name, definition, url } of asked) {
            const reply = await service.app.inject({ url, headers })
            expect([name, reply.statusCode < 500]).toEqual([name, true])
            const reach = policy[definition.action][role]
            if (reach === undefined) {
              expect([name, verdict(reply)]).toEqual([name, role === 'public' ? 'sign in' : 'forbidden'])
              continue
            }
            const knowsCase = policy['case.read'][role] !== undefined
            const isTheirs = place === 'own' || organisationOf[role] === null
            const readsAll = ['secretariat', 'committee', 'nationalCommittee'].includes(role)
            const found = secrets.filter((secret) => reply.body.includes(secret))
            const allowed = secrets.filter((secret) => isTheirs && (readsAll || (secret === applicant && knowsCase)))
            expect([name, found.filter((secret) => !allowed.includes(secret))]).toEqual([name, []])
            // What only the committee may know, each view that tells it says so itself: the access log rests on it.
            if (found.some((secret) => secret !== applicant))
              expect([name, definition.committeeOnly]).toEqual([name, true])
          }
        },
        patience,
      )
    }
  }

  it(
    'does hold them for those who may know: otherwise nothing above was shown',
    async () => {
      const bodies = await Promise.all(asked.map(({ url }) => service.app.inject({ url, headers: secretariat })))
      for (const secret of secrets)
        expect([secret, bodies.some(({ body }) => body.includes(secret))]).toEqual([secret, true])
    },
    patience,
  )
})
