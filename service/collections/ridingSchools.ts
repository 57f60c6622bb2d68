import { z } from 'zod'
import { MunicipalityCode, SchoolId } from '#events/identifiers'
import { PlacementCertainty } from '#events/place'
import { type AddressCells, addressOf } from '../projections/address.ts'
import { asOf, moment } from '../projections/bitemporal.ts'
import { coverageOf } from '../queries/municipality.ts'
import { groupBy } from '../queries/municipalityFigures.ts'
import { counts, type Stretch } from '../queries/ridingLedger.ts'
import { type Collection, isWithin } from './collection.ts'
import { featureNumbers } from './featureNumber.ts'

const Properties = z.object({
  school: SchoolId,
  name: z.string(),
  address: z.string(),
  municipality: MunicipalityCode.nullable(),
  certainty: PlacementCertainty,
  approved: z.boolean(),
  agreed: z.boolean().meta({ description: 'At least one agreement is permitted or has begun' }),
  agreements: z.int(),
  hoursTenths: z.int().meta({ description: 'Permitted and begun' }),
  areaUnknown: z.boolean().meta({ description: 'At least one agreement has no documented area' }),
  synthetic: z.boolean(),
})

type SchoolRow = AddressCells & { school: string; name: string; approved: number }
type AgreementRow = { school: string; status: Stretch['status']; hours: number; area: string | null }

/** Riding schools with what is agreed at them on the date. */
export const ridingSchools: Collection = {
  id: 'ridingSchools',
  title: { da: 'Rideskoler', en: 'Riding schools' },
  action: 'map.read',
  properties: Properties,
  dependsOn: ['riding'],
  *features(views, at, _scope, _world, within) {
    const numbers = featureNumbers(views, 'riding_school')
    const synthetic = views.synthetic()
    const agreements = groupBy(
      views
        .statement<AgreementRow>(
          `SELECT g.school, g.status, g.hours, g.area FROM riding_agreement g WHERE g.status <> 'ended' AND ${asOf('g')}`,
        )
        .all(moment(at)),
      ({ school }) => school,
    )
    const ordered = views
      .statement<SchoolRow>(`SELECT s.* FROM riding_school s WHERE ${asOf('s')}`)
      .all(moment(at))
      .map((row) => ({ row, id: numbers.get(row.school) ?? 0 }))
      .toSorted((a, b) => a.id - b.id)
    for (const { row, id } of ordered) {
      const address = addressOf(row)
      if (address.position === null || !isWithin(address.position, within)) continue
      const here = agreements.get(row.school) ?? []
      const counted = here.filter(counts)
      const properties = {
        school: row.school,
        name: row.name,
        address: address.text,
        municipality: address.municipality,
        certainty: address.certainty,
        approved: row.approved === 1,
        agreed: counted.length > 0,
        agreements: here.length,
        hoursTenths: counted.reduce((sum, { hours }) => sum + hours, 0),
        areaUnknown: here.some(({ area }) => coverageOf(area).kind === 'unknown'),
        synthetic,
      }
      yield { type: 'Feature', id, geometry: { type: 'Point', coordinates: [...address.position] }, properties }
    }
  },
}
