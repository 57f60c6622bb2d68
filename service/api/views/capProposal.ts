import { z } from 'zod'
import { DiagnosisGroupId, MunicipalityCode, RegionCode } from '#events/identifiers'
import { ApportionmentMethod, AreaRef, QuotaCap } from '#events/quota'
import { Answered, AsOfParams } from '../asOf.ts'
import { view } from '../definitions.ts'
import { CapBasis, Told } from './caps.ts'
import { Proof } from './coverage.ts'

const id = '[a-z0-9][a-z0-9-]{0,63}'
/** Area of a lock: its code or name, or `*` for every area. */
const area = '[^,/*]{1,80}|\\*'

/** Why a cell got what it got, or nothing: the most telling one. */
export const ProposalWhy = z.enum([
  /** By its size, as the method gives it. */
  'size',
  /** The least that every area is to have lifted it. */
  'minimum',
  /** The floor lifted it to one: somebody there has nobody of the group within the minutes. */
  'floor',
  /** Locked: kept as it was. */
  'locked',
  /** Its size is not told: `pool` says how many it shares with the areas beside it. */
  'hidden',
  'unknown',
  /** The method cannot tell it from another area of the same claim: `ties`. */
  'tie',
  /** Nobody of the group lives there. */
  'nobody',
  /** What was asked for cannot be met together: the group's `infeasible`. */
  'infeasible',
])
export type ProposalWhy = z.infer<typeof ProposalWhy>

/** An area among which caps are shared out; `rest` is what of the region is in none of them, and is given no cap. */
const ProposalArea = z.object({
  ref: AreaRef.nullable(),
  /** Code of the area, name of the council, or `rest-<region>`. */
  code: z.string(),
  name: z.string(),
  region: RegionCode,
  municipalities: z.array(MunicipalityCode),
})

const ProposalCell = z.object({
  area: z.string(),
  /** Persons of the group in the area, as they may be told. */
  people: Told,
  /** Frame x people / all people: what proportion alone would give; null where the size is not told. */
  share: z.number().nullable(),
  /** The quota that holds, proposed or adopted; null without one. */
  current: QuotaCap.nullable(),
  /** Null where it cannot be said, and in a tie. */
  proposed: QuotaCap.nullable(),
  /** In a tie: what it gets whoever the tie falls on. Otherwise as `proposed`. */
  certain: QuotaCap.nullable(),
  /** `proposed` less `current`; null without either. */
  change: z.int().nullable(),
  why: ProposalWhy,
  /** What this area would get by each way of counting; null where it cannot be said. */
  byBasis: z.object({
    prevalence: QuotaCap.nullable(),
    users: QuotaCap.nullable(),
    observed: QuotaCap.nullable(),
  }),
  /** The proposal is more than the share rounded up, or less than it rounded down. */
  leavesQuota: z.enum(['above', 'below']).nullable(),
  /** Would lose one when the frame grows by one (largest remainder). */
  losesWhenFrameGrows: z.boolean(),
})
export type ProposalCell = z.infer<typeof ProposalCell>

/** Limits that cannot be met together, by their names and numbers. */
export const Infeasible = z.discriminatedUnion('code', [
  /** So many areas are each to have so many, which with what is locked is more than the frame. */
  z.object({
    code: z.literal('minimumAboveFrame'),
    frame: z.int(),
    areas: z.int(),
    minimum: z.int(),
    locked: z.int(),
    needed: z.int(),
  }),
  /** So many areas are each to have one because somebody there is too far from the nearest, which with the rest is more. */
  z.object({
    code: z.literal('floorAboveFrame'),
    frame: z.int(),
    areas: z.int(),
    locked: z.int(),
    needed: z.int(),
  }),
  /** What is locked is more than the frame. */
  z.object({ code: z.literal('lockedAboveFrame'), frame: z.int(), locked: z.int() }),
  /** Something is left to share out, and no area that may have it. */
  z.object({ code: z.literal('nobodyToShareBetween'), frame: z.int(), locked: z.int() }),
])
export type Infeasible = z.infer<typeof Infeasible>

