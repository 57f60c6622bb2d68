import type { AsOf } from '#api/asOf'
import { type BoundaryVersion, type Geography, importedVersion } from '../geography.ts'
import { asOf, moment } from '../projections/bitemporal.ts'
import type { Views } from '../projections/views.ts'

type Row = { area_version: string; sha256: string; source: string; confirm_within: number }

/**
 * The municipality shapes in force on the date: the youngest published version whose file is here, else the built-in
 * ones. Shapes that were published later leave older dates as they were.
 */
export function boundariesInForce(views: Views, at: AsOf, geography: Geography): BoundaryVersion {
  const published = views
    .statement<Row>(
      `SELECT v.area_version, v.sha256, v.source, v.confirm_within FROM area_version v
       WHERE v.kind = 'municipality' AND ${asOf('v')} ORDER BY v.effective_from DESC, v.recorded_from DESC`,
    )
    .all(moment(at))
  for (const { area_version: areaVersion, sha256, source, confirm_within: confirmWithinM } of published) {
    if (sha256 === geography.builtIn.shapes.sha256) return geography.builtIn
    const shapes = geography.shapes(sha256)
    if (shapes !== undefined) return importedVersion(shapes, { areaVersion, source, confirmWithinM })
  }
  return geography.builtIn
}
