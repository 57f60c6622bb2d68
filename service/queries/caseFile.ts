import type { AsOf } from '#api/asOf'
import type { Scope } from '#api/policy'
import { CaseCorrection } from '#events/case'
import { type CaseSubject, clinicOf } from '#events/caseSubject'
import type { FindingSet } from '#events/finding'
import { MunicipalityCode, type RegionCode, ScenarioId } from '#events/identifiers'
import { RecordedAt } from '#events/time'
import { municipalityOf } from '#geo/hierarchy'
import { asOf, moment } from '../projections/bitemporal.ts'
import type { Views } from '../projections/views.ts'
import { addDays, danishDate } from '../rules/calendar.ts'
import { referralUntil } from '../rules/procedure/committeeDecision.ts'
import { consultationDeadline } from '../rules/procedure/consultationProcedure.ts'
import { regimeOn, unitOf } from '../rules/regime.ts'
import { responsibleRegion } from '../rules/responsibleRegion.ts'
import { answered, NotFound } from './answered.ts'
import { clinicFigures } from './capacity.ts'
import { maySee } from './caseAccess.ts'
import { correctionFor, findingsFor, refusedFor, subjectFor } from './caseEconomics.ts'
import { caseLife } from './caseLife.ts'
import { type CaseRecord, caseRecords, isOpen } from './caseRecords.ts'
import { caseRow } from './caseRows.ts'
import { eventRows, readerOf } from './eventRows.ts'
import { earlierRows, hearingRows } from './hearingRows.ts'
import { planInForce } from './planInForce.ts'
import type { AnswerOf, Query, World } from './query.ts'
import { relocationEffects } from './relocationEffects.ts'
import { namedAgreements, namedSchools, ridingEffects } from './ridingEffects.ts'
import { docketRevision, type IssuedRuling, rulingOf } from './rulings.ts'
import { revisionOf } from './streamRevision.ts'

type Answer = AnswerOf<'caseFile'>
const allEvents = 500
/** Days from receipt in which a party may demand referral, where no rule set says otherwise (S_SU). */
const usualReferralDays = 14

/** Everything on the case page. What the asker must not know of is not there. */
export const caseFile: Query<'caseFile'> = (views, at, scope, { case: id }, world) => {
  const record = caseRecords(views, at, id)[0]
  if (record === undefined || !maySee(scope, record)) throw new NotFound(`Case ${id}`)
  const { subject, region } = record
  const ruling = rulingOf(views, at, record)
  const open = isOpen(record)
  const committee = responsibleRegion(region, world.today)
  return {
    at: answered(views, at),
    row: caseRow(record),
    revision: revisionOf(views, `case-${id}`),
    subject: subjectFor(scope, subject),
    clinicName: clinicName(views, at, record),
    corrections: correctionsOf(views, at, id, scope),
    missing: [...record.missing],
    findings: record.findings === null ? null : findingsFor(scope, record.findings),
    earlier: earlierFindings(views, at, record).map((set) => findingsFor(scope, set)),
    stale: open && isStale(views, at, record),
    committee,
    docketRevision: docketRevision(views, at, committee),
    involved: [...record.involved],
    round: record.round,
    consultations: hearingRows(views, at, scope, record, world.today),
    answerBy: open ? answerBy(views, at, record, world) : null,
    earlierRounds: earlierRows(views, at, scope, record, world.today),
    recommendation: recommendationOf(record, scope, ruling),
    tabledFor: record.tabledFor,
    ...caseLife(views, at, scope, record, world),
    ruling:
      ruling === null ? null : rulingRow(views, at, { ...ruling, known: findingsFor(scope, ruling.known) }, region),
    // Stored from a checked event.
    effect:
      record.effect === null ? null : refusedFor(scope, JSON.parse(record.effect) as NonNullable<Answer['effect']>),
    scenario: open ? ScenarioId.parse(`case-${id}`) : null,
    unit: unitOf(regimeOn(record.wantedFrom)),
    effects: effectsOf(views, at, record, world),
    ...ridingOf(views, at, record, world),
    events: [
      ...eventRows(
        views,
        moment(at).known,
        readerOf(scope, world),
        [{ sql: 'e.case_id = :case', values: { case: id } }],
        allEvents,
      ),
    ],
  }
}

function clinicName(views: Views, at: AsOf, { subject }: CaseRecord): string | null {
  const clinic = clinicOf(subject)
  if (clinic !== null) return clinicFigures(views, at, clinic).get(clinic)?.name ?? null
  if (!('provider' in subject) || subject.provider === null) return null
  return (
    views
      .statement<{ name: string }>(
        `SELECT c.name FROM provider p JOIN clinic c ON c.clinic = p.clinic WHERE p.number = :number AND ${asOf('p')} AND ${asOf('c')}`,
      )
      .get({ number: subject.provider, ...moment(at) })?.name ?? null
  )
}

function correctionsOf(views: Views, at: AsOf, id: string, scope: Scope): Answer['corrections'] {
  return views
    .statement<{ correction: string; reason: string; recorded_at: string }>(
      `SELECT k.correction, k.reason, k.recorded_at FROM case_correction k WHERE k.case_id = :id AND ${asOf('k')} ORDER BY k.number`,
    )
    .all({ id, ...moment(at) })
    .map(({ correction, reason, recorded_at }) => ({
      correction: correctionFor(scope, CaseCorrection.parse(JSON.parse(correction))),
      reason,
      recordedAt: RecordedAt.parse(recorded_at),
    }))
}

