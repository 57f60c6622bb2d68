import type { AsOf } from '#api/asOf'
import { ClinicId, SchoolId } from '#events/identifiers'
import { CoverageArea } from '#events/ridingAgreement'
import { type AddressCells, addressOf } from '../projections/address.ts'
import { asOf, moment } from '../projections/bitemporal.ts'
import type { Views } from '../projections/views.ts'
import { regimeOn, unitOf } from '../rules/regime.ts'
import { answered, NotFound } from './answered.ts'
import { clinicFigures } from './capacity.ts'
import { concerns, maySee } from './caseAccess.ts'
import { caseRecords } from './caseRecords.ts'
import { caseRow } from './caseRows.ts'
import { eventRows, readerOf } from './eventRows.ts'
import { municipalityFigures } from './municipalityFigures.ts'
import type { AnswerOf, Query } from './query.ts'

const latestEvents = 20

/** One municipality: its figures, what lies in it, and what happened there. */
export const municipality: Query<'municipality'> = (views, at, scope, { code }, world) => {
  const { areas } = world.geography
  const rows = municipalityFigures(views, at, scope, world)
  const row = rows.find((one) => one.code === code)
  if (row === undefined) throw new NotFound(`Municipality ${code}`)
  const values = rows.flatMap(({ per10000 }) => per10000 ?? [])
  const clinics = [...clinicFigures(views, at).values()].filter((clinic) => clinic.municipality === code)
  const here = { sql: '(e.municipality = :here OR e.other_municipality = :here)', values: { here: code } }
  return {
    at: answered(views, at),
    unit: unitOf(regimeOn(at.effectiveOn)),
    row,
    regionName: areas.regions.find((region) => region.code === row.region)?.name ?? null,
    formerCounties: areas.counties
      .filter(({ municipalitiesWhole, municipalitiesPart }) =>
        [...municipalitiesWhole, ...municipalitiesPart].includes(code),
      )
      .map(({ name }) => name),
    rank:
      row.per10000 === null
        ? null
        : { at: values.filter((value) => value > (row.per10000 ?? 0)).length + 1, of: values.length },
    clinics: clinics.map(({ clinic, name, address, capacity, providers }) => ({
      clinic: ClinicId.parse(clinic),
      name,
      address,
      capacity,
      providers,
    })),
    schools: schoolsIn(views, at, code),
    cases: caseRecords(views, at)
      .filter((record) => maySee(scope, record) && concerns(record, code))
      .map(caseRow),
    events: [...eventRows(views, moment(at).known, readerOf(scope, world), [here], latestEvents)],
  }
}

type SchoolRow = AddressCells & { school: string; name: string; approved: number }
type AgreementRow = { school: string; hours: number; status: string; area: string | null }

function schoolsIn(views: Views, at: AsOf, code: string): AnswerOf<'municipality'>['schools'] {
  const agreements = views
    .statement<AgreementRow>(
      `SELECT g.school, g.hours, g.status, g.area FROM riding_agreement g WHERE g.status <> 'ended' AND ${asOf('g')}`,
    )
    .all(moment(at))
  return views
    .statement<SchoolRow>(
      `SELECT s.* FROM riding_school s WHERE s.municipality = :code AND ${asOf('s')} ORDER BY s.name`,
    )
    .all({ code, ...moment(at) })
    .map((row) => {
      const here = agreements.filter(({ school }) => school === row.school)
      return {
        school: SchoolId.parse(row.school),
        name: row.name,
        address: addressOf(row),
        approved: row.approved === 1,
        hoursTenths: sumOfHours(here),
        areaUnknown: here.some(({ area }) => coverageOf(area).kind === 'unknown'),
      }
    })
}

/** Permitted and begun hours, as the ledger counts them. */
function sumOfHours(agreements: readonly AgreementRow[]): number {
  return agreements
    .filter(({ status }) => status === 'permitted' || status === 'started')
    .reduce((sum, { hours }) => sum + hours, 0)
}

/** A coverage area as stored; one that was never recorded is unknown. */
export function coverageOf(area: string | null): CoverageArea {
  return area === null ? { kind: 'unknown' } : CoverageArea.parse(JSON.parse(area))
}
