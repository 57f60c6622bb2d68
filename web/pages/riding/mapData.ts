import type { FeatureCollection, Point } from 'geojson'
import type { AreasLook } from '../../map/layers/ridingAreas.ts'
import type { Agreement } from './agreements.ts'

/** A riding school with what its agreements come to. */
export interface School {
  readonly school: string
  readonly name: string
  readonly hoursTenths: number
  readonly agreements: number
  /** At least one agreement is under way. */
  readonly started: boolean
  /** At least one agreement has fewer hours than recommended. */
  readonly under: boolean
}

/** Schools by their agreements; requested agreements hold no hours yet. */
export function schoolsOf(rows: readonly Agreement[]): readonly School[] {
  const ids = [...new Set(rows.map(({ school }) => school))]
  return ids.map((school) => {
    const here = rows.filter((row) => row.school === school)
    const holding = here.filter(({ status }) => status !== 'requested')
    return {
      school,
      name: here[0]?.schoolName ?? school,
      hoursTenths: holding.reduce((sum, { hoursTenths }) => sum + hoursTenths, 0),
      agreements: here.length,
      started: here.some(({ status }) => status === 'started'),
      under: here.some(({ shortTenths }) => shortTenths > 0),
    }
  })
}

/** The schools that have a place, for the map. */
export function schoolPoints(rows: readonly Agreement[]): FeatureCollection<Point> {
  const places = new Map(rows.map(({ school, position }) => [String(school), position]))
  return {
    type: 'FeatureCollection',
    features: schoolsOf(rows).flatMap((properties) => {
      const position = places.get(properties.school)
      return position === undefined || position === null
        ? []
        : [{ type: 'Feature' as const, geometry: { type: 'Point' as const, coordinates: [...position] }, properties }]
    }),
  }
}

/** How the areas are drawn: those looked at over all others; without any, every documented one and every gap. */
export function areasLook(
  rows: readonly Agreement[],
  looked: readonly Agreement[],
): Omit<AreasLook, 'counties' | 'former'> {
  const subject = looked.length > 0 ? looked : rows
  const solid = looked.flatMap((row) => (isKnown(row) ? row.drawn.whole : []))
  return {
    solid: unique(solid),
    hatched: unique(
      subject.flatMap(({ drawn, municipality, ...row }) => {
        // Of a guess looked at, the whole guess; of all others only where the school lies.
        if (isKnown({ drawn, ...row })) return looked.length > 0 ? drawn.parts : []
        const guess = looked.length > 0 ? [...drawn.whole, ...drawn.parts] : []
        return guess.length > 0 || municipality === null ? guess : [municipality]
      }),
    ),
    after: unique(
      looked.flatMap(({ municipality, openCases }) =>
        municipality !== null && openCases.some(({ type }) => type === 'A2') ? [municipality] : [],
      ),
    ),
    others: unique(rows.flatMap((row) => (isKnown(row) ? row.drawn.whole : []))),
  }
}

/** Whether the area is more than unknown or a county's name. */
function isKnown({ area, drawn }: Pick<Agreement, 'area' | 'drawn'>): boolean {
  return area.kind !== 'unknown' && !drawn.hypothesis
}

function unique(codes: readonly string[]): readonly string[] {
  return [...new Set(codes)].toSorted()
}
