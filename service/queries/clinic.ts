import type { AsOf } from '#api/asOf'
import { PersonId, ProviderNumber } from '#events/identifiers'
import { CapacityStatus } from '#events/providerNumber'
import { EffectiveDate } from '#events/time'
import { type AddressCells, addressOf } from '../projections/address.ts'
import { asOf, endOf, knownAt, moment } from '../projections/bitemporal.ts'
import type { Views } from '../projections/views.ts'
import { regimeOn, unitOf } from '../rules/regime.ts'
import { answered, NotFound } from './answered.ts'
import { clinicFigures } from './capacity.ts'
import { capacityTimeline } from './capacityTimeline.ts'
import { eventRows, readerOf } from './eventRows.ts'
import type { AnswerOf, Query } from './query.ts'

const latestEvents = 40

type Answer = AnswerOf<'clinic'>
type Period = { effective_from: string; effective_to: string }
type AddressRow = AddressCells & Period & { address: string; kind: string; role: string }
type ProviderRow = { number: string; holder: string; status: string }

/** One clinic: capacity, numbers and their competences, places with their periods, history. */
export const clinic: Query<'clinic'> = (views, at, scope, { clinic: id }, world) => {
  const figures = clinicFigures(views, at, id).get(id)
  if (figures === undefined) throw new NotFound(`Clinic ${id}`)
  const regime = regimeOn(at.effectiveOn)
  return {
    at: answered(views, at),
    clinic: id,
    name: figures.name,
    formOfPractice: figures.form,
    regime,
    unit: unitOf(regime),
    capacity: figures.capacity,
    bySpecialty: figures.bySpecialty.map(({ specialty, amount }) => ({ specialty, capacity: amount })),
    capacityTimeline: [...capacityTimeline(views, at, id, world)],
    providers: providersOf(views, at, id),
    addresses: addressesOf(views, at, id),
    events: [
      ...eventRows(
        views,
        moment(at).known,
        readerOf(scope, world),
        [{ sql: 'e.clinic = :clinic', values: { clinic: id } }],
        latestEvents,
      ),
    ],
  }
}

function providersOf(views: Views, at: AsOf, clinicId: string): Answer['providers'] {
  const parameters = { clinic: clinicId, ...moment(at) }
  const hours = views
    .statement<{ number: string; hours: number }>(
      `SELECT h.number, sum(h.hours) AS hours FROM provider_hours h JOIN provider p ON p.number = h.number
       WHERE p.clinic = :clinic AND ${asOf('p')} AND ${asOf('h')} GROUP BY h.number`,
    )
    .all(parameters)
  const competences = views
    .statement<{ person: string; target: string }>(
      `SELECT DISTINCT c.person, c.target FROM competence c JOIN provider p ON p.holder = c.person
       WHERE p.clinic = :clinic AND ${asOf('p')} AND ${asOf('c')} AND (c.expires_on IS NULL OR c.expires_on >= :on) ORDER BY c.target`,
    )
    .all(parameters)
  const agreements = views
    .statement<{ provider: string; agreement: string; school: string; name: string | null; hours: number }>(
      `SELECT g.provider, g.agreement, g.school, s.name, g.hours FROM riding_agreement g
       JOIN provider p ON p.number = g.provider LEFT JOIN riding_school s ON s.school = g.school AND ${asOf('s')}
       WHERE p.clinic = :clinic AND g.status <> 'ended' AND ${asOf('p')} AND ${asOf('g')} ORDER BY g.agreement`,
    )
    .all(parameters)
  return views
    .statement<ProviderRow>(
      `SELECT p.number, p.holder, p.status FROM provider p WHERE p.clinic = :clinic AND ${asOf('p')} ORDER BY p.number`,
    )
    .all(parameters)
    .map(({ number, holder, status }) => ({
      number: ProviderNumber.parse(number),
      holder: PersonId.parse(holder),
      status: CapacityStatus.parse(status),
      hoursTenths:
        regimeOn(at.effectiveOn) === 'HOURS' ? (hours.find((row) => row.number === number)?.hours ?? null) : null,
      competences: competences.filter(({ person }) => person === holder).map(({ target }) => target),
      agreements: agreements
        .filter(({ provider }) => provider === number)
        .map(({ agreement, school, name, hours: hoursTenths }) => ({
          agreement,
          school,
          schoolName: name ?? school,
          hoursTenths,
        })),
      ...stayAt(views, at, number, clinicId),
    }))
}

/** The unbroken time of a number in a clinic that holds the date: its rows of any holder and status, joined. */
function stayAt(views: Views, at: AsOf, number: string, clinicId: string) {
  const rows = views
    .statement<Period>(
      `SELECT p.effective_from, p.effective_to FROM provider p
       WHERE p.number = :number AND p.clinic = :clinic AND ${knownAt('p')} ORDER BY p.effective_from`,
    )
    .all({ number, clinic: clinicId, known: moment(at).known })
  return joined(rows, at.effectiveOn)
}

/** The period around a date, made of all that touch. */
function joined(
  rows: readonly Period[],
  on: EffectiveDate,
): { readonly from: EffectiveDate; readonly to: EffectiveDate | null } {
  let [from, to] = [String(on), String(on)]
  let found = false
  for (const row of rows) {
    if (row.effective_from <= on && on < row.effective_to && !found) {
      ;[from, to, found] = [row.effective_from, row.effective_to, true]
    } else if (found && row.effective_from === to) to = row.effective_to
  }
  for (const row of rows.toReversed()) if (row.effective_to === from) from = row.effective_from
  return { from: EffectiveDate.parse(from), to: EffectiveDate.nullable().parse(endOf(to)) }
}

/** Every place of the clinic that the service knows of, past and future ones included, the latest first. */
function addressesOf(views: Views, at: AsOf, clinicId: string): Answer['addresses'] {
  return views
    .statement<AddressRow>(
      `SELECT a.* FROM practice_address a WHERE a.clinic = :clinic AND ${knownAt('a')} ORDER BY a.effective_from DESC, a.role`,
    )
    .all({ clinic: clinicId, known: moment(at).known })
    .map((row) => ({
      addressId: row.address,
      kind: row.kind === 'main' ? 'main' : 'extra',
      address: addressOf(row),
      from: EffectiveDate.parse(row.effective_from),
      to: EffectiveDate.nullable().parse(endOf(row.effective_to)),
    }))
}
