import { z } from 'zod'
import { Source } from '#events/finding'
import { ClinicId, DiagnosisGroupId, MunicipalityCode, RegionCode } from '#events/identifiers'
import { PlanParameters } from '#events/planParameters'
import { ApportionmentMethod, QuotaCap } from '#events/quota'
import { EffectiveDate } from '#events/time'
import { Answered, AsOfParams } from '../asOf.ts'
import { view } from '../definitions.ts'
import { MunicipalityList } from '../municipalityList.ts'

/** What a group's size is counted as (parameter `capBasis`). */
export const CapBasis = PlanParameters.shape.capBasis
export type CapBasis = z.infer<typeof CapBasis>

/** Why a number of persons is not known. Never zero. */
export const Unknown = z.enum(['prevalence', 'uptake', 'patientCount'])
export type Unknown = z.infer<typeof Unknown>

/**
 * A count of persons as it may be told, the same to every role: a number, hidden because it or something that
 * could be subtracted from it is small, or unknown. Hidden does not say which of the two.
 */
export const Told = z.discriminatedUnion('state', [
  z.object({ state: z.literal('value'), value: z.int() }),
  z.object({ state: z.literal('hidden') }),
  z.object({ state: z.literal('unknown'), lacks: Unknown }),
])
export type Told = z.infer<typeof Told>

/** Where a group's size comes from, for the proof: which data version, of when, by whom. */
const SizeSource = z.object({
  basis: CapBasis,
  /** Name of the data version: group and date of the inhabitants, or the import's event. Null when there is none. */
  dataVersion: z.string().nullable(),
  asOf: z.string().nullable(),
  source: Source.nullable(),
})

/** A diagnosis group, or a family of groups counted as one, in the order in which they are shown. */
export const CapGroup = z.object({
  id: DiagnosisGroupId,
  kind: z.enum(['group', 'family']),
  /** Members of the family that it counts for; the group itself otherwise. */
  members: z.array(DiagnosisGroupId),
  /** Per 100,000 inhabitants, lowest and highest of the source and the one that is used; null when no source has it. */
  prevalence: z
    .object({ low: z.number(), high: z.number(), used: z.number(), confidence: z.enum(['high', 'medium', 'low']) })
    .nullable(),
  /** Percent of the persons that use free physiotherapy (S_FCP); null when no source has it. */
  uptakePercent: z.int().nullable(),
  /** The group has a structured pathway, from a day or since nobody has said when; null for groups without one. */
  structuredPathway: z.object({ from: EffectiveDate.nullable(), source: Source }).nullable(),
  /** Percent that its structured pathway is to save in services on the day (S0-5); null where there is none yet. */
  pathwaySavesPercent: z.number().nullable(),
  sources: z.array(SizeSource),
})
export type CapGroup = z.infer<typeof CapGroup>

/** One cap with its inputs: `max(minimum, rounded(P x k x people / all))`. */
const Cap = z.object({
  basis: CapBasis,
  /** N of the group, and the sum of N over all groups; families are not in the sum, their members are. */
  people: Told,
  all: Told,
  /** P x k x N / sum N before rounding; null when an N is unknown or hidden. */
  share: z.number().nullable(),
  cap: z.int().nullable(),
  /** Documented above the cap; 0 when within it, null without a cap. */
  excess: z.int().nullable(),
  /** Lowest and highest cap that the unknown uptakes leave possible (0 to 100 %); null where it says nothing. */
  between: z.tuple([z.int(), z.int()]).nullable(),
})

const CapCell = z.object({
  group: DiagnosisGroupId,
  /**
   * Headcount of those who work in the area. `valid` counts towards the cap; `grace` ran out and can still be renewed, so
   * it does not. `serving` also counts documentation for a family that the group is in.
   */
  documented: z.object({ valid: z.int(), grace: z.int(), serving: z.int() }),
  /** Persons in the group, those of them expected to use free physiotherapy, and those reported. */
  expected: z.object({ prevalence: Told, users: Told, observed: Told }),
  /** Expected users after what a structured pathway saves; equal to `expected.users` without one. */
  demand: Told,
  /** By prevalence, by users, by reported patients; the plan's basis is among them. */
  caps: z.array(Cap),
  /**
   * The cap that somebody set for just this area and group; null without one. `governs` is false for a proposal on the
   * register itself, which binds nobody: there R-27's formula measures. In a scenario its own proposal measures.
   */
  quota: z
    .object({
      cap: QuotaCap,
      status: z.enum(['proposed', 'adopted']),
      planRef: z.string().nullable(),
      basis: CapBasis.nullable(),
      method: ApportionmentMethod.nullable(),
      governs: z.boolean(),
    })
    .nullable(),
  /** By the quota that governs, else by the plan's basis. Null `excess` while there is no cap. */
  excess: z.int().nullable(),
  /** Of the excess, how many would have to end: none while holders are grandfathered. */
  toEnd: z.int().nullable(),
  verdict: z.enum(['pass', 'breach', 'needs-information']),
  /** Condition words: `groupSize`, `uptake`, `patientCount`, `suppressed`, `plan`. */
  missing: z.array(z.string()),
})

