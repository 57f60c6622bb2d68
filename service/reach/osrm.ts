import { z } from 'zod'
import type { Position } from '#geo/position'
import { snapM } from '#geo/travelSurface'
import { EngineUnavailable } from './engine.ts'
import { askJson, type MatrixService } from './matrixEngine.ts'

const secondsPerMinute = 60
/** Where the name of the roads is asked for: a table is needed for it, and which does not matter. */
const anywhere: Position = [9.5, 56]

/** Answer of OSRM's table service (project-osrm.org, HTTP API v1): seconds in rows, null where there is no way. */
const Waypoint = z.object({ distance: z.number().min(0).optional() })
const Table = z.object({
  code: z.literal('Ok'),
  durations: z.array(z.array(z.number().min(0).nullable())),
  sources: z.array(Waypoint),
  destinations: z.array(Waypoint),
  /** Given where the roads were prepared with a name. */
  data_version: z.string().optional(),
})
const Refusal = z.object({ code: z.string(), message: z.string().optional() })

/** An OSRM-compatible table service. @param url its address, without `/table`. */
export function osrmService(url: string): MatrixService {
  async function table(from: readonly Position[], to: readonly Position[], signal: AbortSignal) {
    const places = [...from, ...to].map(([lng, lat]) => `${lng.toFixed(5)},${lat.toFixed(5)}`).join(';')
    const sources = from.map((_, i) => i).join(';')
    const destinations = to.map((_, i) => from.length + i).join(';')
    const query = `sources=${sources}&destinations=${destinations}&annotations=duration`
    const { status, body } = await askJson(`${url}/table/v1/driving/${places}?${query}`, signal)
    const answer = Table.safeParse(body)
    if (answer.success) return answer.data
    const refusal = Refusal.safeParse(body)
    if (status !== 200 || refusal.data?.code !== 'Ok')
      throw new EngineUnavailable(
        'refused',
        `OSRM answered ${status} ${refusal.data?.code ?? ''}: ${refusal.data?.message ?? ''}`,
      )
    throw new EngineUnavailable('notUnderstood', `OSRM's table is not one: ${z.prettifyError(answer.error)}`)
  }

  return {
    kind: 'osrm',
    async version(signal) {
      return (await table([anywhere], [anywhere], signal)).data_version ?? ''
    },
    async table(from, to, signal) {
      const { durations, sources, destinations } = await table(from, to, signal)
      const isWhole = durations.length === from.length && durations.every((row) => row.length === to.length)
      if (!isWhole || sources.length !== from.length || destinations.length !== to.length)
        throw new EngineUnavailable('notUnderstood', `OSRM's table is not ${from.length} by ${to.length}`)
      // OSRM takes the nearest road however far away: a place off the roads would be driven to from across the water.
      const isOff = ({ distance = 0 }: z.infer<typeof Waypoint>) => distance > snapM
      const off = destinations.map(isOff)
      return durations.map((row, i) => {
        const source = sources[i]
        const isLost = source !== undefined && isOff(source)
        return row.map((seconds, j) =>
          seconds === null || isLost || off[j] === true ? null : seconds / secondsPerMinute,
        )
      })
    },
  }
}
