import type { AsOf } from '#api/asOf'
import type { Scope } from '#api/policy'
import type { ReplayedHearing } from '#api/views/replay'
import { ToldApplication } from '#api/views/toldApplication'
import type { CaseEvent } from '#events/case'
import { clinicOf } from '#events/caseSubject'
import type { MunicipalityCode } from '#events/identifiers'
import { digestOf } from '../canonical.ts'
import { asOf, moment } from '../projections/bitemporal.ts'
import type { Views } from '../projections/views.ts'
import { type CaseRecord, caseRecords } from '../queries/caseRecords.ts'
import { hearingRows } from '../queries/hearingRows.ts'
import type { AnswerOf, World } from '../queries/query.ts'
import { namedAgreements, namedSchools } from '../queries/ridingEffects.ts'
import { regimeOn, unitOf } from '../rules/regime.ts'
import { type Figure, figuresOf } from './figures.ts'
import type { Ruled } from './ruledCase.ts'

/** One municipality's hearing, with what tells it from the others. */
export interface KnownHearing {
  readonly municipality: MunicipalityCode
  readonly round: number
  readonly hearing: ReplayedHearing
}

/** What is known of a case at a pair of times, besides its findings. */
export interface Knowledge {
  readonly record: CaseRecord
  readonly application: ToldApplication
  readonly figures: readonly Figure[]
  readonly hearings: readonly KnownHearing[]
  readonly recommendation: AnswerOf<'rulingReplay'>['recommendation']
  readonly missing: readonly string[]
}

/** Where a case is looked at: what it had come to, what the register said, and for whom. */
interface Look {
  /** The pair of times for the case and its hearings. */
  readonly procedure: AsOf
  /** The pair of times for the register. */
  readonly register: AsOf
  readonly scope: Scope
}

/**
 * What is known of the case. `register` are the views to ask about the register, without the case's own change; the case
 * and its hearings are read from `views`. Null for a case that was not known then.
 */
export function knowledgeOf(
  views: Views,
  register: Views,
  { data }: Ruled,
  look: Look,
  { today }: Pick<World, 'today'>,
): Knowledge | null {
  const record = caseRecords(views, look.procedure, data.case)[0]
  if (record === undefined) return null
  const recommended = record.recommendation
  return {
    record,
    application: applicationOf(register, look.register, record),
    figures: figuresOf(register, look.register, record.subject),
    hearings: hearingRows(views, look.procedure, look.scope, record, today).map(
      ({ municipality, round, state, exempt, sentOn, dueOn, questions, answers }) => ({
        municipality,
        round,
        hearing: { state, exempt, sentOn, dueOn, questions, answers },
      }),
    ),
    recommendation: recommended === null ? null : recommendationOf(recommended),
    missing: record.missing.map(({ item }) => item),
  }
}

/** The moment before the ruling: nothing that was recorded later has any part in it. */
export function beforeRuling(ruled: Ruled, scope: Scope): Look {
  const recordedAt = ruled.knownAt
  return {
    procedure: { effectiveOn: ruled.ruledOn, recordedAt },
    register: { effectiveOn: ruled.data.known.effectiveOn, recordedAt },
    scope,
  }
}

/** Number of the rules by which sealed content is put together; a change of what is sealed is a new scheme. */
export const SEAL_SCHEME = 1

/** Who sees everything: a seal is over all of it, whoever asks. */
const everything: Scope = { role: 'system', reach: 'all', organisation: null, regions: [] }

/**
 * Digest of everything that is shown as known at the ruling, scheme 1: application, figures of the register, findings,
 * hearings, recommendation and missing information. Made from the log as it stood, so that nothing recorded later moves it.
 */
export function sealOf(views: Views, ruled: Ruled, world: Pick<World, 'today'>): string | null {
  const knowledge = knowledgeOf(views, views, ruled, beforeRuling(ruled, everything), world)
  return knowledge === null ? null : digestOf(sealed(ruled, knowledge))
}

function sealed({ data }: Ruled, { record, application, figures, hearings, recommendation, missing }: Knowledge) {
  const { case: id, number, region, type, applicant } = record
  return {
    scheme: SEAL_SCHEME,
    case: { id, number, region, type, applicant },
    application,
    figures: figures.map(({ key, about, name, said }) => ({ key, about, name, said })),
    findings: data.known,
    // Picked one by one: what hearings come to show later is no part of this scheme.
    hearings: hearings.map(
      ({ municipality, round, hearing: { state, exempt, sentOn, dueOn, questions, answers } }) => ({
        municipality,
        round,
        state,
        exempt: exempt === null ? null : { reason: exempt.reason, on: exempt.on },
        sentOn,
        dueOn,
        questions,
        answers: answers.map(({ position, text, answeredOn, late, cameBy, topics, attachments, counterProposal }) => ({
          position,
          text,
          answeredOn,
          late,
          cameBy,
          topics,
          attachments,
          counterProposal,
        })),
      }),
    ),
    recommendation,
    missing,
  }
}

function recommendationOf(stored: string): Knowledge['recommendation'] {
  // Stored from a checked event.
  const { text, outcome } = JSON.parse(stored) as Extract<CaseEvent, { type: 'RecommendationWritten' }>['data']
  return { text, outcome }
}

function applicationOf(register: Views, at: AsOf, record: CaseRecord): ToldApplication {
  const { subject, receivedOn, wantedFrom } = record
  const agreements = namedAgreements(register, at, subject)
  return {
    subject,
    receivedOn,
    wantedFrom,
    clinicName: clinicName(register, at, record),
    unit: unitOf(regimeOn(wantedFrom)),
    schools: ToldApplication.shape.schools.parse(namedSchools(register, at, subject, agreements)),
    agreements: ToldApplication.shape.agreements.parse(agreements),
  }
}

function clinicName(register: Views, at: AsOf, { subject }: CaseRecord): string | null {
  const provider = 'provider' in subject ? subject.provider : null
  return (
    register
      .statement<{ name: string }>(
        `SELECT c.name FROM clinic c WHERE ${asOf('c')} AND c.clinic = coalesce(:clinic,
           (SELECT p.clinic FROM provider p WHERE p.number = :provider AND ${asOf('p')}))`,
      )
      .get({ clinic: clinicOf(subject), provider, ...moment(at) })?.name ?? null
  )
}
