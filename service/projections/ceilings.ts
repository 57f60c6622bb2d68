import { type BitemporalTable, bitemporal } from './bitemporal.ts'
import type { Projection } from './projection.ts'

/** Who is employed under a number (section 24), in tenths of hours a week. */
export const employmentTable = bitemporal({
  name: 'employment',
  columns: { number: 'TEXT', employee: 'TEXT', hours: 'INTEGER' },
  indexed: ['number'],
})

/** Turnover ceilings in øre a year, to 2023-12-31 (S_NYOK). */
export const turnoverCeilingTable = bitemporal({
  name: 'turnover_ceiling',
  columns: { number: 'TEXT', oere: 'INTEGER' },
  indexed: ['number'],
})

/** Payment ceilings that the committee imposed, in øre, for everything or for each patient. */
export const paymentCeilingTable = bitemporal({
  name: 'payment_ceiling',
  columns: { number: 'TEXT', oere: 'INTEGER', basis: 'TEXT', until: 'TEXT', ruling: 'TEXT' },
  indexed: ['number'],
})

const tables: readonly BitemporalTable[] = [employmentTable, turnoverCeilingTable, paymentCeilingTable]
const idOf = (stream: string) => stream.slice(stream.indexOf('-') + 1)
const employmentKey = (number: string, employee: string) => `${number}.${employee}`

/** Employment and ceilings: economics, for the committee and its secretariat only. */
export const ceilingsProjection: Projection = {
  name: 'ceilings',
  version: 1,
  tables,
  on: {
    Section24EmploymentRegistered(write, { stream, data }) {
      const number = idOf(stream)
      const { employee, hoursTenths: hours } = data
      write.put(employmentTable, employmentKey(number, employee), { number, employee, hours })
    },
    Section24EmploymentEnded(write, { stream, data }) {
      write.end(employmentTable, employmentKey(idOf(stream), data.employee))
    },
    TurnoverCeilingSet(write, { stream, data }) {
      const number = idOf(stream)
      write.put(turnoverCeilingTable, number, { number, oere: data.oerePerYear }, { until: data.until })
    },
    TurnoverCeilingLapsed(write, { stream }) {
      write.end(turnoverCeilingTable, idOf(stream))
    },
    PaymentCeilingImposed(write, { stream, data }) {
      const number = idOf(stream)
      const { oere, basis, until, ruling } = data
      write.put(paymentCeilingTable, number, { number, oere, basis, until, ruling }, { until })
    },
    PaymentCeilingLifted(write, { stream }) {
      write.end(paymentCeilingTable, idOf(stream))
    },
    /** Only a wrong date concerns these tables; the other corrections are of the number itself. */
    ProviderNumberCorrected(write, { corrects, data }) {
      const { change } = data
      if (change.field !== 'effectiveFrom' || corrects === undefined) return
      for (const table of tables) {
        const keys = write.views
          .statement<{ key: string }>('SELECT DISTINCT key FROM facts WHERE event = :event AND view = :view')
          .all({ event: corrects, view: table.name })
        for (const { key } of keys) write.amend(table, key, corrects, { from: change.new })
      }
    },
    ProviderNumberVoided: (write) => write.voidCorrected(tables),
  },
}
