import { CaseSubject, clinicOf, placesOf } from '#events/caseSubject'
import type { EventId } from '#events/envelope'
import type { FindingSet } from '#events/finding'
import { bitemporal, factsOf } from './bitemporal.ts'
import { stepDay } from './danishDay.ts'
import type { Cell } from './effectiveTimeline.ts'
import type { Projected, Projection, Writer } from './projection.ts'

/**
 * Application cases. Steps count from the day they were taken; what the application says counts from the day the case
 * was opened, corrections included, so that only the recorded time tells an old answer from a new one.
 */
export const caseTable = bitemporal({
  name: 'case_file',
  columns: {
    case_id: 'TEXT',
    number: 'TEXT',
    region: 'TEXT',
    type: 'TEXT',
    applicant: 'TEXT',
    subject: 'TEXT',
    clinic: 'TEXT',
    received_on: 'TEXT',
    wanted_from: 'TEXT',
    from_municipality: 'TEXT',
    to_municipality: 'TEXT',
    /** Event that holds the latest findings. */
    findings: 'TEXT',
    involved: 'TEXT',
    round: 'INTEGER',
    heard_round: 'INTEGER',
    recommendation: 'TEXT',
    tabled_for: 'TEXT',
    ruling: 'TEXT',
    referred: 'INTEGER',
    withdrawn: 'INTEGER',
    effect: 'TEXT',
    /** Day on which the case was closed; none while it is open. */
    closed_on: 'TEXT',
    /** The earlier case that it is about, what was said against the recommendation, that the ruling was another, and the
     * ruling that was taken back; as JSON. */
    relates: 'TEXT',
    challenge: 'TEXT',
    overturned: 'TEXT',
    ruling_withdrawn: 'TEXT',
    /** The national committee's outcome. */
    national: 'TEXT',
  },
  indexed: ['case_id'],
})

/** Information asked for and not yet supplied. */
export const caseItemTable = bitemporal({
  name: 'case_item',
  columns: { case_id: 'TEXT', item: 'TEXT', due_on: 'TEXT' },
  indexed: ['case_id'],
})

/** Findings as they were computed, whole. */
export const caseFindingsTable = bitemporal({
  name: 'case_findings',
  columns: { case_id: 'TEXT', event: 'TEXT', number: 'INTEGER', findings: 'TEXT' },
  indexed: ['case_id', 'event'],
})

/** Corrections of what an application said. */
export const caseCorrectionTable = bitemporal({
  name: 'case_correction',
  columns: { case_id: 'TEXT', number: 'INTEGER', correction: 'TEXT', reason: 'TEXT', recorded_at: 'TEXT' },
  indexed: ['case_id'],
})

/** Changes of a proposal that was granted and that the register refused. */
const refusedChangeTable = bitemporal({
  name: 'case_refused_change',
  columns: { case_id: 'TEXT', change: 'TEXT', command: 'TEXT', refusal: 'TEXT' },
  indexed: ['case_id'],
})

const idOf = (stream: string) => stream.slice(stream.indexOf('-') + 1)

