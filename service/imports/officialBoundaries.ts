import { createHash, randomUUID } from 'node:crypto'
import { mkdirSync, renameSync, writeFileSync } from 'node:fs'
import { topology } from 'topojson-server'
import type { Accepted } from '#api/contract'
import type { EffectiveDate } from '#events/time'
import type { AreaCatalogue } from '#geo/areaCatalogue'
import { areasInForce } from '#geo/hierarchy'
import { type BoundaryCrs, type BoundaryProblem, readOfficialBoundaries } from '#geo/officialBoundaries'
import type { MunicipalityFeatures } from '#geo/position'
import { importedPath } from '../geography.ts'
import type { Handle } from '../handle.ts'

/** Steps of a degree that positions are kept to: half a metre over the width of Denmark. */
const quantization = 1_000_000

export interface BoundaryImport {
  /** The parsed file. */
  readonly json: unknown
  /** Coordinate system; the file itself says when it is left out. */
  readonly crs?: BoundaryCrs
  /** Object of a TopoJSON with several. */
  readonly objectName?: string
  /** First day on which the shapes hold. */
  readonly validFrom: EffectiveDate
  /** How far the lines may be from the truth, in metres. */
  readonly accuracyM: number
  /** Name of the version, `dagi-2026-01-01`. */
  readonly areaVersion: string
  /** Who made the shapes, as the map says it. */
  readonly source: string
  readonly licence: string
}

export type BoundaryImported =
  | { readonly status: 'published'; readonly sha256: string; readonly areas: number; readonly accepted: Accepted }
  | { readonly status: 'refused'; readonly problems: readonly BoundaryProblem[] }

/**
 * Takes official municipality shapes in as a new dated version: checks the whole file, keeps it under the hash of its
 * bytes in `folder`, and publishes it. Older dates keep the shapes they had. The same file twice is one version.
 */
export async function importBoundaries(
  { json, crs, objectName, validFrom, accuracyM, areaVersion, source, licence }: BoundaryImport,
  { folder, handle, areas }: { readonly folder: string; readonly handle: Handle; readonly areas: AreaCatalogue },
): Promise<BoundaryImported> {
  const read = readOfficialBoundaries(json, {
    accuracyM,
    expectedCodes: areasInForce(areas, 'municipality', validFrom).map(({ code }) => code),
    ...(crs === undefined ? {} : { crs }),
    ...(objectName === undefined ? {} : { objectName }),
  })
  if (read.status === 'refused') return read
  const text = topologyText(read.shapes)
  const sha256 = createHash('sha256').update(text).digest('hex')
  keep(folder, sha256, text)
  const accepted = await handle(
    {
      type: 'PublishAreaVersion',
      data: {
        effectiveFrom: validFrom,
        kind: 'municipality',
        areaVersion,
        until: null,
        sha256,
        source,
        licence,
        confirmWithinM: read.accuracy.confirmWithinM,
        areas: read.shapes.features.length,
      },
    },
    { actor: { userId: 'import-boundaries', role: 'registrar', organisation: null }, commandId: randomUUID() },
  )
  return { status: 'published', sha256, areas: read.shapes.features.length, accepted }
}

function topologyText(shapes: MunicipalityFeatures): string {
  const municipalities = { ...shapes, features: [...shapes.features] }
  return JSON.stringify(topology({ municipalities }, quantization))
}

/** Written beside its place and moved there, so that a file with this name is always whole. */
function keep(folder: string, sha256: string, text: string): void {
  mkdirSync(folder, { recursive: true })
  const path = importedPath(folder, sha256)
  writeFileSync(`${path}.part`, text)
  renameSync(`${path}.part`, path)
}