/** A group, or a family pooled, in one region. */
const ProposalGroup = z.object({
  group: DiagnosisGroupId,
  kind: z.enum(['group', 'family']),
  region: RegionCode,
  /** What is shared out: the region's cap, or the number asked for. Null when there is no cap to share out. */
  frame: QuotaCap.nullable(),
  frameFrom: z.enum(['asked', 'adopted', 'proposed', 'rule']),
  /** Condition words of what the frame lacks: `prevalence`, `uptake`, `patientCount`, `suppressed`, `plan`. */
  missing: z.array(z.string()),
  /**
   * Areas with the same claim to fewer seats than they are; nobody gets those until a lot is asked for. `*pool` stands for
   * the areas of `pool` together.
   */
  ties: z.array(z.object({ areas: z.array(z.string()), seats: z.int() })),
  /** The lot that was drawn on request: from what, and whom it fell on. */
  lot: z.object({ seed: z.string(), drawn: z.array(z.string()) }).nullable(),
  /** Areas whose sizes are not told one by one, and how many they have together; null when not even that is told. */
  pool: z.object({ areas: z.array(z.string()), people: Told, seats: z.int().nullable() }).nullable(),
  infeasible: Infeasible.nullable(),
  cells: z.array(ProposalCell),
})
export type ProposalGroup = z.infer<typeof ProposalGroup>

/**
 * Each region's cap for each group, shared out over the areas inside it by a named method (R-27 says what the region may
 * have, the method who gets it). Nothing is changed by asking; a scenario takes the proposal over as its own changes.
 */
export const capProposalView = view({
  path: '/views/cap-proposal',
  action: 'map.read',
  params: AsOfParams.extend({
    kind: z.enum(['council', 'municipality', 'planningArea']).default('municipality'),
    region: RegionCode.optional(),
    method: ApportionmentMethod.default('largestRemainder'),
    /** What sizes are counted as; the plan's when left out. */
    basis: CapBasis.optional(),
    /** The least that every area with patients is to have. */
    minimum: z.coerce.number().int().min(0).max(20).default(0),
    /**
     * Off when left out. Every area with patients is to have at least one of a group when some of its inhabitants have
     * nobody documented for the group within so many minutes.
     */
    floorMinutes: z.coerce.number().int().min(1).max(240).optional(),
    /** Groups and families, joined by commas; all when left out. */
    groups: z
      .string()
      .regex(new RegExp(`^${id}(,${id}){0,63}$`))
      .optional(),
    /** Another sum than the region's cap: `<group>:<number>`, joined by commas. */
    frames: z
      .string()
      .regex(new RegExp(`^${id}:\\d{1,3}(,${id}:\\d{1,3}){0,63}$`))
      .optional(),
    /** Cells that keep the quota they have: `<area>/<group>`, `*` for all, joined by commas. */
    locked: z
      .string()
      .max(8000)
      .regex(new RegExp(`^(${area})/(${id}|\\*)(,(${area})/(${id}|\\*))*$`))
      .optional(),
    /** Ties are broken by lot, drawn from this text; it is told with the result. */
    lot: z.string().trim().min(1).max(80).optional(),
  }),
  response: z.object({
    at: Answered,
    kind: z.enum(['council', 'municipality', 'planningArea']),
    method: ApportionmentMethod,
    /** Null where regions' plans differ and none was asked for. */
    basis: CapBasis.nullable(),
    minimum: z.int(),
    /** The floor that was asked for, and what its minutes rest on. */
    floor: Proof.pick({ engine: true, instead: true, populationAsOf: true }).extend({ minutes: z.int() }).nullable(),
    areas: z.array(ProposalArea),
    /** Areas that do not lie in one region, with the regions that they touch: a cap is one region's, so they get none. */
    crossing: z.array(z.object({ area: z.string(), name: z.string(), regions: z.array(z.string()) })),
    /** Planning areas that have municipalities in common, each set of areas once: nothing is shared out over them. */
    overlaps: z.array(z.object({ areas: z.array(z.string()), municipalities: z.array(MunicipalityCode) })),
    groups: z.array(ProposalGroup),
  }),
})
export type CapProposal = z.input<typeof capProposalView.response>
