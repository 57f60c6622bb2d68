import { bitemporal } from './bitemporal.ts'
import { stepDay } from './danishDay.ts'
import type { Projection, Writer } from './projection.ts'

/** Hearings, one per municipality, case and round. */
export const consultationTable = bitemporal({
  name: 'consultation',
  columns: {
    consultation: 'TEXT',
    case_id: 'TEXT',
    municipality: 'TEXT',
    round: 'INTEGER',
    questions: 'TEXT',
    sent_on: 'TEXT',
    due_on: 'TEXT',
    lapsed: 'INTEGER',
    reminded_on: 'TEXT',
    /** A later deadline that was asked for and the answer to it, as JSON. */
    request: 'TEXT',
  },
  indexed: ['case_id', 'municipality'],
})

/** Municipalities that a person decided not to ask in a round. */
export const consultationExemptTable = bitemporal({
  name: 'consultation_exempt',
  columns: {
    case_id: 'TEXT',
    municipality: 'TEXT',
    round: 'INTEGER',
    reason: 'TEXT',
    decided_on: 'TEXT',
    user: 'TEXT',
    role: 'TEXT',
  },
  indexed: ['case_id'],
})

/** Answers; one is never edited, a second stands beside the first. */
export const consultationAnswerTable = bitemporal({
  name: 'consultation_answer',
  columns: {
    consultation: 'TEXT',
    number: 'INTEGER',
    position: 'TEXT',
    text: 'TEXT',
    answered_on: 'TEXT',
    late: 'INTEGER',
    came_by: 'TEXT',
    /** What it is about, what is enclosed, and the scenario beside the application, as JSON. */
    topics: 'TEXT',
    attachments: 'TEXT',
    counter: 'TEXT',
  },
  indexed: ['consultation'],
})

const idOf = (stream: string) => stream.slice(stream.indexOf('-') + 1)

/** Hearings and their answers. */
export const consultationProjection: Projection = {
  name: 'consultation',
  version: 2,
  tables: [consultationTable, consultationAnswerTable, consultationExemptTable],
  on: {
    ConsultationSent(write, event) {
      const { case: case_id, municipality, round, questions, dueOn: due_on } = event.data
      const consultation = idOf(event.stream)
      const from = stepDay(event)
      const nothing = { lapsed: 0, reminded_on: null, request: null }
      const cells = { consultation, case_id, municipality, round, questions, sent_on: from, due_on, ...nothing }
      write.put(consultationTable, consultation, cells, { from })
      write.end(consultationExemptTable, consultation, from)
    },
    ConsultationNotRequired(write, event) {
      const { case: case_id, municipality, round, reason } = event.data
      const { userId: user, role } = event.metadata.actor
      const from = stepDay(event)
      const cells = { case_id, municipality, round, reason, decided_on: from, user, role }
      write.put(consultationExemptTable, idOf(event.stream), cells, { from })
    },
    ConsultationReminderSent(write, event) {
      const on = stepDay(event)
      write.patch(consultationTable, idOf(event.stream), { reminded_on: on }, on)
    },
    ConsultationExtensionRequested(write, event) {
      const on = stepDay(event)
      const request = JSON.stringify({ ...event.data, askedOn: on, declined: null })
      write.patch(consultationTable, idOf(event.stream), { request }, on)
    },
    ConsultationExtensionDeclined(write, event) {
      const consultation = idOf(event.stream)
      const asked = requestOf(write, consultation)
      const request = asked === null ? null : JSON.stringify({ ...asked, declined: event.data.reason })
      write.patch(consultationTable, consultation, { request }, stepDay(event))
    },
    ConsultationDeadlineExtended(write, event) {
      const cells = { due_on: event.data.new, lapsed: 0, request: null }
      write.patch(consultationTable, idOf(event.stream), cells, stepDay(event))
    },
    ConsultationAnswered(write, event) {
      const { position, text, answeredOn: answered_on, late, cameBy: came_by } = event.data
      const enclosed = {
        topics: JSON.stringify(event.data.topics),
        attachments: JSON.stringify(event.data.attachments),
        counter: event.data.counterProposal === null ? null : JSON.stringify(event.data.counterProposal),
      }
      const consultation = idOf(event.stream)
      const said = { number: event.number, position, text, answered_on, late: late ? 1 : 0, came_by }
      write.put(consultationAnswerTable, event.id, { consultation, ...said, ...enclosed }, { from: stepDay(event) })
      // Who has answered needs no more time.
      if (requestOf(write, consultation) !== null)
        write.patch(consultationTable, consultation, { request: null }, stepDay(event))
    },
    ConsultationClosedWithoutAnswer(write, event) {
      write.patch(consultationTable, idOf(event.stream), { lapsed: 1 }, stepDay(event))
    },
  },
}

/** The request that stands, as its event left it. */
function requestOf(write: Writer, consultation: string): object | null {
  const row = write.views
    .statement<{ request: string | null }>(
      'SELECT request FROM consultation WHERE key = :consultation ORDER BY recorded_to DESC, effective_from DESC LIMIT 1',
    )
    .get({ consultation })
  return row?.request == null ? null : Object(JSON.parse(row.request))
}
