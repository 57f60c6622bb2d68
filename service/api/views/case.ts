import { z } from 'zod'
import { Attachment } from '#events/attachment'
import { ApplicationType, CaseCorrection, RelatedCase } from '#events/case'
import { CaseSubject } from '#events/caseSubject'
import { ConsultationPosition, ConsultationTopic, CounterProposal } from '#events/consultation'
import { Derogation, docketEvents, Participants, RulingOutcome } from '#events/docket'
import { Role } from '#events/envelope'
import { FindingParams, FindingSet, Outcome, RuleId } from '#events/finding'
import { CaseId, MunicipalityCode, RegionCode, ScenarioId } from '#events/identifiers'
import { Seat } from '#events/meeting'
import { MessageFailure, MessageState } from '#events/message'
import { EffectiveDate, RecordedAt } from '#events/time'
import { Answered, AsOfParams } from '../asOf.ts'
import { view } from '../definitions.ts'
import { EventRow } from './events.ts'
import { ToldApplication } from './toldApplication.ts'

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
  /** Name of the scenario that it hands in; null for every other type. */
  proposal: z.string().nullable(),
  status: CaseStatus,
  region: RegionCode,
  applicant: z.string(),
  fromMunicipality: MunicipalityCode.nullable(),
  toMunicipality: MunicipalityCode.nullable(),
  /** Municipalities that are to be heard; none before the rule check. */
  involved: z.array(MunicipalityCode),
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

export const ConsultationState = z.enum([
  'not-sent',
  'not-required',
  'sent',
  'delivery-failed',
  'answered',
  'answered-late',
  'lapsed',
])

/** One municipality's hearing as the case and the municipality see it. */
export const ConsultationRow = z.object({
  case: CaseId,
  caseNumber: z.string(),
  type: ApplicationType,
  /** Name of the scenario that it hands in; null for every other type. */
  proposal: z.string().nullable(),
  applicant: z.string(),
  municipality: MunicipalityCode,
  round: z.int(),
  state: ConsultationState,
  /** The application has been corrected since: a later round asks about it as it is now. */
  superseded: z.boolean(),
  /** Who decided that the municipality need not be asked, and why; null for any other state. */
  exempt: z.object({ reason: z.string(), on: EffectiveDate, userId: z.string(), role: Role }).nullable(),
  questions: z.string(),
  sentOn: EffectiveDate.nullable(),
  dueOn: EffectiveDate.nullable(),
  /** Whole days from today to the last day; negative when passed. */
  daysLeft: z.int().nullable(),
  remindedOn: EffectiveDate.nullable(),
  /** A later deadline that the municipality asked for; `declined` is the reason of a no. Null once it was given. */
  request: z
    .object({ to: EffectiveDate, reason: z.string(), askedOn: EffectiveDate, declined: z.string().nullable() })
    .nullable(),
  /** How far the letter about it has come; null where none was written, as for hearings of before there were letters. */
  delivery: z
    .object({ state: MessageState, to: z.string().nullable(), reason: MessageFailure.nullable(), at: RecordedAt })
    .nullable(),
  /** Every answer, the latest first; an answer is never edited. */
  answers: z.array(
    z.object({
      position: ConsultationPosition,
      text: z.string(),
      answeredOn: EffectiveDate,
      late: z.boolean(),
      cameBy: z.enum(['portal', 'letter', 'mail', 'phone']),
      topics: z.array(ConsultationTopic),
      attachments: z.array(Attachment),
      counterProposal: CounterProposal.nullable(),
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
  committeeOnly: true,
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

/** A case that changes another, or asks to have it ruled on again. */
const LinkedCase = z.object({
  kind: RelatedCase.shape.kind,
  case: CaseId,
  number: z.string(),
  status: CaseStatus,
})

/** Everything on the case page. */
export const caseFileView = view({
  path: '/views/case-file',
  action: 'case.read',
  committeeOnly: true,
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
    /** Last day for an answer to a hearing that is sent today; null for a closed case, or without a rule set. */
    answerBy: EffectiveDate.nullable(),
    /** Hearings about earlier versions of the application, the latest round first. */
    earlierRounds: z.array(ConsultationRow),
    recommendation: z.object({ text: z.string(), outcome: RulingOutcome, recordedAt: RecordedAt }).nullable(),
    tabledFor: EffectiveDate.nullable(),
    /** The earlier case that this one is about, and later ones about this one, as far as the asker may see them. */
    relates: LinkedCase.nullable(),
    relatedBy: z.array(LinkedCase),
    /** What the committee holds against the recommendation, and that the ruling was another; the committee's own. */
    challenge: z.object({ comment: z.string(), outcome: RulingOutcome.nullable() }).nullable(),
    overturned: z.object({ recommended: RulingOutcome, ruled: RulingOutcome, rulingNumber: z.string() }).nullable(),
    /** The last ruling that was taken back. What it changed in the register stands until somebody corrects it. */
    withdrawnRuling: z.object({ rulingNumber: z.string(), reason: z.string() }).nullable(),
    /** What went to the national committee, and what it decided. */
    referral: z
      .object({
        sides: z.string().nullable(),
        by: z.string().nullable(),
        receivedOn: EffectiveDate.nullable(),
        referredOn: EffectiveDate.nullable(),
        decision: docketEvents.NationalCommitteeDecided.data.omit({ case: true }).nullable(),
      })
      .nullable(),
    /** The committee sits over the case: the meeting has begun, and these seats take part. */
    sitting: z
      .object({ region: RegionCode, meetingOn: EffectiveDate, tookPart: z.array(Seat), participants: Participants })
      .nullable(),
    /** Whole days since receipt; active and paused add up to elapsed. Paused: something asked for had not come. */
    days: z.object({
      elapsed: z.int(),
      active: z.int(),
      paused: z.int(),
      pauses: z.array(z.object({ from: EffectiveDate, to: EffectiveDate })),
    }),
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
    unit: ToldApplication.shape.unit,
    effects: z.array(EffectRow),
    schools: ToldApplication.shape.schools,
    agreements: ToldApplication.shape.agreements,
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
  committeeOnly: true,
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
