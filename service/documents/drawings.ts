import type { MunicipalityFeatures, Position } from '#geo/position'
import { toUtm, type UtmPosition } from '#geo/utm'

/** A place on a drawing. */
export interface DrawnPlace {
  readonly position: Position
  readonly symbol: 'old' | 'new' | 'other'
  readonly label?: string
}

/** A square of 1 km, by its lower left corner in kilometres of EPSG:25832. */
export interface DrawnCell {
  readonly east: number
  readonly north: number
  readonly fill: string
  readonly mark: 'longer' | 'shorter' | null
}

/** A square piece of the country in metres of EPSG:25832. */
export interface Frame {
  readonly west: number
  readonly south: number
  readonly side: number
}

/** Points a side, on screen and on paper. */
const size = 300
/** Shades that get darker with every step, so that grey paper tells them apart. */
export const shades = ['#fbf3df', '#ecd9ae', '#d9ae6a', '#b97a35', '#8a4b1c', '#572a10'] as const
const paint = { sea: '#dfe5ea', land: '#ffffff', border: '#4a4a4a', ink: '#000000' } as const
/** Least side of a frame in metres. */
const leastSide = 30_000
/** Points between two vertices that are drawn; nearer ones are one. */
const step = 0.6

/** A frame around the places, with room for what lies between them. */
export function frameAround(places: readonly Position[]): Frame | null {
  const points = places.map(toUtm)
  if (points.length === 0) return null
  const [east, north] = [0, 1].map((axis) => points.map((point) => point[axis === 0 ? 0 : 1]))
  if (east === undefined || north === undefined) return null
  const [west, right, south, top] = [Math.min(...east), Math.max(...east), Math.min(...north), Math.max(...north)]
  const side = Math.max(leastSide, (right - west) * 1.6, (top - south) * 1.6)
  return { west: (west + right - side) / 2, south: (south + top - side) / 2, side }
}

/**
 * A drawing of land, squares, municipal borders and places, as SVG text. Names stand where `labels` says. Deterministic:
 * the same input, the same text.
 */
export function drawingOf(
  frame: Frame,
  shapes: MunicipalityFeatures,
  labels: ReadonlyMap<string, Position>,
  { places, cells = [] }: { readonly places: readonly DrawnPlace[]; readonly cells?: readonly DrawnCell[] },
): string {
  const at = onto(frame)
  const shown = shapes.features.filter(({ geometry }) => touches(frame, geometry))
  const outlines = shown.map(({ geometry }) => pathOf(geometry, at)).join('')
  const names = shown.flatMap(({ properties: { code, name } }) => {
    const label = labels.get(code)
    if (label === undefined || !hasRoom(frame, label)) return []
    return [text(...at(toUtm(label)), name, 8.5, 'normal')]
  })
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}" width="${size}" height="${size}">`,
    `<defs><clipPath id="f"><rect x="0" y="0" width="${size}" height="${size}"/></clipPath></defs>`,
    '<g clip-path="url(#f)">',
    `<rect x="0" y="0" width="${size}" height="${size}" fill="${paint.sea}"/>`,
    `<path d="${outlines}" fill="${paint.land}" fill-rule="evenodd"/>`,
    ...squares(frame, cells, at),
    `<path d="${outlines}" fill="none" stroke="${paint.border}" stroke-width="0.7"/>`,
    ...names,
    ...places
      .toSorted((a, b) => order[a.symbol] - order[b.symbol])
      .map((place) => placeAt(at(toUtm(place.position)), place)),
    '</g>',
    `<rect x="0.5" y="0.5" width="${size - 1}" height="${size - 1}" fill="none" stroke="${paint.border}"/>`,
    '</svg>',
  ].join('')
}

/** True where a name fits into the frame. */
export function hasRoom(frame: Frame, position: Position): boolean {
  const [x, y] = onto(frame)(toUtm(position))
  return x >= 20 && x <= size - 20 && y >= 12 && y <= size - 8
}

function onto(frame: Frame): (point: UtmPosition) => readonly [number, number] {
  return ([east, north]) => [
    ((east - frame.west) / frame.side) * size,
    size - ((north - frame.south) / frame.side) * size,
  ]
}

const order = { other: 0, old: 1, new: 2 } as const

/** The sign of a place as a drawing of its own, for the key. */
export function placeKey(symbol: DrawnPlace['symbol']): string {
  return key(placeAt([9, 6], { symbol }))
}

/** A shade with its mark, for the key. */
export function shadeKey(fill: string, mark: DrawnCell['mark']): string {
  const rect = `<rect x="0.5" y="0.5" width="17" height="11" fill="${fill}" stroke="${paint.border}" stroke-width="0.5"/>`
  return key(rect + markIn(mark, 5, 2, 8))
}

/** A municipal border, for the key. */
export function borderKey(): string {
  return key(`<path d="M0 6h18" stroke="${paint.border}" stroke-width="1"/>`)
}

