import { createServer, type IncomingMessage, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { cellNear } from './smallGround.ts'

/** What a foreign routing service does in a test. Cells are those of the small ground. */
export interface Manner {
  /** Seconds from one cell to another; null where no road leads. */
  readonly seconds: (from: number, to: number) => number | null
  /** Cells that lie far off the roads. */
  readonly off?: readonly number[]
  /** Name of the roads at the so-manieth request, from 1. */
  readonly version?: (request: number) => string | undefined
  /** Answers instead of the table at the so-manieth request: a status with a body, or nothing ever. */
  readonly instead?: (request: number) => { readonly status: number; readonly body: string } | 'silence' | undefined
  /** Places that a request may have. */
  readonly most?: number
}

export interface Foreign {
  readonly url: string
  /** What it has been asked, in order. */
  readonly asked: readonly string[]
  close(): Promise<void>
}

/** A server that speaks as OSRM's table service and Valhalla's matrix service do. */
export async function foreignService(manner: Manner): Promise<Foreign> {
  const asked: string[] = []
  const server = createServer(async (request, response) => {
    const url = request.url ?? ''
    asked.push(url)
    const instead = manner.instead?.(asked.length)
    if (instead === 'silence') return
    const { status, body } = instead ?? (await answer(url, request, manner, asked.length))
    response.writeHead(status, { 'content-type': 'application/json' }).end(body)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  // A server that listens on a port has an address with one.
  const { port } = server.address() as AddressInfo
  return { url: `http://127.0.0.1:${port}`, asked, close: async () => await closed(server) }
}

async function closed(server: Server): Promise<void> {
  server.closeAllConnections()
  await new Promise((resolve) => server.close(resolve))
}

async function answer(url: string, request: IncomingMessage, manner: Manner, count: number) {
  if (url.startsWith('/table/v1/driving/')) return osrm(url, manner, count)
  const version = manner.version?.(count) ?? 'v'
  if (url === '/status') return said(200, { version: '3.5.0', tileset_last_modified: Number(version.slice(1)) || 1 })
  if (url === '/sources_to_targets' && request.method === 'POST') return valhalla(await bodyOf(request), manner)
  return said(404, {})
}

function osrm(url: string, { seconds, off = [], version, most = 100 }: Manner, count: number) {
  const { pathname, searchParams } = new URL(url, 'http://localhost')
  const places = pathname.slice('/table/v1/driving/'.length).split(';')
  if (places.length > most) return said(400, { code: 'TooBig', message: 'Too many table coordinates' })
  const cells = places.map((place) => cellNear(Number(place.split(',')[0])))
  const chosen = (name: string) => (searchParams.get(name) ?? '').split(';').map((index) => cells[Number(index)] ?? -1)
  const [sources, destinations] = [chosen('sources'), chosen('destinations')]
  const waypoint = (cell: number) => ({ name: '', location: [0, 0], distance: off.includes(cell) ? 8000 : 12.5 })
  const dataVersion = version?.(count)
  return said(200, {
    code: 'Ok',
    durations: sources.map((from) => destinations.map((to) => seconds(from, to))),
    sources: sources.map(waypoint),
    destinations: destinations.map(waypoint),
    ...(dataVersion === undefined ? {} : { data_version: dataVersion }),
  })
}

interface Asked {
  readonly sources: readonly { readonly lon: number }[]
  readonly targets: readonly { readonly lon: number }[]
}

function valhalla({ sources, targets }: Asked, { seconds, off = [] }: Manner) {
  const cells = (places: Asked['sources']) => places.map(({ lon }) => cellNear(lon))
  const [from, to] = [cells(sources), cells(targets)]
  if ([...from, ...to].some((cell) => off.includes(cell)))
    return said(400, { error_code: 171, error: 'No suitable edges near location', status_code: 400 })
  const rows = from.map((a, i) =>
    to.map((b, j) => ({ from_index: i, to_index: j, time: seconds(a, b), distance: seconds(a, b) })),
  )
  return said(200, { units: 'kilometers', sources_to_targets: rows })
}

async function bodyOf(request: IncomingMessage): Promise<Asked> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk)
  // The adapter under test wrote it.
  return JSON.parse(Buffer.concat(chunks).toString()) as Asked
}

function said(status: number, body: unknown) {
  return { status, body: JSON.stringify(body) }
}
