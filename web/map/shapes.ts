import type { Feature, FeatureCollection, Point, Position } from 'geojson'
import type { Areas } from '../shell/scope.ts'
import { type Bounds, boxAround } from './bounds.ts'

/** What the map knows of the country on a date; the ground itself comes as vector tiles. */
export interface Shapes {
  readonly tiles: { readonly url: string; readonly maxZoom: number }
  readonly municipalities: readonly { readonly code: string; readonly name: string }[]
  /** Where each municipality's label stands, by code. */
  readonly labels: ReadonlyMap<string, Position>
  readonly regions: FeatureCollection<Point, { readonly code: string; readonly name: string }>
  /** Names of the counties of before 2007 where they stood. */
  readonly counties: Shapes['regions']
  boundsOf(codes: ReadonlySet<string>): Bounds | null
  /** The municipality whose label lies nearest in a direction; null at the edge. */
  neighbour(code: string, direction: 'up' | 'down' | 'left' | 'right'): string | null
}

/** Label points, boxes and names, with the regions in force. */
export function shapesOf({ boundaries, regions, formerCounties }: Areas): Shapes {
  const { places, tiles } = boundaries
  const labels = new Map(places.map(({ code, label }): [string, Position] => [code, label]))
  const boxOf = (held: (code: string) => boolean) =>
    boxAround(places.filter(({ code }) => held(code)).map((place) => place.bounds))
  return {
    tiles: { url: location.origin + tiles.href, maxZoom: tiles.maxZoom },
    municipalities: places,
    labels,
    regions: namesOf(
      regions.map((region) => ({ ...region, name: region.name.replace(/^Region /, '') })),
      labels,
    ),
    counties: namesOf(wholeCounties(formerCounties), labels),
    boundsOf: (codes) => boxOf((code) => codes.has(code)),
    neighbour: (code, direction) => neighbourOf(labels, code, direction),
  }
}

/** The counties that a municipality lies in as a whole, with only those: below it the old line is not known. */
function wholeCounties(counties: Areas['formerCounties']): Areas['formerCounties'] {
  const held = counties.flatMap(({ municipalities }) => municipalities)
  const shared = new Set(held.filter((code, at) => held.indexOf(code) !== at))
  return counties
    .map((county) => ({ ...county, municipalities: county.municipalities.filter((code) => !shared.has(code)) }))
    .filter(({ municipalities }) => municipalities.length > 0)
}

/** Names of areas, each in the middle of its municipalities' label points. */
function namesOf(
  areas: readonly { readonly code: string; readonly name: string; readonly municipalities: readonly string[] }[],
  labels: ReadonlyMap<string, Position>,
): Shapes['regions'] {
  const features = areas.map(({ code, name, municipalities }): Feature<Point, { code: string; name: string }> => {
    const points = municipalities.flatMap((one) => {
      const point = labels.get(one)
      return point === undefined ? [] : [point]
    })
    const mean = (axis: 0 | 1) =>
      points.reduce((sum, point) => sum + (point[axis] ?? 0), 0) / Math.max(points.length, 1)
    return {
      type: 'Feature',
      geometry: { type: 'Point', coordinates: [mean(0), mean(1)] },
      properties: { code, name },
    }
  })
  return { type: 'FeatureCollection', features }
}

/** Nearest within 45 degrees of the direction; distance off the axis counts double, so that a row stays a row. */
function neighbourOf(
  labels: ReadonlyMap<string, Position>,
  code: string,
  direction: 'up' | 'down' | 'left' | 'right',
): string | null {
  const [x = 0, y = 0] = labels.get(code) ?? []
  const shrink = Math.cos((y * Math.PI) / 180)
  let best: string | null = null
  let least = Number.POSITIVE_INFINITY
  for (const [other, [ox = 0, oy = 0]] of labels) {
    const [east, north] = [(ox - x) * shrink, oy - y]
    const along = { up: north, down: -north, left: -east, right: east }[direction]
    const across = Math.abs(direction === 'up' || direction === 'down' ? east : north)
    const cost = along + 2 * across
    if (other !== code && along > 0 && across <= along && cost < least) {
      least = cost
      best = other
    }
  }
  return best
}
