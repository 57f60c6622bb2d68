import { z } from 'zod'
import { CaseId, DiagnosisGroupId, MunicipalityCode, RegionCode } from '#events/identifiers'
import { Position2d } from '#events/place'
import { EffectiveDate } from '#events/time'
import { Answered, AsOfParams } from '../asOf.ts'
import { view } from '../definitions.ts'
import { CapGroup, Told } from './caps.ts'

/** What is asked for: treatment in the clinic or at home, riding, clinics for children, palliative care at home. */
export const CoverageService = z.enum(['clinic', 'home', 'riding', 'children', 'palliative'])
export type CoverageService = z.infer<typeof CoverageService>

/** What a limit is in: minutes by road, or kilometres in a straight line times the detour. */
export const CoverageUnit = z.enum(['minutes', 'km'])
export type CoverageUnit = z.infer<typeof CoverageUnit>

/**
 * Share within the limit; cost of the nearest or the k-th nearest; supply per 10,000 inhabitants by E2SFCA (`crowding`),
 * 3SFCA or balanced floating catchments; or supply that falls to the inhabitants (spatial availability), which adds up.
 */
export const CoverageMeasure = z.enum(['share', 'nearest', 'kth', 'crowding', 'threeStep', 'balanced', 'availability'])
export type CoverageMeasure = z.infer<typeof CoverageMeasure>

/** How the weight of a journey falls with its cost, in the measures of supply; each is cut at the limit, itself included. */
export const CoverageDecay = z.enum(['step', 'linear', 'logistic', 'halfLife', 'gaussian', 'power'])
export type CoverageDecay = z.infer<typeof CoverageDecay>

/** The engine that every cost of an answer comes from; never a mixture. */
const CoverageEngine = z.enum(['surface', 'greatCircle', 'osrm', 'valhalla'])

/**
 * How an area or a square stands. `known` has a value; `zero`: nobody is within reach, though a way leads there;
 * `unreachable`: no way leads there; `unknown`: nobody lives there, or what would count has not been recorded.
 */
export const CoverageLook = z.enum(['known', 'zero', 'unreachable', 'unknown'])
export type CoverageLook = z.infer<typeof CoverageLook>

/** Why somebody who is known is not counted. */
export const UncountedReason = z.enum([
  'noCapacity',
  'noNewPatients',
  'noPlace',
  'grace',
  'expired',
  'notMobile',
  'notAccepting',
  'acceptanceUnknown',
  'notStarted',
  'lacksFlags',
  'flagsUnknown',
])
export type UncountedReason = z.infer<typeof UncountedReason>

/** Inhabitants by reach: modelled within a municipality, whose total is exact. `within + beyond + unreachable = people`. */
const Reached = z.object({
  people: z.int(),
  within: z.int(),
  beyond: z.int(),
  /** No road or ferry leads to any provider. */
  unreachable: z.int(),
  /** Share of the inhabitants within the limit, 0 to 1; null where nobody lives. */
  share: z.number().nullable(),
  /** People within the limit of a practice, of a municipal offer, or of both: nobody is counted twice. */
  withinWithOffers: z.int(),
  /** Mean cost of those who can reach a provider at all, in the unit asked for; null where nobody can. */
  meanCost: z.number().nullable(),
  /** The measure asked for; null where it has no value. */
  value: z.number().nullable(),
})

/** Expected users by reach, as they may be told: nothing that the published tables do not tell. */
const ReachedUsers = z.object({
  told: Told,
  /** Of them within the limit: `told`, or an estimate where it is hidden, times the covered share of the inhabitants. */
  within: Told,
  /** True where `within` rests on an estimate. */
  isEstimate: z.boolean(),
})

/** Expected users of all rows, and what every row's are made of. */
const CoverageUsers = ReachedUsers.extend({
  /** Of the expected users, not of the inhabitants: 0 to 1; null where they are not known. */
  share: z.number().nullable(),
  /** Smallest count that is told. */
  minCell: z.int(),
  /** Date of the inhabitants that prevalence is multiplied with. */
  populationAsOf: EffectiveDate,
  size: CapGroup,
})
export type CoverageUsers = z.infer<typeof CoverageUsers>

export const CoverageRow = Reached.extend({
  municipality: MunicipalityCode,
  name: z.string(),
  region: RegionCode.nullable(),
  /** Competent persons who work here. */
  persons: z.int(),
  look: CoverageLook,
  /** Null for a service that is not documented by group. */
  users: ReachedUsers.nullable(),
})
export type CoverageRow = z.infer<typeof CoverageRow>

/** A place that counts. `id` is a clinic's or a school's; null where the map has no page for it. */
export const CoverageSite = z.object({
  kind: z.enum(['clinic', 'school', 'therapist']),
  id: z.string().nullable(),
  name: z.string(),
  municipality: MunicipalityCode.nullable(),
  position: Position2d,
  persons: z.int(),
})

const Uncounted = CoverageSite.extend({
  position: Position2d.nullable(),
  reason: UncountedReason,
  /** Last day of grace. */
  until: EffectiveDate.nullable(),
})

const Offer = z.object({ municipality: MunicipalityCode, name: z.string(), position: Position2d })

