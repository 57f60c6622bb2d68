import { z } from 'zod'
import { DiagnosisGroupId, MunicipalityCode, RegionCode } from '#events/identifiers'
import { Position2d } from '#events/place'
import { Answered, AsOfParams } from '../asOf.ts'
import { view } from '../definitions.ts'
import { CoverageSite, Proof } from './coverage.ts'

/**
 * What new sites are chosen for. `median`: least mean minutes (p-median); `cover`: most people within the limit; `full`:
 * fewest sites so that everybody is within the limit; `centre`: least worst minutes (p-centre).
 */
export const SitingQuestion = z.enum(['median', 'cover', 'full', 'centre'])
export type SitingQuestion = z.infer<typeof SitingQuestion>

/** Where a new site can be: municipalities' main towns, clinics with capacity and without the competence, or points given. */
export const SitingCandidates = z.enum(['towns', 'clinics', 'points'])
export type SitingCandidates = z.infer<typeof SitingCandidates>

/** Why nothing was placed. `params` of the answer hold the numbers. */
export const SitingRefusal = z.enum([
  /** `candidates`. */
  'zeroSites',
  /** `sites`, `candidates`. */
  'tooManySites',
  'noCandidates',
  'noDemand',
  /** Some people can be reached by no candidate and no existing site, or are in the question `full` beyond the limit of all: `squares`, `people`. */
  'unreachable',
  /** So few sites leave people without any way: `sites`, `needed`, the fewest that would reach all. */
  'tooFewSites',
  /** No choice has room for all people: `people`, `room` of all sites together, and `short`, how many are too many at least. */
  'tooLittleRoom',
  /** No choice with room for all was found, and none was ruled out: `people`, `short`, how many the best one leaves out. */
  'roomNotFound',
  /** `pairs`, `most`: squares times candidates are too many to be answered. */
  'tooLarge',
])
export type SitingRefusal = z.infer<typeof SitingRefusal>

/** Figures of all people of the area who can be reached; null where nobody can. */
const SitingFigures = z.object({
  meanMinutes: z.number().nullable(),
  /** Minutes of the farthest off. */
  worstMinutes: z.number().nullable(),
  /** People within the limit, itself included. */
  within: z.int(),
  /** People whom no site reaches, or with `capacity` none has room for. */
  unreached: z.int(),
  /**
   * False when, with `capacity`, sharing people among the sites was broken off by the time: another sharing may take them
   * fewer minutes or serve more within the limit.
   */
  isLeast: z.boolean(),
})

const SitingPlace = z.object({
  kind: SitingCandidates,
  /** A clinic's id; null for a town or a point. */
  id: z.string().nullable(),
  /** Null for a point. */
  name: z.string().nullable(),
  municipality: MunicipalityCode.nullable(),
  position: Position2d,
})

const SitingChosen = SitingPlace.extend({
  /** People who have it nearer than any other site; with `capacity`, those whom it serves. */
  people: z.int(),
})

/** Whether each of the points lies in the box around Denmark. */
function isInDenmark(points: string): boolean {
  return points.split(';').every((point) => Position2d.safeParse(point.split(',').map(Number)).success)
}

const points = /^-?\d+(\.\d+)?,-?\d+(\.\d+)?(;-?\d+(\.\d+)?,-?\d+(\.\d+)?){0,97}$/

/**
 * Where a number of new specialists of a group would do most, beside those with valid documentation: an answer to a
 * question and no decision. People are the inhabitants of the kilometre squares of the area; minutes are from the square to
 * the site. A refusal is an answer, too: it says what cannot be met and by how much.
 */
