import { z } from 'zod'
import { CaseSubject } from './caseSubject.ts'
import { RulingOutcome } from './docket.ts'
import { FindingSet } from './finding.ts'
import { CaseId, MunicipalityCode, RegionCode } from './identifiers.ts'
import { Address } from './place.ts'
import { ChangeId } from './scenario.ts'
import type { EventOf, EventShapes, RecordedEventOf } from './shape.ts'
import { EffectiveDate } from './time.ts'

/** Stream `case-<id>`: an application case (sag) from receipt to effect. */

/** A1 to A15 of the rule catalogue, and A16, which is ours: a scenario handed in as a proposal. */
export const ApplicationType = z.enum([
  'A1',
  'A2',
  'A3',
  'A4',
  'A5',
  'A6',
  'A7',
  'A8',
  'A9',
  'A10',
  'A11',
  'A12',
  'A13',
  'A14',
  'A15',
  'A16',
])
export type ApplicationType = z.infer<typeof ApplicationType>

/** Field of an application that can be corrected, with old and new value. */
export const CaseCorrection = z.discriminatedUnion('field', [
  z.object({ field: z.literal('receivedOn'), old: EffectiveDate, new: EffectiveDate }),
  z.object({ field: z.literal('wantedFrom'), old: EffectiveDate, new: EffectiveDate }),
  z.object({ field: z.literal('previousUntil'), old: EffectiveDate, new: EffectiveDate }),
  z.object({ field: z.literal('to'), old: Address, new: Address }),
  z.object({ field: z.literal('accessibility'), old: z.string().nullable(), new: z.string() }),
  /** Any other fact of the application: what it asked for, whole, before and after. Its type cannot be corrected. */
  z.object({ field: z.literal('subject'), old: CaseSubject, new: CaseSubject }),
])
export type CaseCorrection = z.infer<typeof CaseCorrection>

/** An earlier case that this one changes, or asks to have ruled on again. */
export const RelatedCase = z.object({ kind: z.enum(['amendment', 'reconsideration']), case: CaseId })
export type RelatedCase = z.infer<typeof RelatedCase>

export const caseEvents = {
  CaseOpened: {
    version: 3,
    data: z.object({
      case: CaseId,
      /** Number that people use: `26/0147`. */
      number: z.string().regex(/^\d{2}\/\d{4}$/),
      region: RegionCode,
      subject: CaseSubject,
      applicant: z.string().min(1),
      receivedOn: EffectiveDate,
      wantedFrom: EffectiveDate,
      /** Without: the case stands alone, as every one of versions 1 and 2 did. */
      relates: RelatedCase.optional(),
    }),
  },
  CaseInformationRequested: { version: 1, data: z.object({ items: z.array(z.string()).min(1), dueOn: EffectiveDate }) },
  CaseInformationSupplied: { version: 1, data: z.object({ items: z.array(z.string()).min(1) }) },
  CaseInformationCorrected: { version: 1, data: z.object({ correction: CaseCorrection, reason: z.string().min(1) }) },
  FindingsComputed: { version: 2, data: z.object({ set: FindingSet }) },
  /** The municipalities that the rules name; a person sends the hearing. */
  ConsultationProposed: {
    version: 1,
    data: z.object({ involved: z.array(MunicipalityCode), round: z.int().positive() }),
  },
  /** Every hearing sent was answered or lapsed. */
  CaseHeard: { version: 1, data: z.object({ round: z.int().positive() }) },
  RecommendationWritten: {
    version: 1,
    data: z.object({ text: z.string().min(1), outcome: z.enum(['granted', 'granted-with-conditions', 'refused']) }),
  },
  /** The committee, or one of its sides, is of another mind than the secretariat. The recommendation stays as it is. */
  RecommendationChallenged: {
    version: 1,
    data: z.object({ comment: z.string().trim().min(1).max(4000), outcome: RulingOutcome.nullable() }),
  },
  /** The ruling is another than the one recommended. */
  RecommendationOverturned: {
    version: 1,
    data: z.object({ recommended: RulingOutcome, ruled: RulingOutcome, rulingNumber: z.string() }),
  },
  CaseTabled: { version: 1, data: z.object({ meetingOn: EffectiveDate, reason: z.string().nullable() }) },
  CasePostponed: {
    version: 2,
    /** The day that it was tabled for; null where version 1 did not say. */
    data: z.object({ meetingOn: EffectiveDate.nullable(), reason: z.string().min(1) }),
  },
  CaseWithdrawn: { version: 1, data: z.object({ reason: z.string().min(1) }) },
  CaseRuled: {
    version: 1,
    data: z.object({
      rulingNumber: z.string(),
      outcome: z.enum(['granted', 'granted-with-conditions', 'refused']),
      effectiveFrom: EffectiveDate,
    }),
  },
  /** The committee took its ruling back: the case is open again. What the ruling changed stands until it is corrected. */
  CaseRulingWithdrawn: {
    version: 1,
    data: z.object({ rulingNumber: z.string(), reason: z.string().min(1) }),
  },
  /** The national committee decided the case that was referred to it. */
  CaseDecidedNationally: {
    version: 1,
    data: z.object({ reference: z.string(), outcome: RulingOutcome, effectiveFrom: EffectiveDate }),
  },
  CaseReferred: { version: 1, data: z.object({ reason: z.string() }) },
  /** Of a proposal that was granted: a change that the register refused, with the refusal's code. The others go on. */
  CaseChangeRefused: {
    version: 1,
    data: z.object({
      change: ChangeId,
      /** Type of the change's command. */
      command: z.string().min(1),
      code: z.string(),
      params: z.record(z.string(), z.unknown()),
    }),
  },
  /** The ruling's consequence stands in the register. */
  CaseEffectApplied: { version: 1, data: z.object({ stream: z.string() }) },
  /** The world had moved: the consequence was refused, with the refusal's code. */
  CaseEffectRefused: {
    version: 1,
    data: z.object({ code: z.string(), params: z.record(z.string(), z.unknown()) }),
  },
} as const satisfies EventShapes

export type CaseEvent = EventOf<typeof caseEvents>
export type RecordedCaseEvent = RecordedEventOf<typeof caseEvents>
