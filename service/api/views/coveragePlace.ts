import { z } from 'zod'
import { ClinicId, MunicipalityCode } from '#events/identifiers'
import { Position2d } from '#events/place'
import { EffectiveDate } from '#events/time'
import { Answered } from '../asOf.ts'
import { view } from '../definitions.ts'
import { CoverageAsked, CoverageSite, CoverageUnit, UncountedReason } from './coverage.ts'

/** The land from which a competent therapist is within the limit, as its outline in kilometre squares. */
export const coverageReachView = view({
  path: '/views/coverage-reach',
  action: 'map.read',
  params: CoverageAsked,
  response: z.object({
    at: Answered,
    outline: z.object({
      type: z.literal('MultiPolygon'),
      coordinates: z.array(z.array(z.array(z.tuple([z.number(), z.number()])))),
    }),
  }),
})

const Nearest = CoverageSite.extend({ cost: z.number() })

/** How one place is covered: where it is, who is nearest, and what would cover it. */
export const coveragePlaceView = view({
  path: '/views/coverage-place',
  action: 'map.read',
  params: CoverageAsked.extend({
    code: MunicipalityCode,
    /** The place itself; the municipality's largest town when left out. */
    lng: z.coerce.number().min(-180).max(180).optional(),
    lat: z.coerce.number().min(-90).max(90).optional(),
  }),
  response: z.object({
    at: Answered,
    municipality: MunicipalityCode,
    /** What the costs are from: a point that was given, a town, or where no town is listed the most peopled square. */
    fromKind: z.enum(['point', 'town', 'square']),
    from: z.string().nullable(),
    fromPosition: Position2d,
    /** Places of the municipality to ask from, the largest first. */
    towns: z.array(z.object({ name: z.string(), position: Position2d })),
    /** False where no road leads from the place at all. */
    hasRoad: z.boolean(),
    unit: CoverageUnit,
    /** At most three, nearest first; a therapist that no road or ferry leads to is left out. */
    nearest: z.array(Nearest),
    isCovered: z.boolean(),
    /** Competent places that no road or ferry leads to from here. */
    unreachable: z.int(),
    /** Supply per 10,000 inhabitants here (E2SFCA). */
    crowding: z.number().nullable(),
    /** Where nobody is near enough: the nearest clinic with capacity that would count, had it documented what the service asks for. */
    wouldCover: z.object({ clinic: ClinicId, name: z.string(), position: Position2d, cost: z.number() }).nullable(),
    /** The nearest that is known, near enough, and does not count for another reason than its documentation. */
    notCounted: Nearest.extend({ reason: UncountedReason }).nullable(),
    /** In grace and near enough: a renewal would cover the place. */
    inGrace: z.array(Nearest.extend({ until: EffectiveDate.nullable() })),
  }),
})
