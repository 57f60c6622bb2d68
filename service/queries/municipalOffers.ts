import type { z } from 'zod'
import type { AsOf } from '#api/asOf'
import { MunicipalityCode } from '#events/identifiers'
import { Included, type OfferPlace, OfferService, OfferSetting, OpeningClass } from '#events/municipalOffer'
import { EffectiveDate } from '#events/time'
import { regionOf } from '#geo/hierarchy'
import { type AddressCells, addressOf } from '../projections/address.ts'
import { asOf, moment } from '../projections/bitemporal.ts'
import type { Views } from '../projections/views.ts'
import { municipalOffer } from '../rules/municipal/municipalOffer.ts'
import { noDuplicates } from '../rules/municipal/noDuplicates.ts'
import { answered } from './answered.ts'
import { clinicFigures, eventIds } from './capacity.ts'
import { parametersFor } from './parametersFor.ts'
import type { AnswerOf, Query, World } from './query.ts'

type Offer = AnswerOf<'municipalOffers'>['offers'][number]
type OfferRow = {
  municipality: string
  document: string
  offer_version: string
  settings: string
  hours: string
  referral_months: number | null
  remarks: string | null
  source: string | null
  effective_from: string
  inputs: string
}
type ServiceRow = { service: string; included: string; condition: string | null; inputs: string }
type PlaceRow = AddressCells & { place: string; name: string }

/** Municipal offers on the date, with R-34 for each service and R-35 beside the practices. */
export const municipalOffers: Query<'municipalOffers'> = (views, at, _scope, { region, municipality }, world) => ({
  at: answered(views, at),
  offers: views
    .statement<OfferRow>(`SELECT o.* FROM municipal_offer o WHERE ${asOf('o')} ORDER BY o.municipality`)
    .all(moment(at))
    .filter((row) => municipality === undefined || row.municipality === municipality)
    .filter(
      (row) =>
        region === undefined || regionOf(world.geography.areas, row.municipality, at.effectiveOn)?.code === region,
    )
    .map((row) => offerOf(views, at, row, world)),
})

function offerOf(views: Views, at: AsOf, row: OfferRow, world: World): Offer {
  const municipality = MunicipalityCode.parse(row.municipality)
  const parameters = parametersFor(views, world.geography.areas, municipality, at)
  const places = placesOf(views, municipality, at)
  const rows = new Map(
    views
      .statement<ServiceRow>(`SELECT s.* FROM offer_service s WHERE s.municipality = :municipality AND ${asOf('s')}`)
      .all({ municipality, ...moment(at) })
      .map((one): [string, ServiceRow] => [one.service, one]),
  )
  return {
    municipality,
    document: row.document,
    offerVersion: row.offer_version,
    from: EffectiveDate.parse(row.effective_from),
    services: OfferService.options.map((service) => {
      const said = rows.get(service)
      const included = Included.parse(said?.included ?? 'unknown')
      const condition = said?.condition ?? null
      const facts = {
        caseInputs: [],
        municipality,
        service,
        included,
        condition,
        places: places.map(({ address }) => address),
        inputs: eventIds(said?.inputs ?? '[]'),
      }
      return {
        service,
        included,
        condition,
        finding: parameters === null ? null : municipalOffer.evaluate(facts, parameters),
      }
    }),
    settings: OfferSetting.array().parse(JSON.parse(row.settings)),
    places,
    hours: OpeningClass.parse(row.hours),
    referralMonths: row.referral_months,
    remarks: row.remarks,
    source: row.source,
    refusal: refusalOf(views, municipality, at),
    sideBySide: sideBySide(views, at, row, places.length, parameters),
  }
}

function placesOf(views: Views, municipality: string, at: AsOf): z.infer<typeof OfferPlace>[] {
  return views
    .statement<PlaceRow>(
      `SELECT p.* FROM offer_place p WHERE p.offered_by = :municipality AND ${asOf('p')} ORDER BY p.place`,
    )
    .all({ municipality, ...moment(at) })
    .map((row) => ({ place: row.place, name: row.name, address: addressOf(row) }))
}

function refusalOf(views: Views, municipality: string, at: AsOf): Offer['refusal'] {
  const row = views
    .statement<{ reason: string; until: string | null }>(
      `SELECT r.reason, r.until FROM capacity_refusal r WHERE r.municipality = :municipality AND ${asOf('r')}`,
    )
    .get({ municipality, ...moment(at) })
  return row === undefined ? null : { reason: row.reason, until: EffectiveDate.nullable().parse(row.until) }
}

/** Places where one can be treated: the practices', and the municipality's own. Two numbers, and no third. */
function sideBySide(
  views: Views,
  at: AsOf,
  { municipality: code, inputs }: OfferRow,
  municipalPlaces: number,
  parameters: ReturnType<typeof parametersFor>,
): Offer['sideBySide'] {
  const municipality = MunicipalityCode.parse(code)
  const practiceClinics = [...clinicFigures(views, at).values()].filter((clinic) => clinic.municipality === code).length
  const facts = {
    caseInputs: [],
    municipality,
    practice: practiceClinics,
    municipal: municipalPlaces,
    inputs: eventIds(inputs),
  }
  return {
    practiceClinics,
    municipalPlaces,
    finding: parameters === null ? null : noDuplicates.evaluate(facts, parameters),
  }
}
