import { addressCells, addressColumns } from './address.ts'
import { bitemporal } from './bitemporal.ts'
import type { Projection } from './projection.ts'

/** Riding schools and their approval. */
export const ridingSchoolTable = bitemporal({
  name: 'riding_school',
  columns: { school: 'TEXT', name: 'TEXT', approved: 'INTEGER', ...addressColumns },
  indexed: ['school', 'municipality'],
})

/** Agreements of one therapist at one school; an ended one stays, with status `ended` and no hours. */
export const ridingAgreementTable = bitemporal({
  name: 'riding_agreement',
  columns: {
    agreement: 'TEXT',
    school: 'TEXT',
    therapist: 'TEXT',
    provider: 'TEXT',
    status: 'TEXT',
    hours: 'INTEGER',
    area: 'TEXT',
    accession_date: 'TEXT',
  },
  indexed: ['agreement', 'school'],
})

const tables = [ridingSchoolTable, ridingAgreementTable] as const
const idOf = (stream: string) => stream.slice(stream.indexOf('-') + 1)
const ended = { status: 'ended', hours: 0 }

/** Riding schools and riding agreements with hours and coverage areas. */
export const ridingProjection: Projection = {
  name: 'riding',
  version: 1,
  tables,
  on: {
    RidingSchoolRegistered(write, { data: { school, name, address } }) {
      write.put(ridingSchoolTable, school, { school, name, approved: 0, ...addressCells(address) })
    },
    RidingSchoolApproved: (write, { stream }) => write.patch(ridingSchoolTable, idOf(stream), { approved: 1 }),
    RidingSchoolApprovalWithdrawn: (write, { stream }) => write.patch(ridingSchoolTable, idOf(stream), { approved: 0 }),
    RidingSchoolVoided: (write) => write.voidCorrected(tables),

    RidingAgreementRequested(write, { data }) {
      const { agreement, school, therapist, provider, hoursTenths: hours } = data
      const cells = { agreement, school, therapist, provider, hours, status: 'requested' }
      write.put(ridingAgreementTable, agreement, { ...cells, area: null, accession_date: null })
    },
    RidingAgreementPermitted(write, { stream, data }) {
      write.patch(ridingAgreementTable, idOf(stream), { status: 'permitted', hours: data.hoursTenths })
    },
    RidingAgreementStarted(write, { stream, data }) {
      write.patch(ridingAgreementTable, idOf(stream), { status: 'started', hours: data.hoursTenths })
    },
    RidingHoursChanged: (write, { stream, data }) =>
      write.patch(ridingAgreementTable, idOf(stream), { hours: data.new }),
    RidingAgreementMoved: (write, { stream, data }) =>
      write.patch(ridingAgreementTable, idOf(stream), { school: data.to }),
    CoverageAreaRecorded(write, { stream, data }) {
      const { area, accessionDate: accession_date } = data
      write.patch(ridingAgreementTable, idOf(stream), { area: JSON.stringify(area), accession_date })
    },
    CoverageAreaClarified(write, { stream, data }) {
      write.patch(ridingAgreementTable, idOf(stream), { area: JSON.stringify(data.area) })
    },
    RidingAgreementEnded: (write, { stream }) => write.patch(ridingAgreementTable, idOf(stream), ended),
    RidingNumberLapsed: (write, { stream }) => write.patch(ridingAgreementTable, idOf(stream), ended),
    RidingAgreementVoided: (write) => write.voidCorrected(tables),
  },
}
