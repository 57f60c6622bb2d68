import { z } from 'zod'
import type { Position } from '#geo/position'
import { snapM } from '#geo/travelSurface'
import { EngineUnavailable } from './engine.ts'
import { askJson, type MatrixService } from './matrixEngine.ts'

const secondsPerMinute = 60
/** Valhalla's word for a place that no road is near enough to. */
const noRoadNear = 171

/** Answer of Valhalla's matrix service (valhalla.github.io, `sources_to_targets`): seconds in rows, null for no way. */
const Matrix = z.object({ sources_to_targets: z.array(z.array(z.object({ time: z.number().min(0).nullable() }))) })
const Status = z.object({ version: z.string(), tileset_last_modified: z.number().optional() })
const Refusal = z.object({ error_code: z.number(), error: z.string().optional() })

type Rows = readonly (readonly (number | null)[])[]

/** A Valhalla matrix service. @param url its address, without `/sources_to_targets`. */
export function valhallaService(url: string): MatrixService {
  const located = (places: readonly Position[]) => places.map(([lon, lat]) => ({ lat, lon, search_cutoff: snapM }))

  async function version(signal: AbortSignal): Promise<string> {
    const { status, body } = await askJson(`${url}/status`, signal)
    const said = Status.safeParse(body)
    if (status !== 200) throw new EngineUnavailable('refused', `Valhalla's status answered ${status}`)
    if (!said.success) throw new EngineUnavailable('notUnderstood', `Valhalla's status: ${z.prettifyError(said.error)}`)
    return `${said.data.version} ${said.data.tileset_last_modified ?? ''}`
  }

  /** One place off the roads is enough for Valhalla to refuse a whole table: then it is asked for in halves. */
  async function table(from: readonly Position[], to: readonly Position[], signal: AbortSignal): Promise<Rows> {
    const ask = { sources: located(from), targets: located(to), costing: 'auto' }
    const { status, body } = await askJson(`${url}/sources_to_targets`, signal, ask)
    const answer = Matrix.safeParse(body)
    if (answer.success && status === 200) {
      const rows = answer.data.sources_to_targets
      if (rows.length !== from.length || rows.some((row) => row.length !== to.length))
        throw new EngineUnavailable('notUnderstood', `Valhalla's matrix is not ${from.length} by ${to.length}`)
      return rows.map((row) => row.map(({ time }) => (time === null ? null : time / secondsPerMinute)))
    }
    const refusal = Refusal.safeParse(body).data
    if (refusal?.error_code !== noRoadNear) {
      if (status !== 200)
        throw new EngineUnavailable(
          'refused',
          `Valhalla answered ${status} ${refusal?.error_code ?? ''}: ${refusal?.error ?? ''}`,
        )
      throw new EngineUnavailable('notUnderstood', "Valhalla's matrix is not one")
    }
    if (from.length > 1) {
      const half = from.length >> 1
      return [...(await table(from.slice(0, half), to, signal)), ...(await table(from.slice(half), to, signal))]
    }
    if (to.length > 1) {
      const half = to.length >> 1
      const [left = []] = await table(from, to.slice(0, half), signal)
      const [right = []] = await table(from, to.slice(half), signal)
      return [[...left, ...right]]
    }
    return [[null]]
  }

  return { kind: 'valhalla', version, table }
}
