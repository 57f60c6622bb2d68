import { z } from 'zod'
import { EventId } from './envelope.ts'
import { MunicipalityCode } from './identifiers.ts'
import { Position2d } from './place.ts'
import { EffectiveDate, RecordedAt } from './time.ts'

/** A rule's result. Never a ruling: people rule. */
export const Outcome = z.enum(['pass', 'breach', 'needs-consultation', 'needs-information', 'not-applicable'])
export type Outcome = z.infer<typeof Outcome>

/** How binding a rule is. A principle can be departed from with a reason; a proposal is adopted by nobody. */
export const Strength = z.enum(['binding', 'principle', 'recommendation', 'proposal'])
export type Strength = z.infer<typeof Strength>

export const RuleId = z
  .string()
  .regex(/^R-\d{2}$/)
  .meta({ id: 'RuleId', description: 'Rule of the catalogue, R-01 to R-42' })
export type RuleId = z.infer<typeof RuleId>

/**
 * Where a rule or a parameter comes from: a seed section, a public address, a decision of the region's own, or our
 * assumption, which is no source at all and waits for a decision.
 */
export const Source = z.object({
  kind: z.enum(['SEED', 'PUBLIC', 'DECISION', 'ASSUMPTION']),
  /** Id in facts.json (`S_KAP`), the document of the decision, or the assumption's own name. */
  id: z.string(),
  section: z.string().optional(),
  url: z.url().optional(),
})
export type Source = z.infer<typeof Source>

/** What a measured integer counts: hours in tenths, units in hundredths, øre, days, metres, pieces, tenths of pieces, a share in percent, one in thousandths. */
export const Unit = z.enum([
  'hoursTenths',
  'unitsHundredths',
  'oere',
  'days',
  'metres',
  'count',
  'countTenths',
  'share',
  'permille',
])
export type Unit = z.infer<typeof Unit>

/** A number that was compared, in its unit. Integer in the unit's own step: hours in tenths, units in hundredths, days, metres. */
export const Measure = z.object({
  /** Key in the glossary: `deltaFrom`, `deltaTo`, `addressesAfter`, `overlapDays` ... */
  key: z.string(),
  /** null when unknown: never 0. */
  value: z.number().nullable(),
  unit: Unit,
  limit: z.number().nullable().optional(),
  municipality: MunicipalityCode.optional(),
  specialty: z.string().optional(),
  /** Code of the region or municipality, or the name by which the area is known. */
  area: z.string().optional(),
  /** Diagnosis group or family. */
  group: z.string().optional(),
})
export type Measure = z.infer<typeof Measure>

/** The smallest change of one input that gives the finding another outcome, everything else as it is. */
export const Flip = z.object({
  /** The input, as the glossary words its change: `wantedFrom`, `capacityMoved` ... */
  key: z.string(),
  /** Signed change in steps of the unit; never 0. One step less leaves the outcome as it is. */
  needs: z.int(),
  unit: Unit,
  makes: Outcome,
  /** The date that the input then is. */
  to: EffectiveDate.optional(),
  municipality: MunicipalityCode.optional(),
})
export type Flip = z.infer<typeof Flip>

/** What to draw. */
export const MapEvidence = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('point'), role: z.string(), position: Position2d, label: z.string().optional() }),
  z.object({ kind: z.literal('arrow'), from: Position2d, to: Position2d }),
  z.object({
    kind: z.literal('municipality'),
    role: z.string(),
    code: MunicipalityCode,
    status: z.string().optional(),
  }),
])
export type MapEvidence = z.infer<typeof MapEvidence>

/** A date, code or word that took part in the finding, named by a glossary key. */
export const FindingParams = z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.array(z.string())]))

export const Finding = z.object({
  rule: RuleId,
  /** Version of the code that measured. */
  version: z.int().positive(),
  outcome: Outcome,
  strength: Strength,
  /** True where the rule set allows a departure with a reason. */
  derogationPossible: z.boolean(),
  /** Glossary key of the sentence that explains the outcome; `params` fill it. */
  code: z.string(),
  params: FindingParams,
  measured: z.array(Measure),
  /** What would turn the outcome; empty where no change of one number does. */
  flips: z.array(Flip),
  /** The parameter values used, by key, as the rule set had them. */
  parameters: z.record(z.string(), z.union([z.number(), z.boolean(), z.string()])),
  /** Names of what is missing, for needs-information. */
  missing: z.array(z.string()),
  /** Events that the inputs came from. */
  inputs: z.array(EventId),
  evidence: z.array(MapEvidence),
  sources: z.array(Source).min(1),
})
export type Finding = z.infer<typeof Finding>

/** Findings as computed once: under which rules, from which state of knowledge. */
export const FindingSet = z.object({
  ruleSet: z.string(),
  ruleSetVersion: z.int().positive(),
  effectiveOn: EffectiveDate,
  /** Everything recorded up to this instant was known. */
  knownAt: RecordedAt,
  /** Revision of the committee's docket that the findings have seen; -1 for an empty docket. */
  docketRevision: z.int().min(-1),
  findings: z.array(Finding),
})
export type FindingSet = z.infer<typeof FindingSet>

const severity: Record<Outcome, number> = {
  breach: 0,
  'needs-information': 1,
  'needs-consultation': 2,
  pass: 3,
  'not-applicable': 4,
}

/** Worst first: breach, needs-information, needs-consultation, pass, not-applicable (rules.md, "How rules run" 6). */
export function bySeverity(a: Finding, b: Finding): number {
  return severity[a.outcome] - severity[b.outcome] || a.rule.localeCompare(b.rule)
}

/** The outcome that a case header shows; advice and proposals stand apart. `null` without a finding that counts. */
export function worstOutcome(findings: readonly Finding[]): Outcome | null {
  const counting = findings.filter((f) => f.strength === 'binding' || f.strength === 'principle')
  return counting.toSorted(bySeverity)[0]?.outcome ?? null
}
