import { z } from 'zod'
import { DiagnosisGroupId, MunicipalityCode, PlanningAreaId, RegionCode } from './identifiers.ts'
import { PlanParameters } from './planParameters.ts'
import type { EventOf, EventShapes, RecordedEventOf } from './shape.ts'
import { EffectiveDate } from './time.ts'

/**
 * Stream `quota-<kind>.<slug>.<group>`: how many may hold documented competence for a group in an area. Proposed by
 * planners, adopted by the committee with a reference to the plan; what nobody adopted binds nobody.
 */

/** An area that a cap is set for. */
export const AreaRef = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('region'), code: RegionCode }),
  /** Health councils have no code; they are known by their name. */
  z.object({ kind: z.literal('council'), code: z.string().trim().min(1).max(80) }),
  z.object({ kind: z.literal('municipality'), code: MunicipalityCode }),
  z.object({ kind: z.literal('planningArea'), code: PlanningAreaId }),
])
export type AreaRef = z.infer<typeof AreaRef>

/** What a cap is for: a diagnosis group, or a family of groups counted as one. */
export const QuotaTarget = z.object({ kind: z.enum(['group', 'family']), id: DiagnosisGroupId })
export type QuotaTarget = z.infer<typeof QuotaTarget>

/** Persons that may be documented. */
export const QuotaCap = z.int().min(0).max(999)

/** Named ways of sharing a whole number out by size; `service/apportionment` has their formulas. */
export const ApportionmentMethod = z.enum([
  'largestRemainder',
  'sainteLague',
  'modifiedSainteLague',
  'dHondt',
  'huntingtonHill',
  'adams',
])
export type ApportionmentMethod = z.infer<typeof ApportionmentMethod>

/** What the group's size was counted as; null where the cap was set by hand. */
const basis = PlanParameters.shape.capBasis
const reason = z.string().trim().min(1).max(2000)

const proposal = {
  area: AreaRef,
  target: QuotaTarget,
  cap: QuotaCap,
  basis: basis.nullable(),
  method: ApportionmentMethod.nullable(),
  reason: reason.nullable(),
}

export const quotaEvents = {
  QuotaProposed: { version: 1, data: z.object(proposal) },
  /** From its date the cap that R-27 measures by, until another is adopted or it is suspended. */
  QuotaAdopted: {
    version: 1,
    data: z.object({
      ...proposal,
      /** The plan that the cap is part of, as the committee names it. */
      planRef: z.string().trim().min(1).max(200),
      documentRef: z.string().trim().min(1).max(200).nullable(),
      /** What the formula was given; all of it, so that the cap can be reckoned again. */
      parameters: z.object({
        factorHundredths: PlanParameters.shape.capFactorHundredths,
        rounding: PlanParameters.shape.capRounding,
        minCap: PlanParameters.shape.capMinimum,
        basis,
      }),
      /** How many patients the cap was made from, of when, and who says so. */
      count: z.object({
        value: z.int().min(0),
        asOf: EffectiveDate,
        source: z.string().trim().min(1).max(200),
      }),
    }),
  },
  /** From its date there is no adopted cap. */
  QuotaSuspended: { version: 1, data: z.object({ area: AreaRef, target: QuotaTarget, reason }) },
} as const satisfies EventShapes

export type QuotaEvent = EventOf<typeof quotaEvents>
export type RecordedQuotaEvent = RecordedEventOf<typeof quotaEvents>

/** Name of the stream of one area's cap for one group. */
export function quotaStream({ kind, code }: AreaRef, { id }: QuotaTarget): `quota-${string}` {
  return `quota-${kind}.${slugOf(code)}.${id}`
}

/** Lower-case letters and digits, with hyphens between: `Sundhedsråd Amager og Vestegnen` is `sundhedsraad-amager-og-vestegnen`. */
function slugOf(name: string): string {
  return name
    .toLowerCase()
    .replaceAll('æ', 'ae')
    .replaceAll('ø', 'oe')
    .replaceAll('å', 'aa')
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '')
}
