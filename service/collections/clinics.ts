import { z } from 'zod'
import type { AsOf } from '#api/asOf'
import { CapacityUnit } from '#api/views/register'
import { ClinicId, MunicipalityCode } from '#events/identifiers'
import { PlacementCertainty } from '#events/place'
import { asOf, moment } from '../projections/bitemporal.ts'
import type { Views } from '../projections/views.ts'
import { type ClinicFigures, clinicFigures } from '../queries/capacity.ts'
import { regimeOn, unitOf } from '../rules/regime.ts'
import { type Collection, isWithin } from './collection.ts'
import { featureNumbers } from './featureNumber.ts'

const Properties = z.object({
  clinic: ClinicId,
  name: z.string(),
  address: z.string(),
  postcode: z.string().nullable(),
  town: z.string().nullable(),
  municipality: MunicipalityCode.nullable(),
  certainty: PlacementCertainty,
  capacity: z.int().nullable(),
  unit: CapacityUnit,
  providers: z.int(),
  documented: z.boolean().meta({ description: 'Somebody at the clinic has a documented competence' }),
  synthetic: z.boolean(),
})

/** Clinics at the point of their main address. One without a point is in no map; lists and searches have it. */
export const clinics: Collection = {
  id: 'clinics',
  title: { da: 'Klinikker', en: 'Clinics' },
  action: 'map.read',
  properties: Properties,
  dependsOn: ['practice'],
  *features(views, at, _scope, _world, within) {
    const numbers = featureNumbers(views, 'clinic')
    const competent = clinicsWithCompetence(views, at)
    const [unit, synthetic] = [unitOf(regimeOn(at.effectiveOn)), views.synthetic()]
    const ordered = [...clinicFigures(views, at).values()]
      .map((figures) => ({ figures, id: numbers.get(figures.clinic) ?? 0 }))
      .toSorted((a, b) => a.id - b.id)
    for (const { figures, id } of ordered) {
      const point = figures.address?.position ?? null
      if (point === null || !isWithin(point, within)) continue
      const properties = { ...propertiesOf(figures), documented: competent.has(figures.clinic), unit, synthetic }
      yield { type: 'Feature', id, geometry: { type: 'Point', coordinates: [...point] }, properties }
    }
  },
}

function propertiesOf({ clinic, name, address, capacity, providers }: ClinicFigures) {
  return {
    clinic,
    name,
    address: address?.text ?? '',
    postcode: address?.postcode ?? null,
    town: address?.town ?? null,
    municipality: address?.municipality ?? null,
    certainty: address?.certainty ?? 'unknown',
    capacity,
    providers,
  }
}

function clinicsWithCompetence(views: Views, at: AsOf): ReadonlySet<string> {
  const rows = views
    .statement<{ clinic: string }>(
      `SELECT DISTINCT p.clinic FROM competence c JOIN provider p ON p.holder = c.person
       WHERE ${asOf('c')} AND ${asOf('p')} AND (c.expires_on IS NULL OR c.expires_on >= :on)`,
    )
    .all(moment(at))
  return new Set(rows.map(({ clinic }) => clinic))
}
