import { z } from 'zod'
import { MunicipalityCode } from '#events/identifiers'
import { PlacementCertainty } from '#events/place'
import { type AddressCells, addressOf } from '../projections/address.ts'
import { asOf, moment } from '../projections/bitemporal.ts'
import { type Collection, isWithin } from './collection.ts'
import { featureNumbers } from './featureNumber.ts'

const Properties = z.object({
  place: z.string(),
  name: z.string(),
  offeredBy: MunicipalityCode.meta({
    description: 'Municipality whose own offer it is; never part of practice capacity',
  }),
  address: z.string(),
  municipality: MunicipalityCode.nullable(),
  certainty: PlacementCertainty,
  document: z.string(),
  offerVersion: z.string(),
  included: z.string().meta({ description: 'Services that the offer includes, with a space between' }),
  excluded: z.string().meta({ description: 'Services that the offer excludes; what is in neither list is not stated' }),
  synthetic: z.boolean(),
})

type Row = AddressCells & {
  key: string
  place: string
  name: string
  offered_by: string
  document: string
  offer_version: string
}

/** Places of municipalities' own offers: a layer of its own, apart from practices (R-34, R-35). */
export const municipalOffers: Collection = {
  id: 'municipalOffers',
  title: { da: 'Kommunale tilbud', en: 'Municipal offers' },
  action: 'map.read',
  properties: Properties,
  dependsOn: ['municipalOffer'],
  *features(views, at, _scope, _world, within) {
    const numbers = featureNumbers(views, 'offer_place')
    const synthetic = views.synthetic()
    const services = views.statement<{ service: string }>(
      `SELECT s.service FROM offer_service s
       WHERE s.municipality = :municipality AND s.included = :included AND ${asOf('s')} ORDER BY s.service`,
    )
    const ordered = views
      .statement<Row>(
        `SELECT p.*, o.document, o.offer_version FROM offer_place p
         JOIN municipal_offer o ON o.municipality = p.offered_by AND ${asOf('o')} WHERE ${asOf('p')}`,
      )
      .all(moment(at))
      .map((row) => ({ row, id: numbers.get(row.key) ?? 0 }))
      .toSorted((a, b) => a.id - b.id)
    for (const { row, id } of ordered) {
      const address = addressOf(row)
      if (address.position === null || !isWithin(address.position, within)) continue
      const named = (included: string) =>
        services
          .all({ municipality: row.offered_by, included, ...moment(at) })
          .map(({ service }) => service)
          .join(' ')
      const properties = {
        place: row.key,
        name: row.name,
        offeredBy: row.offered_by,
        address: address.text,
        municipality: address.municipality,
        certainty: address.certainty,
        document: row.document,
        offerVersion: row.offer_version,
        included: named('yes'),
        excluded: named('no'),
        synthetic,
      }
      yield { type: 'Feature', id, geometry: { type: 'Point', coordinates: [...address.position] }, properties }
    }
  },
}
