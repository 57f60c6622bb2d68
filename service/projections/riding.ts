import { addressCells, addressColumns } from './address.ts'
import { bitemporal } from './bitemporal.ts'
import type { Projection } from './projection.ts'

/** Riding schools and their approval. */
export const ridingSchoolTable = bitemporal({
  name: 'riding_school',
  columns: { school: 'TEXT', name: 'TEXT', approved: 'INTEGER', ...addressColumns },
  indexed: ['school', 'municipality'],
})

/**
 * Agreements of one therapist at one school; an ended one stays, with no hours. Read through the view `riding_agreement`,
 * which adds `status`: a permission for more hours does not make a started agreement one that may only begin.
 */
export const ridingAgreementTable = bitemporal({
  name: 'riding_agreement_state',
  columns: {
    agreement: 'TEXT',
    school: 'TEXT',
    therapist: 'TEXT',
    provider: 'TEXT',
    permitted: 'INTEGER',
    started: 'INTEGER',
    ended: 'INTEGER',
    /** Hours a week as last permitted, started or changed. */
    hours: 'INTEGER',
    /** What the permission allows, and where; null without one. */
    permitted_hours: 'INTEGER',
    permitted_school: 'TEXT',
    area: 'TEXT',
    accession_date: 'TEXT',
    source_document: 'TEXT',
  },
  indexed: ['agreement', 'school'],
})

const schema = `
  DROP VIEW IF EXISTS riding_agreement;
  CREATE VIEW riding_agreement AS SELECT *,
    CASE WHEN ended = 1 THEN 'ended' WHEN started = 1 THEN 'started' WHEN permitted = 1 THEN 'permitted' ELSE 'requested' END
    AS status
  FROM riding_agreement_state;
`

const tables = [ridingSchoolTable, ridingAgreementTable] as const
const idOf = (stream: string) => stream.slice(stream.indexOf('-') + 1)
const ended = { ended: 1, hours: 0 }

/** Riding schools and riding agreements with hours and coverage areas. */
export const ridingProjection: Projection = {
  name: 'riding',
  version: 2,
  tables,
  schema,
  on: {
    RidingSchoolRegistered(write, { data: { school, name, address } }) {
      write.put(ridingSchoolTable, school, { school, name, approved: 0, ...addressCells(address) })
    },
    RidingSchoolApproved: (write, { stream }) => write.patch(ridingSchoolTable, idOf(stream), { approved: 1 }),
    RidingSchoolApprovalWithdrawn: (write, { stream }) => write.patch(ridingSchoolTable, idOf(stream), { approved: 0 }),
    RidingSchoolVoided: (write) => write.voidCorrected(tables),

    RidingAgreementRequested(write, { data }) {
      const { agreement, school, therapist, provider, hoursTenths: hours } = data
      write.put(ridingAgreementTable, agreement, {
        ...{ agreement, school, therapist, provider, hours, permitted: 0, started: 0, ended: 0 },
        ...{ permitted_hours: null, permitted_school: null, area: null, accession_date: null, source_document: null },
      })
    },
    RidingAgreementPermitted(write, { stream, data }) {
      const { hoursTenths: hours, school: permitted_school } = data
      const cells = { permitted: 1, hours, permitted_hours: hours, permitted_school }
      write.patch(ridingAgreementTable, idOf(stream), cells)
    },
    RidingAgreementStarted(write, { stream, data }) {
      write.patch(ridingAgreementTable, idOf(stream), { started: 1, hours: data.hoursTenths })
    },
    RidingHoursChanged: (write, { stream, data }) =>
      write.patch(ridingAgreementTable, idOf(stream), { hours: data.new }),
    RidingAgreementMoved: (write, { stream, data }) =>
      write.patch(ridingAgreementTable, idOf(stream), { school: data.to }),
    CoverageAreaRecorded(write, { stream, data }) {
      const { area, accessionDate: accession_date, sourceDocument: source_document } = data
      write.patch(ridingAgreementTable, idOf(stream), { area: JSON.stringify(area), accession_date, source_document })
    },
    CoverageAreaClarified(write, { stream, data }) {
      const { area, sourceDocument: source_document } = data
      write.patch(ridingAgreementTable, idOf(stream), { area: JSON.stringify(area), source_document })
    },
    RidingAgreementEnded: (write, { stream }) => write.patch(ridingAgreementTable, idOf(stream), ended),
    RidingNumberLapsed: (write, { stream }) => write.patch(ridingAgreementTable, idOf(stream), ended),
    RidingAgreementVoided: (write) => write.voidCorrected(tables),
  },
}