function earlierFindings(views: Views, at: AsOf, { case: id, findingsEvent }: CaseRecord): FindingSet[] {
  return (
    views
      .statement<{ findings: string }>(
        `SELECT f.findings FROM case_findings f WHERE f.case_id = :id AND f.event <> :latest AND ${asOf('f')} ORDER BY f.number DESC`,
      )
      .all({ id, latest: findingsEvent ?? '', ...moment(at) })
      // Checked when the event was read from the log.
      .map(({ findings }) => JSON.parse(findings) as FindingSet)
  )
}

/**
 * True when the clinic, the provider number, the plan or the riding ledger that the findings rest on was recorded on
 * after them. What happens to the case, its hearings and the docket is no sign: reactors look at the findings again then,
 * and store them when they differ.
 */
function isStale(views: Views, at: AsOf, record: CaseRecord): boolean {
  if (record.findingsEvent === null) return false
  const { subject } = record
  const clinic = clinicOf(subject) ?? ''
  const provider = ('provider' in subject ? subject.provider : null) ?? ''
  const newer = views
    .statement(
      `SELECT 1 FROM event e
       WHERE e.number > (SELECT number FROM event WHERE id = :findings) AND e.recorded_at <= :known AND (
         (e.clinic = :clinic AND e.case_id IS NULL) OR (e.clinic = :clinic AND e.stream LIKE 'practiceAddress-%')
         OR (:riding = 1 AND e.case_id IS NOT :case AND (e.stream LIKE 'ridingAgreement-%' OR e.stream LIKE 'ridingSchool-%'))
         OR e.stream IN ('providerNumber-' || :provider, 'plan-' || :judging, 'krCapacity-' || :region, 'krCapacity-' || :judging)
       ) LIMIT 1`,
    )
    .get({
      findings: record.findingsEvent,
      known: moment(at).known,
      clinic,
      provider,
      region: record.region,
      judging: responsibleRegion(record.region, record.wantedFrom),
      case: record.case,
      // Anybody's riding hours are part of the region's total.
      riding: touchesRiding(subject) ? 1 : 0,
    })
  return newer !== undefined
}

/** True for an application whose findings rest on the riding ledger. */
function touchesRiding(subject: CaseSubject): boolean {
  return (
    /^A(7|8|9|10)$/.test(subject.type) ||
    ('schools' in subject && subject.schools.length > 0) ||
    ('agreements' in subject && subject.agreements.length > 0)
  )
}

/** The secretariat's proposal is the committee's paper until it has ruled. */
function recommendationOf(record: CaseRecord, scope: Scope, ruling: IssuedRuling | null): Answer['recommendation'] {
  const isPaper = scope.role === 'municipality' && ruling === null
  // Stored from a checked event.
  return record.recommendation === null || isPaper
    ? null
    : (JSON.parse(record.recommendation) as NonNullable<Answer['recommendation']>)
}

function rulingRow(views: Views, at: AsOf, ruling: IssuedRuling, region: RegionCode): Answer['ruling'] {
  const { number, committee, outcome, reasons, conditions, derogations } = ruling
  const { effectiveFrom, participants, recordedAt, known } = ruling
  const plan = planInForce(views, responsibleRegion(region, effectiveFrom), { ...at, effectiveOn: effectiveFrom })
  const until = referralUntil(danishDate(recordedAt), plan?.parameters.referralDays ?? usualReferralDays)
  const said = { number, committee, outcome, reasons, conditions, derogations }
  return { ...said, effectiveFrom, participants, recordedAt, known, referralUntil: until }
}

/** By the rule set that the application is judged by, as sending it does. */
function answerBy(views: Views, at: AsOf, { region, wantedFrom }: CaseRecord, { today }: World): Answer['answerBy'] {
  const plan = planInForce(views, responsibleRegion(region, wantedFrom), { ...at, effectiveOn: wantedFrom })
  return plan === null ? null : consultationDeadline(today, plan.parameters.caseDays)
}

function effectsOf(views: Views, at: AsOf, record: CaseRecord, { geography }: World): Answer['effects'] {
  const { subject, wantedFrom } = record
  if (subject.type !== 'A3') return []
  const onDate = { ...at, effectiveOn: wantedFrom }
  return relocationEffects(views, onDate, subject).map(({ code, ...figures }) => ({
    municipality: MunicipalityCode.parse(code),
    name: municipalityOf(geography.areas, code)?.name ?? code,
    ...figures,
  }))
}

/** Riding schools and agreements that the application names, and what it does to the hours of the municipalities. */
function ridingOf(
  views: Views,
  at: AsOf,
  record: CaseRecord,
  { geography }: World,
): Pick<Answer, 'schools' | 'agreements' | 'ridingEffects'> {
  const { subject, wantedFrom } = record
  // Once the case is closed, its own change may stand in the register from that date: the day before is without it.
  const without = { ...at, effectiveOn: isOpen(record) ? wantedFrom : addDays(wantedFrom, -1) }
  const agreements = namedAgreements(views, without, subject)
  const schools = namedSchools(views, without, subject, agreements)
  return {
    schools: [...schools],
    agreements: [...agreements],
    ridingEffects: ridingEffects(views, without, subject, schools, agreements).map(({ code, ...hours }) => ({
      municipality: code,
      name: municipalityOf(geography.areas, code)?.name ?? code,
      ...hours,
    })),
  }
}
