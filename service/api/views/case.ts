import { z } from 'zod'
import { ApplicationType, CaseCorrection } from '#events/case'
import { CaseSubject } from '#events/caseSubject'
import { ConsultationPosition } from '#events/consultation'
import { Derogation, Participants, RulingOutcome } from '#events/docket'
import { FindingParams, FindingSet, Outcome, RuleId } from '#events/finding'
import { AgreementId, CaseId, MunicipalityCode, PersonId, RegionCode, ScenarioId, SchoolId } from '#events/identifiers'
import { EffectiveDate, RecordedAt } from '#events/time'
import { Answered, AsOfParams } from '../asOf.ts'
import { view } from '../definitions.ts'
import { EventRow } from './events.ts'

/** How many findings of each outcome, advice and proposals left out. */
export const FindingCounts = z.object({
  breach: z.int(),
  needsInformation: z.int(),
  needsConsultation: z.int(),
  pass: z.int(),
})
export type FindingCounts = z.infer<typeof FindingCounts>

/** Where a case stands: received -> informed -> heard -> tabled -> ruled, referred or withdrawn. */
export const CaseStatus = z.enum([
  'received',
  'awaiting-information',
  'checked',
  'in-consultation',
  'heard',
  'tabled',
  'ruled',
  'applied',
  'effect-refused',
  'referred',
  'withdrawn',
])
export type CaseStatus = z.infer<typeof CaseStatus>

export const CaseRow = z.object({
  case: CaseId,
  number: z.string(),
  type: ApplicationType,
  status: CaseStatus,
  region: RegionCode,
  applicant: z.string(),
  fromMunicipality: MunicipalityCode.nullable(),
  toMunicipality: MunicipalityCode.nullable(),
  receivedOn: EffectiveDate,
  wantedFrom: EffectiveDate,
  worst: Outcome.nullable(),
  counts: FindingCounts,
  /** The nearest open deadline, of a hearing or of missing information. */
  dueOn: EffectiveDate.nullable(),
})
export type CaseRow = z.infer<typeof CaseRow>

export const casesView = view({
  path: '/views/cases',
  action: 'case.read',
  params: AsOfParams.extend({
    status: z.enum(['open', 'closed', 'all']).default('open'),
    region: RegionCode.optional(),
    municipality: MunicipalityCode.optional(),
    /** Only cases that name this clinic, provider number or riding agreement. */
    about: z
      .string()
      .regex(/^[a-z0-9][a-z0-9-]{0,63}$/)
      .optional(),
  }),
  response: z.object({
    at: Answered,
    open: z.int(),
    total: z.int(),
    rows: z.array(CaseRow),
    /** The next free case id of this year, `26-0148`. */
    nextCase: CaseId,
  }),
})

export const ConsultationState = z.enum(['not-sent', 'sent', 'answered', 'answered-late', 'lapsed'])

/** One municipality's hearing as the case and the municipality see it. */
export const ConsultationRow = z.object({
  case: CaseId,
  caseNumber: z.string(),
  type: ApplicationType,
  applicant: z.string(),
  municipality: MunicipalityCode,
  round: z.int(),
  state: ConsultationState,
  questions: z.string(),
  sentOn: EffectiveDate.nullable(),
  dueOn: EffectiveDate.nullable(),
  /** Whole days from today to the last day; negative when passed. */
  daysLeft: z.int().nullable(),
  /** Every answer, the latest first; an answer is never edited. */
  answers: z.array(
    z.object({
      position: ConsultationPosition,
      text: z.string(),
      answeredOn: EffectiveDate,
      late: z.boolean(),
      cameBy: z.enum(['portal', 'letter', 'mail', 'phone']),
    }),
  ),
  caseStatus: CaseStatus,
  rulingOutcome: RulingOutcome.nullable(),
})
export type ConsultationRow = z.infer<typeof ConsultationRow>

/** Hearings within the caller's reach: a municipality's own, the region's for the secretariat; nearest deadline first. */
export const consultationsView = view({
  path: '/views/consultations',
  action: 'consultation.read',
  params: AsOfParams.extend({ municipality: MunicipalityCode.optional(), open: z.stringbool().optional() }),
  response: z.object({ at: Answered, awaiting: z.int(), total: z.int(), rows: z.array(ConsultationRow) }),
})

