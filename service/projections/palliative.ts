import { addressCells, addressColumns } from './address.ts'
import { bitemporal } from './bitemporal.ts'
import type { Projection } from './projection.ts'

/** Proposals of a section-2 agreement; an adopted one says with which basis. Keyed by the proposing event. */
export const section2Table = bitemporal({
  name: 'section2_proposal',
  columns: { region: 'TEXT', proposal: 'TEXT', data: 'TEXT', adopted_basis: 'TEXT', adopted_on: 'TEXT' },
  indexed: ['region'],
})

/** Therapists of the agreement. `accepts` is 1, 0 or null for unknown, as said on `accepts_on`. */
export const palliativeMemberTable = bitemporal({
  name: 'palliative_member',
  columns: {
    region: 'TEXT',
    person: 'TEXT',
    provider: 'TEXT',
    training_done: 'INTEGER',
    home_radius: 'INTEGER',
    accepts: 'INTEGER',
    accepts_on: 'TEXT',
    ...addressColumns,
  },
  indexed: ['region', 'person'],
})

/** A region's latest survey of the supply. */
export const palliativeSurveyTable = bitemporal({
  name: 'palliative_survey',
  columns: { region: 'TEXT', surveyed_on: 'TEXT', response: 'INTEGER', counts: 'TEXT', source: 'TEXT' },
  indexed: ['region'],
})

/** Budget of a year. */
export const palliativeBudgetTable = bitemporal({
  name: 'palliative_budget',
  columns: { region: 'TEXT', year: 'INTEGER', items: 'TEXT', source: 'TEXT' },
  indexed: ['region'],
})

const nowhere = {
  text: null,
  postcode: null,
  town: null,
  dar: null,
  lng: null,
  lat: null,
  municipality: null,
  certainty: null,
}
const cell = (value: boolean | null) => (value === null ? null : Number(value))

/** Section-2 agreements on palliative physiotherapy, their therapists, and what is known of the supply. */
export const palliativeProjection: Projection = {
  name: 'palliative',
  version: 1,
  tables: [section2Table, palliativeMemberTable, palliativeSurveyTable, palliativeBudgetTable],
  on: {
    Section2AgreementProposed(write, { id, data }) {
      const { region } = data
      const cells = { region, proposal: id, data: JSON.stringify(data), adopted_basis: null, adopted_on: null }
      write.put(section2Table, id, cells)
    },
    Section2AgreementAdopted(write, { data, effectiveFrom }) {
      write.patch(section2Table, data.proposal, { adopted_basis: data.basis, adopted_on: effectiveFrom })
    },
    TherapistJoined(write, { data }) {
      const { region, person, provider, place, homeRadiusKm: home_radius } = data
      write.put(palliativeMemberTable, `${region}.${person}`, {
        region,
        person,
        provider,
        training_done: cell(data.trainingDone),
        home_radius,
        accepts: null,
        accepts_on: null,
        ...(place === null ? nowhere : addressCells(place)),
      })
    },
    TherapistLeft: (write, { data }) => write.end(palliativeMemberTable, `${data.region}.${data.person}`),
    AcceptanceChanged(write, { data, effectiveFrom }) {
      const cells = { accepts: cell(data.acceptsNew), accepts_on: effectiveFrom }
      write.patch(palliativeMemberTable, `${data.region}.${data.person}`, cells)
    },
    BudgetSet(write, { data }) {
      const { region, year, items, source } = data
      write.put(palliativeBudgetTable, `${region}.${year}`, { region, year, items: JSON.stringify(items), source })
    },
    SupplySurveyRecorded(write, { data }) {
      const { region, surveyedOn: surveyed_on, responsePercent: response, counts, source } = data
      write.put(palliativeSurveyTable, region, {
        region,
        surveyed_on,
        response,
        counts: JSON.stringify(counts),
        source,
      })
    },
  },
}
