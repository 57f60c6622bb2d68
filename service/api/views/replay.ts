import { z } from 'zod'
import { Derogation, Participants, RulingOutcome } from '#events/docket'
import { Finding } from '#events/finding'
import { CaseId, MunicipalityCode, RegionCode } from '#events/identifiers'
import { EffectiveDate, RecordedAt } from '#events/time'
import { Answered } from '../asOf.ts'
import { view } from '../definitions.ts'
import { CaseRow, ConsultationRow } from './case.ts'
import { EventRow } from './events.ts'
import { ToldApplication } from './toldApplication.ts'

/** Number of a ruling, unique within its year. */
const RulingNumber = z.string().regex(/^\d{4}-\d{4}$/)

/** A ruling as lists and the replay show it. */
export const IssuedRulingRow = z.object({
  number: RulingNumber,
  /** Region whose committee ruled. */
  committee: RegionCode,
  outcome: RulingOutcome,
  reasons: z.string(),
  conditions: z.array(z.string()),
  derogations: z.array(Derogation),
  effectiveFrom: EffectiveDate,
  participants: Participants,
  recordedAt: RecordedAt,
  /** True when the committee took it back. */
  withdrawn: z.boolean(),
})
export type IssuedRulingRow = z.infer<typeof IssuedRulingRow>

/** What the register is asked about a case; the figure's `about` says of whom. */
export const FigureKey = z.enum([
  'clinicName',
  'clinicPlace',
  'clinicCapacity',
  'clinicNumbers',
  'numberHolder',
  'numberStatus',
  'numberClinic',
  'municipalityBefore',
  'municipalityAfter',
  'clinicsBefore',
  'clinicsAfter',
  'schoolName',
  'schoolPlace',
  'agreementHours',
  'ridingBefore',
  'ridingAfter',
])
export type FigureKey = z.infer<typeof FigureKey>

/** Null when it is not known. */
const Said = z.union([z.string(), z.number()]).nullable()

/** A hearing as both sides show it: only what was sent and answered. */
export const ReplayedHearing = ConsultationRow.pick({
  state: true,
  exempt: true,
  sentOn: true,
  dueOn: true,
  questions: true,
  answers: true,
})
export type ReplayedHearing = z.infer<typeof ReplayedHearing>

/** Part of a finding that can differ. */
export const FindingPart = z.enum(['outcome', 'figures', 'parameters', 'explanation', 'evidence', 'rule'])
export type FindingPart = z.infer<typeof FindingPart>

/**
 * A case as the committee knew it when it ruled, beside what is known now about the same date. Now is without what this
 * very ruling did to the register, or it would be compared with its own consequence.
 */
export const rulingReplayView = view({
  path: '/views/ruling-replay',
  action: 'case.read',
  committeeOnly: true,
  params: z.object({
    case: CaseId,
    /** One of several rulings of the case; the latest when left out. */
    ruling: RulingNumber.optional(),
  }),
  response: z.object({
    at: Answered,
    row: CaseRow,
    ruling: IssuedRulingRow,
    /** Numbers of all rulings of the case, the earliest first. */
    rulings: z.array(RulingNumber),
    /** The pair of times that the committee stood at: everything recorded up to `knownAt` was known. */
    moment: z.object({
      effectiveOn: EffectiveDate,
      knownAt: RecordedAt,
      ruledOn: EffectiveDate,
      ruleSet: z.string(),
      ruleSetVersion: z.int(),
    }),
    now: z.object({ ruleSet: z.string().nullable(), ruleSetVersion: z.int().nullable() }),
    /**
     * The digest of everything shown as known at the ruling, as stored in the log and as computed again for this answer.
     * The digests themselves are null for who does not see all that they are made from.
     */
    seal: z.object({
      scheme: z.int(),
      stored: z.string().nullable(),
      sealedAt: RecordedAt.nullable(),
      again: z.string().nullable(),
      /** Null while nothing is stored. */
      holds: z.boolean().nullable(),
    }),
    application: z.object({
      known: ToldApplication,
      now: ToldApplication,
      /** Names of the parts that differ: of the subject, or `receivedOn`, `wantedFrom`. */
      changed: z.array(z.string()),
      events: z.array(EventRow),
    }),
    figures: z.array(
      z.object({
        key: FigureKey,
        about: z.string(),
        /** Name of what it is about, where it has one. */
        name: z.string().nullable(),
        known: Said,
        now: Said,
        changed: z.boolean(),
        events: z.array(EventRow),
      }),
    ),
    findings: z.array(
      z.object({
        rule: z.string(),
        known: Finding.nullable(),
        now: Finding.nullable(),
        changed: z.array(FindingPart),
        events: z.array(EventRow),
      }),
    ),
    hearings: z.array(
      z.object({
        municipality: MunicipalityCode,
        round: z.int(),
        known: ReplayedHearing.nullable(),
        now: ReplayedHearing.nullable(),
        changed: z.boolean(),
        events: z.array(EventRow),
      }),
    ),
    recommendation: z.object({ text: z.string(), outcome: RulingOutcome }).nullable(),
    missing: z.array(z.string()),
    /** Everything recorded about the case itself since, the newest first. */
    since: z.array(EventRow),
  }),
})

/** Every ruling within the asker's reach, the newest first. */
export const rulingsView = view({
  path: '/views/rulings',
  action: 'case.read',
  params: z.object({ region: RegionCode.optional(), municipality: MunicipalityCode.optional() }),
  response: z.object({
    at: Answered,
    rows: z.array(
      IssuedRulingRow.extend({
        case: CaseId,
        caseNumber: z.string(),
        type: CaseRow.shape.type,
        applicant: z.string(),
        fromMunicipality: MunicipalityCode.nullable(),
        toMunicipality: MunicipalityCode.nullable(),
        ruledOn: EffectiveDate,
      }),
    ),
  }),
})
