import { OfferService } from '#events/municipalOffer'
import { addressCells, addressColumns } from './address.ts'
import { bitemporal } from './bitemporal.ts'
import type { Projected, Projection, Writer } from './projection.ts'

/** A municipality's offer as published; gone from the day it closed. */
export const municipalOfferTable = bitemporal({
  name: 'municipal_offer',
  columns: {
    municipality: 'TEXT',
    document: 'TEXT',
    offer_version: 'TEXT',
    settings: 'TEXT',
    hours: 'TEXT',
    referral_months: 'INTEGER',
    remarks: 'TEXT',
    source: 'TEXT',
  },
  indexed: ['municipality'],
})

/** Each service of the offer. */
export const offerServiceTable = bitemporal({
  name: 'offer_service',
  columns: { municipality: 'TEXT', service: 'TEXT', included: 'TEXT', condition: 'TEXT' },
  indexed: ['municipality'],
})

/** Places of the offer, by the municipality whose offer it is; the address has a municipality of its own. */
export const offerPlaceTable = bitemporal({
  name: 'offer_place',
  columns: { offered_by: 'TEXT', place: 'TEXT', name: 'TEXT', ...addressColumns },
  indexed: ['offered_by'],
})

/** Periods in which patients of other municipalities can be refused. */
export const capacityRefusalTable = bitemporal({
  name: 'capacity_refusal',
  columns: { municipality: 'TEXT', reason: 'TEXT', until: 'TEXT' },
  indexed: ['municipality'],
})

const idOf = (stream: string) => stream.slice(stream.indexOf('-') + 1)

/** Municipalities' own offers of free physiotherapy. */
export const municipalOfferProjection: Projection = {
  name: 'municipalOffer',
  version: 1,
  tables: [municipalOfferTable, offerServiceTable, offerPlaceTable, capacityRefusalTable],
  on: {
    MunicipalOfferPublished: publish,
    ServiceIncludedChanged(write, { stream, data }) {
      const municipality = idOf(stream)
      const { service, included, condition } = data
      const cells = { municipality, service, included, condition }
      write.put(offerServiceTable, `${municipality}.${service}`, cells)
    },
    OfferClosed(write, { stream }) {
      const municipality = idOf(stream)
      write.end(municipalOfferTable, municipality)
      write.end(capacityRefusalTable, municipality)
      for (const service of OfferService.options) write.end(offerServiceTable, `${municipality}.${service}`)
      for (const key of placesOf(write, municipality)) write.end(offerPlaceTable, key)
    },
    CapacityRefusalAnnounced(write, { stream, data }) {
      const municipality = idOf(stream)
      const { reason, until } = data
      write.put(capacityRefusalTable, municipality, { municipality, reason, until }, { until })
    },
  },
}

/** A new version says everything anew: a service or a place that it does not name is not as it was before. */
function publish(write: Writer, { data }: Projected<'MunicipalOfferPublished'>): void {
  const { municipality, document, offerVersion: offer_version, hours, referralMonths, remarks, source } = data
  write.put(municipalOfferTable, municipality, {
    municipality,
    document,
    offer_version,
    settings: JSON.stringify(data.settings),
    hours,
    referral_months: referralMonths,
    remarks,
    source,
  })
  for (const service of OfferService.options) {
    const said = data.services.find((one) => one.service === service)
    const cells = { included: said?.included ?? 'unknown', condition: said?.condition ?? null }
    write.put(offerServiceTable, `${municipality}.${service}`, { municipality, service, ...cells })
  }
  const named = new Set(data.places.map(({ place }) => `${municipality}.${place}`))
  for (const key of placesOf(write, municipality)) if (!named.has(key)) write.end(offerPlaceTable, key)
  for (const { place, name, address } of data.places)
    write.put(offerPlaceTable, `${municipality}.${place}`, {
      offered_by: municipality,
      place,
      name,
      ...addressCells(address),
    })
}

/** Keys of every place that the municipality ever named. */
function placesOf(write: Writer, municipality: string): readonly string[] {
  return write.views
    .statement<{ key: string }>('SELECT DISTINCT key FROM offer_place WHERE offered_by = :municipality ORDER BY key')
    .all({ municipality })
    .map(({ key }) => key)
}
