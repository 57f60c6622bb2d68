import { bitemporal } from './bitemporal.ts'
import { stepDay } from './danishDay.ts'
import type { Projection } from './projection.ts'

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
  },
  indexed: ['case_id', 'municipality'],
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
  },
  indexed: ['consultation'],
})

const idOf = (stream: string) => stream.slice(stream.indexOf('-') + 1)

/** Hearings and their answers. */
export const consultationProjection: Projection = {
  name: 'consultation',
  version: 1,
  tables: [consultationTable, consultationAnswerTable],
  on: {
    ConsultationSent(write, event) {
      const { case: case_id, municipality, round, questions, dueOn: due_on } = event.data
      const consultation = idOf(event.stream)
      const from = stepDay(event)
      const cells = { consultation, case_id, municipality, round, questions, sent_on: from, due_on, lapsed: 0 }
      write.put(consultationTable, consultation, cells, { from })
    },
    ConsultationDeadlineExtended(write, event) {
      write.patch(consultationTable, idOf(event.stream), { due_on: event.data.new }, stepDay(event))
    },
    ConsultationAnswered(write, event) {
      const { position, text, answeredOn: answered_on, late, cameBy: came_by } = event.data
      const consultation = idOf(event.stream)
      const cells = { consultation, number: event.number, position, text, answered_on, late: late ? 1 : 0, came_by }
      write.put(consultationAnswerTable, event.id, cells, { from: stepDay(event) })
    },
    ConsultationClosedWithoutAnswer(write, event) {
      write.patch(consultationTable, idOf(event.stream), { lapsed: 1 }, stepDay(event))
    },
  },
}