function key(inner: string): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 18 12" width="18" height="12">${inner}</svg>`
}

function squares(
  frame: Frame,
  cells: readonly DrawnCell[],
  at: (point: UtmPosition) => readonly [number, number],
): string[] {
  const side = (1000 / frame.side) * size
  const inside = cells.filter(({ east, north }) => {
    const [x, y] = at([east * 1000, north * 1000])
    return x > -side && x < size && y > 0 && y < size + side
  })
  const fills = [...new Set(inside.map(({ fill }) => fill))].toSorted()
  const box = (point: DrawnCell) => at([point.east * 1000, point.north * 1000 + 1000])
  const areas = fills.map((fill) => {
    const d = inside
      .filter((one) => one.fill === fill)
      .map((one) => {
        const [x, y] = box(one)
        return `M${short(x)} ${short(y)}h${short(side)}v${short(side)}h${short(-side)}z`
      })
    return `<path d="${d.join('')}" fill="${fill}"/>`
  })
  const marks = inside.map((one) => markIn(one.mark, ...box(one), side))
  return [...areas, ...marks]
}

/** A stroke for longer, a dot for shorter. */
function markIn(mark: DrawnCell['mark'], x: number, y: number, side: number): string {
  if (mark === null) return ''
  if (mark === 'shorter')
    return `<circle cx="${short(x + side / 2)}" cy="${short(y + side / 2)}" r="${short(side * 0.16)}" fill="${paint.ink}"/>`
  return `<path d="M${short(x + side * 0.2)} ${short(y + side * 0.8)}L${short(x + side * 0.8)} ${short(y + side * 0.2)}" stroke="${paint.ink}" stroke-width="0.8"/>`
}

function placeAt([x, y]: readonly [number, number], { symbol, label }: Omit<DrawnPlace, 'position'>): string {
  const sign = {
    other: `<circle cx="${short(x)}" cy="${short(y)}" r="1.8" fill="#ffffff" stroke="${paint.ink}" stroke-width="0.8"/>`,
    old: `<circle cx="${short(x)}" cy="${short(y)}" r="5" fill="#ffffff" stroke="${paint.ink}" stroke-width="1.8"/>`,
    new: `<path d="M${short(x)} ${short(y - 6)}l6 6l-6 6l-6 -6z" fill="${paint.ink}" stroke="#ffffff" stroke-width="1.2"/>`,
  }[symbol]
  return label === undefined ? sign : sign + text(x, y + 15, label, 9, 'bold')
}

function text(x: number, y: number, words: string, points: number, weight: 'normal' | 'bold'): string {
  const escaped = words.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
  const place = `x="${short(x)}" y="${short(y)}" font-family="Sans" font-size="${points}" font-weight="${weight}" text-anchor="middle"`
  // A white edge keeps the letters readable over a dark square.
  return `<text ${place} fill="#ffffff" stroke="#ffffff" stroke-width="2.4" stroke-linejoin="round">${escaped}</text><text ${place} fill="${paint.ink}">${escaped}</text>`
}

type Geometry = MunicipalityFeatures['features'][number]['geometry']

function ringsOf(geometry: Geometry) {
  return geometry.type === 'Polygon' ? geometry.coordinates : geometry.coordinates.flat()
}

function touches({ west, south, side }: Frame, geometry: Geometry): boolean {
  return ringsOf(geometry).some((ring) => {
    const points = ring.filter((_, index) => index % 4 === 0).map(([lng = 0, lat = 0]) => toUtm([lng, lat]))
    const [east, north] = [points.map(([x]) => x), points.map(([, y]) => y)]
    return (
      Math.max(...east) > west &&
      Math.min(...east) < west + side &&
      Math.max(...north) > south &&
      Math.min(...north) < south + side
    )
  })
}

function pathOf(geometry: Geometry, at: (point: UtmPosition) => readonly [number, number]): string {
  return ringsOf(geometry)
    .map((ring) => {
      const drawn: (readonly [number, number])[] = []
      for (const [lng = 0, lat = 0] of ring) {
        const point = at(toUtm([lng, lat]))
        const last = drawn.at(-1)
        if (last === undefined || Math.hypot(point[0] - last[0], point[1] - last[1]) >= step) drawn.push(point)
      }
      if (drawn.length < 3 || (drawn.every(([x, y]) => x < 0 || x > size || y < 0 || y > size) && !surrounds(drawn)))
        return ''
      return `M${drawn.map(([x, y]) => `${short(x)} ${short(y)}`).join('L')}Z`
    })
    .join('')
}

/** True for a ring that no vertex of lies in the frame and that may still go around it. */
function surrounds(ring: readonly (readonly [number, number])[]): boolean {
  const [x, y] = [ring.map(([one]) => one), ring.map(([, one]) => one)]
  return Math.min(...x) < size && Math.max(...x) > 0 && Math.min(...y) < size && Math.max(...y) > 0
}

function short(value: number): string {
  return String(Math.round(value * 10) / 10)
}
