import { PersonId, ProviderNumber } from '#events/identifiers'
import { EffectiveDate } from '#events/time'
import { type AddressCells, addressOf } from '../projections/address.ts'
import { asOf, endOf, knownAt, moment } from '../projections/bitemporal.ts'
import { answered, NotFound } from './answered.ts'
import { eventRows, readerOf } from './eventRows.ts'
import { coverageOf } from './municipality.ts'
import type { AnswerOf, Query } from './query.ts'

const latestEvents = 40

type SchoolRow = AddressCells & { name: string; approved: number }
type AgreementRow = {
  agreement: string
  therapist: string
  provider: string | null
  status: string
  hours: number
  area: string | null
  accession_date: string | null
}
type Status = AnswerOf<'ridingSchool'>['agreements'][number]['status']
const statuses: readonly Status[] = ['requested', 'permitted', 'started', 'ended']

/** One riding school with its agreements on the date, ended ones included. */
export const ridingSchool: Query<'ridingSchool'> = (views, at, scope, { school: id }, world) => {
  const parameters = { school: id, ...moment(at) }
  const school = views
    .statement<SchoolRow>(`SELECT s.* FROM riding_school s WHERE s.school = :school AND ${asOf('s')}`)
    .get(parameters)
  if (school === undefined) throw new NotFound(`Riding school ${id}`)
  const period = views.statement<{ first: string; ended: string | null }>(
    `SELECT min(g.effective_from) AS first, min(CASE WHEN g.status = 'ended' THEN g.effective_from END) AS ended
     FROM riding_agreement g WHERE g.agreement = :agreement AND ${knownAt('g')}`,
  )
  const agreements = views
    .statement<AgreementRow>(
      `SELECT g.* FROM riding_agreement g WHERE g.school = :school AND ${asOf('g')} ORDER BY g.agreement`,
    )
    .all(parameters)
    .map((row) => {
      const { first, ended } = period.get({ agreement: row.agreement, known: parameters.known }) ?? {
        first: '',
        ended: null,
      }
      return {
        agreement: row.agreement,
        therapist: PersonId.parse(row.therapist),
        provider: ProviderNumber.nullable().parse(row.provider),
        status: statuses.find((status) => status === row.status) ?? 'requested',
        hoursTenths: row.hours,
        accessionDate: EffectiveDate.nullable().parse(row.accession_date),
        area: coverageOf(row.area),
        from: EffectiveDate.parse(first),
        to: EffectiveDate.nullable().parse(ended === null ? null : endOf(ended)),
      }
    })
  return {
    at: answered(views, at),
    school: id,
    name: school.name,
    address: addressOf(school),
    approved: school.approved === 1,
    agreements,
    events: [
      ...eventRows(
        views,
        parameters.known,
        readerOf(scope, world),
        [{ sql: 'e.school = :school', values: { school: id } }],
        latestEvents,
      ),
    ],
  }
}