export const sitingView = view({
  path: '/views/siting',
  action: 'scenario.use',
  params: AsOfParams.extend({
    group: DiagnosisGroupId,
    question: SitingQuestion.default('median'),
    /** New sites; not looked at for `full`, which asks for the fewest. */
    sites: z.coerce.number().int().min(0).max(98).default(1),
    /** Limit in minutes, itself included; of `cover` and `full`, and of the figure `within` of all. */
    max: z.coerce.number().int().min(5).max(180).default(30),
    candidates: SitingCandidates.default('towns'),
    /** Longitude and latitude of each point, `9.5,56.1;10.2,56.2`; needed for `points` and not looked at otherwise. */
    points: z
      .string()
      .regex(points)
      .refine(isInDenmark, { error: 'expected points in Denmark, longitude before latitude' })
      .optional(),
    /** The area, whose people and candidates are meant; the whole country when neither is given. */
    region: RegionCode.optional(),
    /** Codes of municipalities, joined by commas, instead of a region. */
    municipalities: z
      .string()
      .regex(/^\d{4}(,\d{4}){0,97}$/)
      .optional(),
    /**
     * People whom each site serves at most, existing and new; of `median`, which serves all, and `cover`. Of existing sites
     * outside the area all of it counts, too: who comes from elsewhere is not known.
     */
    capacity: z.coerce.number().int().min(1).max(10_000_000).optional(),
    /**
     * What is done when some people can be reached from nowhere, or for `full` from nowhere within the limit: they are left
     * out and counted in `leftOut`, or the question is refused with their number.
     */
    unreachable: z.enum(['refuse', 'leaveOut']).default('leaveOut'),
  })
    .refine(({ candidates, points }) => candidates !== 'points' || points !== undefined, {
      path: ['points'],
      error: 'expected the points, longitude and latitude joined by a comma, points by semicolons',
    })
    .refine(({ question, capacity }) => capacity === undefined || question === 'median' || question === 'cover', {
      path: ['capacity'],
      error: 'expected no capacity: it is for the questions median and cover',
    }),
  response: z.object({
    at: Answered,
    group: DiagnosisGroupId,
    question: SitingQuestion,
    sites: z.int(),
    max: z.int(),
    /** People whom each site serves at most; null when there is no limit. */
    capacity: z.int().nullable(),
    /**
     * Seconds from the question after which the answer is what has been found, with the bound and the gap; measuring the
     * travel times, waiting for another's question and the figures are part of it.
     */
    seconds: z.int(),
    /** Seconds that the search and the figures have all the same, where what comes before them took longer. */
    leastSeconds: z.int(),
    /** What the figures rest on. */
    proof: Proof.pick({ engine: true, instead: true, populationAsOf: true, populationSource: true, ground: true }),
    /** Existing sites with valid documentation, anywhere in the country: they stay as they are. */
    fixed: z.array(CoverageSite),
    /** Candidates in the area, and those of them that cannot be used since they are where no road leads. */
    candidates: z.object({ kind: SitingCandidates, count: z.int(), withoutRoad: z.int() }),
    /** Squares of the area where somebody lives, and their inhabitants. */
    squares: z.int(),
    people: z.int(),
    result: z.discriminatedUnion('state', [
      z.object({
        state: z.literal('solved'),
        /** The new sites, those with most people first. */
        chosen: z.array(SitingChosen),
        before: SitingFigures,
        after: SitingFigures,
        /**
         * What the question is about: mean minutes, people within the limit, number of new sites, or worst minutes. `bound`
         * is what no choice can be better than; `gap` how far it is from the value, as a share of the value.
         */
        value: z.number(),
        bound: z.number(),
        gap: z.number(),
        /** True when no other choice is better; else the choice is a good one and `gap` says how much better another could be. */
        proven: z.boolean(),
        /** Whether another choice is as good. `unknown`: it was not found out within the time that is set for it. */
        equalOptima: z.enum(['exist', 'none', 'unknown']),
        /** One such choice, where one exists: its places, none of them in any order of worth. */
        other: z.array(SitingPlace).nullable(),
        /** Seconds that the search took. */
        searched: z.number(),
        /** Left out, since no candidate and no existing site reaches them (within the limit, for `full`). */
        leftOut: z.object({ squares: z.int(), people: z.int() }),
      }),
      z.object({
        state: z.literal('refused'),
        reason: SitingRefusal,
        params: z.record(z.string(), z.number()),
      }),
    ]),
  }),
})