/** Cases from receipt to effect. */
export const caseProjection: Projection = {
  name: 'case',
  version: 5,
  tables: [caseTable, caseItemTable, caseFindingsTable, caseCorrectionTable, refusedChangeTable],
  on: {
    CaseOpened(write, event) {
      const { case: case_id, number, region, subject, applicant, receivedOn, wantedFrom, relates } = event.data
      const { from, to } = placesOf(subject)
      write.put(
        caseTable,
        case_id,
        {
          case_id,
          number,
          region,
          type: subject.type,
          applicant,
          subject: JSON.stringify(subject),
          clinic: clinicOf(subject),
          received_on: receivedOn,
          wanted_from: wantedFrom,
          from_municipality: from?.municipality ?? null,
          to_municipality: to?.municipality ?? null,
          findings: null,
          involved: null,
          round: 0,
          heard_round: 0,
          recommendation: null,
          tabled_for: null,
          ruling: null,
          referred: 0,
          withdrawn: 0,
          effect: null,
          closed_on: null,
          relates: relates === undefined ? null : JSON.stringify(relates),
          challenge: null,
          overturned: null,
          ruling_withdrawn: null,
          national: null,
        },
        { from: stepDay(event) },
      )
    },
    CaseInformationRequested(write, event) {
      const case_id = idOf(event.stream)
      for (const item of event.data.items) {
        const cells = { case_id, item, due_on: event.data.dueOn }
        write.put(caseItemTable, `${case_id}.${item}`, cells, { from: stepDay(event) })
      }
    },
    CaseInformationSupplied(write, event) {
      for (const item of event.data.items) write.end(caseItemTable, `${idOf(event.stream)}.${item}`, stepDay(event))
    },
    CaseInformationCorrected: correct,
    FindingsComputed(write, event) {
      const case_id = idOf(event.stream)
      const findings = JSON.stringify(event.data.set satisfies FindingSet)
      const from = stepDay(event)
      write.put(caseFindingsTable, event.id, { case_id, event: event.id, number: event.number, findings }, { from })
      step(write, event, { findings: event.id })
    },
    ConsultationProposed(write, event) {
      step(write, event, { involved: JSON.stringify(event.data.involved), round: event.data.round })
    },
    CaseHeard: (write, event) => step(write, event, { heard_round: event.data.round }),
    RecommendationWritten(write, event) {
      const recommendation = JSON.stringify({ ...event.data, recordedAt: event.recordedAt })
      step(write, event, { recommendation, challenge: null })
    },
    RecommendationChallenged: (write, event) => step(write, event, { challenge: JSON.stringify(event.data) }),
    RecommendationOverturned: (write, event) => step(write, event, { overturned: JSON.stringify(event.data) }),
    CaseTabled: (write, event) => step(write, event, { tabled_for: event.data.meetingOn }),
    CasePostponed: (write, event) => step(write, event, { tabled_for: null }),
    CaseWithdrawn: (write, event) => step(write, event, { withdrawn: 1, closed_on: stepDay(event) }),
    CaseRuled(write, event) {
      const { rulingNumber: ruling } = event.data
      step(write, event, { ruling, effect: null, overturned: null, closed_on: stepDay(event) })
    },
    CaseRulingWithdrawn(write, event) {
      const ruling_withdrawn = JSON.stringify(event.data)
      step(write, event, { ruling: null, tabled_for: null, overturned: null, closed_on: null, ruling_withdrawn })
    },
    CaseDecidedNationally(write, event) {
      step(write, event, { national: event.data.outcome, referred: 0, overturned: null })
    },
    CaseReferred: (write, event) => step(write, event, { referred: 1, closed_on: stepDay(event) }),
    CaseChangeRefused(write, event) {
      const case_id = idOf(event.stream)
      const { change, command, code, params } = event.data
      const row = { case_id, change, command, refusal: JSON.stringify({ code, params }) }
      write.put(refusedChangeTable, event.id, row, { from: stepDay(event) })
    },
    CaseEffectApplied(write, event) {
      step(write, event, { effect: JSON.stringify({ applied: true, code: null, params: {} }) })
    },
    CaseEffectRefused(write, event) {
      step(write, event, { effect: JSON.stringify({ applied: false, ...event.data }) })
    },
  },
}

type CaseColumn = keyof typeof caseTable.columns

function step(write: Writer, event: Projected, values: Partial<Readonly<Record<CaseColumn, Cell>>>): void {
  write.patch(caseTable, idOf(event.stream), values, stepDay(event))
}

function correct(write: Writer, event: Projected<'CaseInformationCorrected'>): void {
  const case_id = idOf(event.stream)
  const { correction, reason } = event.data
  const from = stepDay(event)
  const row = { case_id, number: event.number, correction: JSON.stringify(correction), reason }
  write.put(caseCorrectionTable, event.id, { ...row, recorded_at: event.recordedAt }, { from })
  const opened = openingOf(write, case_id)
  if (opened === undefined) return
  switch (correction.field) {
    case 'receivedOn':
      write.amend(caseTable, case_id, opened.event, { values: { received_on: correction.new } })
      break
    case 'wantedFrom':
      write.amend(caseTable, case_id, opened.event, { values: { wanted_from: correction.new } })
      break
    case 'to':
    case 'accessibility':
    case 'previousUntil': {
      const subject = { ...opened.subject, [correction.field]: correction.new }
      const to = correction.field === 'to' ? { to_municipality: correction.new.municipality } : {}
      write.amend(caseTable, case_id, opened.event, { values: { subject: JSON.stringify(subject), ...to } })
      break
    }
    case 'subject': {
      const { from, to } = placesOf(correction.new)
      write.amend(caseTable, case_id, opened.event, {
        values: {
          subject: JSON.stringify(correction.new),
          clinic: clinicOf(correction.new),
          from_municipality: from?.municipality ?? null,
          to_municipality: to?.municipality ?? null,
        },
      })
      break
    }
    default:
      correction satisfies never
  }
}

/** The event that opened the case, and the subject as it was last corrected. */
function openingOf(write: Writer, case_id: string): { event: EventId; subject: CaseSubject } | undefined {
  const row = write.views
    .statement<{ subject: string }>(
      'SELECT subject FROM case_file WHERE key = :case_id ORDER BY recorded_to DESC, effective_from LIMIT 1',
    )
    .get({ case_id })
  const event = factsOf(write.views, caseTable.name, case_id).find(({ kind }) => kind === 'put')?.event
  if (row === undefined || event === undefined) return undefined
  return { event, subject: CaseSubject.parse(JSON.parse(row.subject)) }
}
