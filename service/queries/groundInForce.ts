import type { AsOf } from '#api/asOf'
import type { Geography } from '../geography.ts'
import { asOf, moment } from '../projections/bitemporal.ts'
import type { Views } from '../projections/views.ts'
import type { CountedPopulation } from '../reach/countedPopulation.ts'
import type { Ground } from '../reach/ground.ts'
import type { World } from './query.ts'

type Row = { sha256: string; source: string; effective_from: string }

/** People and travel times in force on the date: the youngest published population whose file is here, else the modelled one. */
export async function groundInForce(
  views: Views,
  at: AsOf,
  { geography, asker }: Pick<World, 'geography' | 'asker'>,
): Promise<Ground> {
  return await geography.ground(populationInForce(views, at, geography), asker)
}

/** The published population in force on the date whose file is here; null where it is the modelled one. */
export function populationInForce(views: Views, at: AsOf, geography: Geography): CountedPopulation | null {
  const published = views
    .statement<Row>(
      `SELECT v.sha256, v.source, v.effective_from FROM population_version v
       WHERE ${asOf('v')} ORDER BY v.effective_from DESC, v.recorded_from DESC`,
    )
    .all(moment(at))
  for (const { sha256, source, effective_from } of published) {
    const path = geography.populationFile(sha256)
    if (path !== undefined) return { sha256, path, source, asOf: effective_from }
  }
  return null
}