/** Clinics for children in an area. */
const Children = z.object({
  /** Children expected in the groups of children. */
  patients: Told,
  qualifying: z.array(z.object({ clinic: ClinicId, name: z.string() })),
  /** Clinics that say they treat children and have not said, or not met, all four. */
  lacking: z.array(z.object({ clinic: ClinicId, name: z.string(), missing: z.array(z.string()) })),
  /** Municipalities whose largest town is farther by road than the limit from every qualifying clinic. */
  outOfReach: z.array(
    z.object({ municipality: MunicipalityCode, name: z.string(), nearestMetres: z.int().nullable() }),
  ),
  maxKm: z.int(),
  verdict: z.enum(['pass', 'breach', 'needs-information', 'not-applicable']),
})

const CapKind = z.enum(['region', 'council', 'municipality', 'planningArea', 'set'])

const CapArea = z.object({
  kind: CapKind,
  /** Code of the region or municipality, or the name of the health council; `set` for a set of municipalities. */
  code: z.string(),
  name: z.string(),
  municipalities: z.array(MunicipalityCode),
  inhabitants: z.int(),
  /** P: persons with a provider number at a clinic in the area, headcount. */
  physiotherapists: z.int(),
  /** What the cap is measured by; null where no rule set holds on the date. */
  parameters: z
    .object({
      /** Region whose rule set it is: the area's, or of a set the one where most of its inhabitants are. */
      region: RegionCode,
      ruleSet: z.string(),
      ruleSetVersion: z.int(),
      capFactorHundredths: z.int(),
      capRounding: PlanParameters.shape.capRounding,
      capMinimum: z.int(),
      capBasis: CapBasis,
      sources: z.record(z.string(), Source),
    })
    .nullable(),
  cells: z.array(CapCell),
  children: Children,
})

/**
 * Caps on documented competence per area and group, which is a proposal that nobody has adopted. Areas are the
 * regions; the health councils whose members are all known; each municipality of a region, which is named; the planning
 * areas; or one set of municipalities (`kind=set`), for which `municipalities` names them. `region` leaves out what lies
 * elsewhere.
 */
export const capsView = view({
  path: '/views/caps',
  action: 'map.read',
  params: AsOfParams.extend({
    kind: CapKind.default('region'),
    region: RegionCode.optional(),
    /** Codes of municipalities, joined by commas. */
    municipalities: MunicipalityList.optional(),
    /** `off`: holders above the cap would have to end (`toEnd`). */
    grandfathering: z.enum(['on', 'off']).default('on'),
  })
    .refine(({ kind, municipalities }) => kind !== 'set' || municipalities !== undefined, {
      path: ['municipalities'],
      error: 'expected the codes of the set, joined by commas',
    })
    .refine(({ kind, region }) => kind !== 'municipality' || region !== undefined, {
      path: ['region'],
      error: 'expected the region of the municipalities',
    }),
  response: z.object({
    at: Answered,
    kind: CapKind,
    /** Date of the inhabitants that prevalence is multiplied with. */
    populationAsOf: EffectiveDate,
    /** Smallest count that is told. */
    minCell: z.int(),
    groups: z.array(CapGroup),
    areas: z.array(CapArea),
    /** Municipalities in several of the areas, by code of the area: what lies there is in each, and areas have no sum. */
    overlaps: z.array(z.object({ municipality: MunicipalityCode, areas: z.array(z.string()) })),
    /** Documented persons without a place on the map, in no area. */
    withoutPlace: z.int(),
  }),
})
export type CapsAnswer = z.input<typeof capsView.response>
