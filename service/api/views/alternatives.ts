import { z } from 'zod'
import { Outcome, RuleId, Unit } from '#events/finding'
import { CaseId, MunicipalityCode, SchoolId } from '#events/identifiers'
import { Position2d } from '#events/place'
import { EffectiveDate } from '#events/time'
import { Answered } from '../asOf.ts'
import { view } from '../definitions.ts'

/** Amounts of an application that can be another. */
const AmountField = z.enum(['shareHundredths', 'plannedExtra', 'requestedOere', 'hoursTenths'])

/** One thing that would be asked for instead. */
export const AlternativeChange = z.discriminatedUnion('kind', [
  z.object({
    kind: z.enum(['wantedFrom', 'previousUntil']),
    from: EffectiveDate,
    to: EffectiveDate,
    /** Days later; earlier when negative. */
    days: z.int(),
  }),
  z.object({ kind: z.literal('amount'), field: AmountField, unit: Unit, from: z.int(), to: z.int() }),
  z.object({
    /** An inhabited kilometre square, by its middle: an area for an address, and no address. */
    kind: z.literal('place'),
    municipality: MunicipalityCode,
    position: Position2d,
    /** Corners of the square, from the south-west and around. */
    outline: z.array(Position2d),
    /** Nearest town that the map names; null where none is near. */
    near: z.string().nullable(),
    /** Straight line to the place applied for. */
    awayM: z.int(),
    /** Every nearer inhabited square of the municipality was tried and is none. */
    nearest: z.boolean(),
  }),
  z.object({
    kind: z.literal('school'),
    school: SchoolId,
    name: z.string(),
    municipality: MunicipalityCode.nullable(),
    position: Position2d.nullable(),
    awayM: z.int().nullable(),
  }),
])
export type AlternativeChange = z.infer<typeof AlternativeChange>

/**
 * The nearest applications that the rule book passes where the one asked for breaches. Each was judged by every rule as an
 * application of its own: none of the rules that were breached still is, and none that was met is any worse.
 */
export const alternativesView = view({
  path: '/views/alternatives',
  action: 'case.read',
  committeeOnly: true,
  params: z.object({ case: CaseId }),
  response: z.object({
    at: Answered,
    case: CaseId,
    /** Rules that the application breaches, binding or a principle; a small group's lost cover where no such rule is. */
    breached: z.array(RuleId),
    /** The least change first. */
    alternatives: z.array(
      z.object({
        changes: z.array(AlternativeChange).min(1),
        /** Findings whose outcome is another one. */
        turned: z.array(z.object({ rule: RuleId, before: Outcome, after: Outcome })),
        /** What is missing for the rules that were breached; it was missing before. */
        missing: z.array(z.string()),
      }),
    ),
    /** What was looked for and not found, and how far. */
    none: z.array(
      z.discriminatedUnion('kind', [
        z.object({ kind: z.literal('number'), days: z.int() }),
        z.object({ kind: z.enum(['place', 'school']), municipality: MunicipalityCode, tried: z.int() }),
        z.object({ kind: z.literal('unknownPlace') }),
      ]),
    ),
  }),
})