/** What the move does to one municipality. Capacity in the unit of the regime on the effective date. */
export const EffectRow = z.object({
  municipality: MunicipalityCode,
  name: z.string(),
  before: z.int().nullable(),
  after: z.int().nullable(),
  clinicsBefore: z.int(),
  clinicsAfter: z.int(),
})

/** Everything on the case page. */
export const caseFileView = view({
  path: '/views/case-file',
  action: 'case.read',
  params: AsOfParams.extend({ case: CaseId }),
  response: z.object({
    at: Answered,
    row: CaseRow,
    /** Revision of the case's stream, for `If-Match`. */
    revision: z.int(),
    subject: CaseSubject,
    clinicName: z.string().nullable(),
    corrections: z.array(z.object({ correction: CaseCorrection, reason: z.string(), recordedAt: RecordedAt })),
    missing: z.array(z.object({ item: z.string(), dueOn: EffectiveDate })),
    /** The latest findings; null before the first check. */
    findings: FindingSet.nullable(),
    /** Earlier findings, latest first, so that a changed verdict can be shown beside the old one. */
    earlier: z.array(FindingSet),
    /** True when something that the findings rest on was recorded after them; they must be computed again. */
    stale: z.boolean(),
    /** Region whose committee rules today: after a merger the new one, whatever the case was opened under. */
    committee: RegionCode,
    docketRevision: z.int(),
    involved: z.array(MunicipalityCode),
    round: z.int(),
    consultations: z.array(ConsultationRow),
    recommendation: z.object({ text: z.string(), outcome: RulingOutcome, recordedAt: RecordedAt }).nullable(),
    tabledFor: EffectiveDate.nullable(),
    ruling: z
      .object({
        number: z.string(),
        /** Region whose committee ruled; its docket holds the ruling also after a merger. */
        committee: RegionCode,
        outcome: RulingOutcome,
        reasons: z.string(),
        conditions: z.array(z.string()),
        derogations: z.array(Derogation),
        effectiveFrom: EffectiveDate,
        participants: Participants,
        recordedAt: RecordedAt,
        /** Last day on which a party may demand referral to the national committee, counted from the recorded day. */
        referralUntil: EffectiveDate,
        known: FindingSet,
      })
      .nullable(),
    effect: z
      .object({ applied: z.boolean(), code: z.string().nullable(), params: z.record(z.string(), z.unknown()) })
      .nullable(),
    /** Scenario that holds just this change: ask the map with it for "after". Null once ruled or withdrawn. */
    scenario: ScenarioId.nullable(),
    unit: z.enum(['hoursTenths', 'unitsHundredths']),
    effects: z.array(EffectRow),
    /** Riding schools and agreements that the application names, as they stand without it. */
    schools: z.array(z.object({ school: SchoolId, name: z.string(), municipality: MunicipalityCode.nullable() })),
    agreements: z.array(
      z.object({
        agreement: AgreementId,
        school: SchoolId,
        schoolName: z.string(),
        therapist: PersonId,
        hoursTenths: z.int(),
      }),
    ),
    /** Riding hours a week of each municipality that the application touches, in tenths. Empty for other types. */
    ridingEffects: z.array(
      z.object({ municipality: MunicipalityCode, name: z.string(), before: z.int(), after: z.int() }),
    ),
    events: z.array(EventRow),
  }),
})

/**
 * Open cases that are each lawful and together with this one are not, as far as the asker may see them: the findings that
 * pass alone and are breached when all of them happen, or the change that the register then refuses.
 */
export const collisionsView = view({
  path: '/views/collisions',
  action: 'case.read',
  params: z.object({ case: CaseId }),
  response: z.object({
    at: Answered,
    /** Open cases that share something with this one and were held against it. */
    examined: z.int(),
    collisions: z.array(
      z.object({
        /** One other case, or several where it takes all of them. */
        with: z.array(
          z.object({
            case: CaseId,
            number: z.string(),
            type: ApplicationType,
            applicant: z.string(),
            wantedFrom: EffectiveDate,
          }),
        ),
        findings: z.array(
          z.object({ case: CaseId, number: z.string(), rule: RuleId, code: z.string(), params: FindingParams }),
        ),
        refused: z.object({ case: CaseId, code: z.string(), params: z.record(z.string(), z.unknown()) }).nullable(),
      }),
    ),
  }),
})
