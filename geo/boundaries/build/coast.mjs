import { toUtm } from './projection.mjs'
import { inBox, inRing, ringArea, ringBox } from './rings.mjs'

/**
 * Denmark's land from the coast package. The file is 43 MB: only the Danish feature is parsed.
 * Vertices inside a box of params/coast.json are dropped: there the coast is known to be drawn wrong.
 * Returns outer rings in EPSG:25832 (islets inside lakes dropped) and the lakes, which the package draws as holes.
 */
export function readCoast(bytes, { dropVertices }) {
  const at = bytes.indexOf('"A3":"DNK"')
  if (at < 0) throw new Error('coast: no feature with A3 DNK')
  const start = bytes.lastIndexOf('{"type":"Feature"', at)
  const feature = JSON.parse(balanced(bytes, start))
  const { type, coordinates } = feature.geometry
  const polygons = type === 'Polygon' ? [coordinates] : coordinates
  const all = polygons.map(([outer, ...holes]) => {
    const ring = outer.filter((position) => !dropVertices.some(({ box }) => inBox(box, position))).map(toUtm)
    return { ring, box: ringBox(ring), area: Math.abs(ringArea(ring)), lakes: holes.map((hole) => hole.map(toUtm)) }
  })
  const land = all.filter(
    (one) =>
      !all.some((other) => other.area > one.area && inBox(other.box, one.ring[0]) && inRing(other.ring, one.ring[0])),
  )
  return { land, lakes: land.flatMap((one) => one.lakes) }
}

/** The text of the JSON object that starts at `start`. No string in the file holds a brace. */
function balanced(bytes, start) {
  let depth = 0
  for (let i = start; i < bytes.length; i++) {
    if (bytes[i] === 0x7b) depth++
    else if (bytes[i] === 0x7d && --depth === 0) return bytes.toString('utf8', start, i + 1)
  }
  throw new Error('coast: the Danish feature is cut off')
}
