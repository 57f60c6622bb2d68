import { z } from 'zod'
import { Position2d } from '#events/place'
import { DrawnShape } from '#events/planningArea'
import type { Change } from '../scenarioAnswer.ts'

/** What a change looks like on the map. */
export type Mark =
  | { readonly kind: 'moved'; readonly change: string; readonly from: Position2d; readonly to: Position2d }
  | {
      readonly kind: 'opened' | 'closed' | 'intake' | 'documented' | 'revoked'
      readonly change: string
      readonly at: Position2d
    }
  | {
      readonly kind: 'area'
      readonly change: string
      readonly municipalities: readonly string[]
      readonly shape: DrawnShape | null
    }

const Place = z.object({ position: Position2d.nullable() })
const Named = z.object({
  clinic: z.string().optional(),
  person: z.string().optional(),
  holder: z.string().optional(),
  accepts: z.boolean().optional(),
  from: Place.optional().catch(undefined),
  to: Place.optional().catch(undefined),
  address: Place.optional().catch(undefined),
  municipalities: z.array(z.string()).optional().catch(undefined),
  shape: DrawnShape.nullable().optional().catch(undefined),
})

/**
 * Marks of the changes that are on and can be done, as far as a place is known. `places` are clinics of the register and
 * of the scenario; where a person works the change itself tells.
 */
export function marksOf(
  changes: readonly Pick<Change, 'change' | 'command' | 'on' | 'problems' | 'touches'>[],
  places: ReadonlyMap<string, Position2d>,
): readonly Mark[] {
  const done = changes.filter(({ on, problems }) => on && !problems.some(({ severity }) => severity === 'error'))
  const madeUp = new Map(
    done.flatMap(({ command: { type, data } }): [string, string][] => {
      const { holder, clinic } = Named.safeParse(data).data ?? {}
      return type === 'RegisterProviderNumber' && holder !== undefined && clinic !== undefined ? [[holder, clinic]] : []
    }),
  )
  return done.flatMap(({ change, command: { type, data }, touches }): Mark[] => {
    const named = Named.safeParse(data).data
    if (named === undefined) return []
    const { clinic = '', person = '', from, to, address, accepts, municipalities = [], shape } = named
    const at = places.get(clinic)
    switch (type) {
      case 'MovePracticeAddress':
        return from?.position == null || to?.position == null
          ? []
          : [{ kind: 'moved', change, from: from.position, to: to.position }]
      case 'OpenPracticeAddress':
        return address?.position == null ? [] : [{ kind: 'opened', change, at: address.position }]
      case 'CloseClinic':
        return at === undefined ? [] : [{ kind: 'closed', change, at }]
      case 'StateClinicIntake':
        return at === undefined || accepts !== false ? [] : [{ kind: 'intake', change, at }]
      case 'DocumentCompetence':
      case 'RevokeCompetence': {
        const works = places.get(madeUp.get(person) ?? touches.holder?.clinicId ?? '')
        const kind = type === 'DocumentCompetence' ? 'documented' : 'revoked'
        return works === undefined || madeUp.has(person) ? [] : [{ kind, change, at: works }]
      }
      case 'DrawPlanningArea':
        return [{ kind: 'area', change, municipalities, shape: shape ?? null }]
      default:
        return []
    }
  })
}
