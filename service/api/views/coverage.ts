import { z } from 'zod'
import { ClinicId, DiagnosisGroupId, MunicipalityCode, RegionCode } from '#events/identifiers'
import { Position2d } from '#events/place'
import { EffectiveDate } from '#events/time'
import { Answered, AsOfParams } from '../asOf.ts'
import { view } from '../definitions.ts'

/** Inhabitants by reach: modelled within a municipality, whose total is exact. `within + beyond + unreachable = people`. */
const Reached = z.object({
  people: z.int(),
  within: z.int(),
  beyond: z.int(),
  /** No road or ferry leads to any provider. */
  unreachable: z.int(),
  /** Share of the inhabitants within the limit, 0 to 1; null where nobody lives. */
  share: z.number().nullable(),
  /** Mean minutes of those who can reach a provider at all; null where nobody can. */
  meanMinutes: z.number().nullable(),
})

export const CoverageRow = Reached.extend({
  municipality: MunicipalityCode,
  name: z.string(),
  region: RegionCode.nullable(),
  /** Competent persons who work here. */
  persons: z.int(),
})
export type CoverageRow = z.infer<typeof CoverageRow>

const Asked = AsOfParams.extend({
  group: DiagnosisGroupId,
  /** Minutes by road, the limit itself included. 30 is an ASSUMPTION: no source has a number. */
  max: z.coerce.number().int().min(5).max(180).default(30),
})

/** Who is within reach of a therapist with valid documented competence for a diagnosis group. */
export const coverageView = view({
  path: '/views/coverage',
  action: 'map.read',
  params: Asked.extend({ region: RegionCode.optional() }),
  response: z.object({
    at: Answered,
    group: DiagnosisGroupId,
    max: z.int(),
    /** The engine that every time comes from; never a mixture. */
    engine: z.enum(['surface']),
    populationAsOf: EffectiveDate,
    /** Upper class limits of `share`, ascending; the same for every group, so that groups can be compared. */
    breaks: z.array(z.number()),
    total: Reached,
    rows: z.array(CoverageRow),
    sites: z.array(
      z.object({
        clinic: ClinicId,
        name: z.string(),
        municipality: MunicipalityCode.nullable(),
        position: Position2d,
        persons: z.int(),
      }),
    ),
    /** Competent persons whose clinic has no known place on the map, or no capacity: not counted, and not forgotten. */
    notCounted: z.object({ withoutPlace: z.int(), withoutCapacity: z.int() }),
  }),
})

/** The land from which a competent therapist is within the limit, as its outline in kilometre squares. */
export const coverageReachView = view({
  path: '/views/coverage-reach',
  action: 'map.read',
  params: Asked,
  response: z.object({
    at: Answered,
    outline: z.object({
      type: z.literal('MultiPolygon'),
      coordinates: z.array(z.array(z.array(z.tuple([z.number(), z.number()])))),
    }),
  }),
})

/** One municipality's nearest competent therapists, seen from where most of its people are. */
export const coveragePlaceView = view({
  path: '/views/coverage-place',
  action: 'map.read',
  params: Asked.extend({ code: MunicipalityCode }),
  response: z.object({
    at: Answered,
    municipality: MunicipalityCode,
    /** The town that the minutes are from; null where none is listed and they are from the most peopled square. */
    from: z.string().nullable(),
    fromPosition: Position2d,
    /** At most three, nearest first; a therapist that no road or ferry leads to is left out. */
    nearest: z.array(
      z.object({ clinic: ClinicId, name: z.string(), position: Position2d, minutes: z.number(), persons: z.int() }),
    ),
    /** Competent places that no road or ferry leads to from here. */
    unreachable: z.int(),
  }),
})
