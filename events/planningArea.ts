import { z } from 'zod'
import { MunicipalityCode, PlanningAreaId } from './identifiers.ts'
import type { EventOf, EventShapes, RecordedEventOf } from './shape.ts'

/** Stream `planningArea-<id>`: areas that planners draw for themselves; each holds from the date of its event. */

const Corner = z.tuple([z.number().min(-180).max(180), z.number().min(-90).max(90)])
/** First and last corner are the same. */
const Ring = z.array(Corner).min(4).max(2000)

/** GeoJSON in WGS84, exactly as it was drawn. */
export const DrawnShape = z.discriminatedUnion('type', [
  z.object({ type: z.literal('Polygon'), coordinates: z.array(Ring).min(1).max(50) }),
  z.object({ type: z.literal('MultiPolygon'), coordinates: z.array(z.array(Ring).min(1).max(50)).min(1).max(50) }),
])
export type DrawnShape = z.infer<typeof DrawnShape>

const name = z.string().trim().min(1).max(80)

export const planningAreaEvents = {
  PlanningAreaDrawn: {
    version: 1,
    data: z.object({
      area: PlanningAreaId,
      name,
      /**
       * What the area consists of when patients are counted: patients are known by whole municipalities only, so a
       * line through one leaves it in or out.
       */
      municipalities: z.array(MunicipalityCode).min(1).max(98),
      /** The line, where one was drawn; null for an area that was picked by municipalities. */
      shape: DrawnShape.nullable(),
    }),
  },
  PlanningAreaRenamed: { version: 1, data: z.object({ area: PlanningAreaId, name }) },
  PlanningAreaWithdrawn: {
    version: 1,
    data: z.object({ area: PlanningAreaId, reason: z.string().trim().min(1).max(2000) }),
  },
} as const satisfies EventShapes

export type PlanningAreaEvent = EventOf<typeof planningAreaEvents>
export type RecordedPlanningAreaEvent = RecordedEventOf<typeof planningAreaEvents>
