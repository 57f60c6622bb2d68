import mapshaper from 'mapshaper'
import { inBox, inRing } from './rings.mjs'

/** Square metres: a smaller piece of land with the seeds of one municipality belongs to it whole. */
const WHOLE_ISLAND = 60e6

const UTM32 = '+proj=utm +zone=32 +ellps=GRS80 +units=m +no_defs'

/** Splits the land into whole islands (with their code) and the rest. */
export function wholeIslands(land, seeds) {
  const whole = []
  const rest = []
  for (const piece of land) {
    const codes = new Set(
      piece.area < WHOLE_ISLAND
        ? seeds.filter(({ x, y }) => inBox(piece.box, [x, y]) && inRing(piece.ring, [x, y])).map(({ code }) => code)
        : [],
    )
    if (codes.size === 1) whole.push({ code: [...codes][0], ring: piece.ring })
    else rest.push(piece)
  }
  return { whole, rest }
}

/** Zones clipped with the land, islands added, one feature per code, simplified, WGS84: the TopoJSON's text. */
export async function municipalityTopology(zones, land, seeds, names) {
  const { whole, rest } = wholeIslands(land, seeds)
  const clipped = await mapshaper.applyCommands('-i zones.json -clean -clip land.json -o clipped.json format=geojson', {
    'zones.json': collection(
      [...zones].map(([code, polygons]) =>
        multi(
          { code },
          polygons.map((rings) => rings.map(closed)),
        ),
      ),
    ),
    'land.json': collection(rest.map(({ ring }) => multi({}, [[closed(ring)]]))),
  })
  const pieces = JSON.parse(String(clipped['clipped.json'])).features.filter((feature) => feature.geometry)
  const islands = whole.map(({ code, ring }) => multi({ code }, [[closed(ring)]]))
  const out = await mapshaper.applyCommands(
    [
      '-i all.json name=municipalities -dissolve code',
      '-snap interval=1 -clean',
      '-simplify visvalingam weighted interval=60 keep-shapes -clean',
      '-join names.json keys=code,code string-fields=code',
      '-sort code',
      `-proj wgs84 from="${UTM32}"`,
      '-o municipalities.topojson format=topojson quantization=100000',
    ].join(' '),
    {
      'all.json': collection([...pieces, ...islands]),
      'names.json': JSON.stringify(names),
    },
  )
  return { text: String(out['municipalities.topojson']), wholeIslandCount: whole.length }
}

/** Lakes of at least `minimum` square metres as a small TopoJSON. */
export async function lakeTopology(lakes, minimum, areaOf) {
  const large = lakes.filter((ring) => Math.abs(areaOf(ring)) >= minimum)
  const out = await mapshaper.applyCommands(
    `-i lakes.json -simplify visvalingam weighted interval=60 keep-shapes -clean -proj wgs84 from="${UTM32}" -o lakes.topojson format=topojson quantization=100000`,
    { 'lakes.json': collection(large.map((ring) => multi({}, [[closed(ring)]]))) },
  )
  return String(out['lakes.topojson'])
}

function collection(features) {
  return JSON.stringify({ type: 'FeatureCollection', features })
}

function multi(properties, coordinates) {
  return { type: 'Feature', properties, geometry: { type: 'MultiPolygon', coordinates } }
}

function closed(ring) {
  const [first, last] = [ring[0], ring[ring.length - 1]]
  return first[0] === last[0] && first[1] === last[1] ? ring : [...ring, first]
}