/** What every question about coverage names. */
export const CoverageAsked = AsOfParams.extend({
  group: DiagnosisGroupId,
  service: CoverageService.default('clinic'),
  /** The limit itself is included. 30 is an ASSUMPTION: no source has a number. */
  max: z.coerce.number().int().min(5).max(180).default(30),
  unit: CoverageUnit.default('minutes'),
  /** Whether municipalities' own offers count where they hold the service (R-34). */
  offers: z.enum(['with', 'without']).default('without'),
  measure: CoverageMeasure.default('share'),
  /** Which nearest `kth` asks for. */
  k: z.coerce.number().int().min(2).max(5).default(2),
  decay: CoverageDecay.default('step'),
  /**
   * How wide the decay is, in the unit of the limit: the stretch before the limit over which `linear` falls, the deviation of
   * `logistic` and `gaussian`, the half-life, or how far `power` is 1. A third of the limit when left out, for `linear` all of
   * it; `step` has none. ASSUMPTIONS, as every decay is.
   */
  spread: z.coerce.number().int().min(1).max(180).optional(),
  /** Exponent of `power`, in tenths. */
  exponentTenths: z.coerce.number().int().min(1).max(50).default(20),
})

/** What the figures rest on: enough to make them again. */
export const Proof = z.object({
  engine: CoverageEngine,
  /** The routing service that should have measured and could not be used, and why; all is by `engine` then. */
  instead: z
    .object({ engine: CoverageEngine, failing: z.enum(['noAnswer', 'refused', 'notUnderstood', 'changed']) })
    .nullable(),
  /** Detour in hundredths, where the engine measures in a straight line. */
  detourHundredths: z.int().nullable(),
  /** Weights of `step`: each up to and including its limit; none with another decay. */
  bands: z.array(z.object({ upTo: z.number(), weight: z.number() })),
  /** Formula and source of a measure of supply; null for the others. */
  method: z.object({ measure: CoverageMeasure, formula: z.string(), source: z.string() }).nullable(),
  /** The same of its decay, with the numbers that it was asked with; null where there is no such. */
  decay: z
    .object({
      kind: CoverageDecay,
      formula: z.string(),
      source: z.string(),
      spread: z.int().nullable(),
      exponentTenths: z.int().nullable(),
    })
    .nullable(),
  populationAsOf: EffectiveDate,
  /** Who counted the inhabitants; null where they are modelled. */
  populationSource: z.string().nullable(),
  /** Names the people and ways that were measured on: the same name, the same figures. */
  ground: z.string(),
})

/** How unequally the people of the area have it, over people and not over areas; see geo/equity. */
const Equity = z.object({
  of: z.enum(['cost', 'score']),
  /**
   * True where it is of the cost of the nearest though another measure was asked for: a share is yes or no of each of the
   * people, so that there is nothing to be unequal but what lies behind it.
   */
  overNearest: z.boolean(),
  /** Mean of the tenth of the people that have it worst: farthest, or least. */
  worstTenth: z.number().nullable(),
  gini: z.number().nullable(),
  /** What the tenth with most have over what the four tenths with least have; null where those have nothing. */
  palma: z.number().nullable(),
  /** People left out because no way leads there. */
  leftOut: z.int(),
})

/** Who is within reach of a therapist with valid documented competence for a diagnosis group. */
export const coverageView = view({
  path: '/views/coverage',
  action: 'map.read',
  params: CoverageAsked.extend({ region: RegionCode.optional() }),
  response: z.object({
    at: Answered,
    group: DiagnosisGroupId,
    service: CoverageService,
    /** False for a service that is not documented by group: then the group changes nothing. */
    usesGroup: z.boolean(),
    /** False where what would count has not been recorded by anybody. */
    recorded: z.boolean(),
    max: z.int(),
    unit: CoverageUnit,
    measure: CoverageMeasure,
    k: z.int(),
    proof: Proof,
    /** Upper class limits of `value`, ascending. */
    breaks: z.array(z.number()),
    /** `fixed`: the same for every group and date, so that they can be compared. */
    method: z.enum(['fixed', 'quantile']),
    total: Reached,
    /** Whether municipal offers were asked to be counted, in the share and in the users within the limit. */
    offersCounted: z.boolean(),
    /** Null for a service that is not documented by group. */
    users: CoverageUsers.nullable(),
    equity: Equity,
    rows: z.array(CoverageRow),
    sites: z.array(CoverageSite),
    /** Known and not counted: shown with their own symbol and word. */
    uncounted: z.array(Uncounted),
    /** Municipal offers that hold the service, drawn apart; never part of the supply. */
    offers: z.array(Offer),
    /** Municipalities whose offer does not say whether it holds the service. */
    offersUnknown: z.int(),
  }),
})

/** What an application does to the coverage of every group and service that it touches, on the day that it is wanted from. */
export const coverageEffectsView = view({
  path: '/views/coverage-effects',
  action: 'case.read',
  params: z.object({ case: CaseId, max: CoverageAsked.shape.max }),
  response: z.object({
    at: Answered,
    region: RegionCode,
    max: z.int(),
    proof: Proof,
    effects: z.array(
      z.object({
        service: CoverageService,
        /** Null for a service that is not documented by group. */
        group: DiagnosisGroupId.nullable(),
        people: z.int(),
        withinBefore: z.int(),
        withinAfter: z.int(),
        /** People whose nearest comes closer, or farther away, by a minute or more, and by how many minutes on average. */
        shorter: z.int(),
        shorterBy: z.number().nullable(),
        longer: z.int(),
        longerBy: z.number().nullable(),
        /** People who get a way to somebody, or lose the last. */
        gainWay: z.int(),
        loseWay: z.int(),
        /** Municipalities with people who are within the limit before and not after, most people first. */
        gaps: z.array(z.object({ municipality: MunicipalityCode, name: z.string(), people: z.int() })),
      }),
    ),
  }),
})
