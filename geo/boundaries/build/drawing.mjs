import svgpath from 'svgpath'

/** Steps per cubic curve: a vertex every few tens of metres, far below the drawing's own error. */
const CURVE_STEPS = 5

/**
 * The municipality drawings in react-denmark-map's bundle, which exports no data: read as text.
 * Municipalities are the objects with a three-digit code; the map's other drawings have other coordinates.
 * Returns [{ code: '0101', rings: [[x, y], …][] }] in drawing units, X right, Y down.
 */
export function parseDrawing(source) {
  const shapes = []
  for (const [object] of source.matchAll(/\{id:"[^"]*",name:"[^"]*",en_name:"[^"]*"[^{}]*\}/g)) {
    const code = /[,{]code:"(\d{3})"/.exec(object)?.[1]
    const path = /[,{]d:"([^"]*)"/.exec(object)?.[1]
    if (code && path) shapes.push({ code: `0${code}`, rings: flatten(path) })
  }
  return shapes
}

function flatten(path) {
  const rings = []
  let ring = []
  svgpath(path)
    .abs()
    .unshort()
    .unarc()
    .iterate(([kind, ...n], _index, x, y) => {
      if (kind === 'M') {
        ring = [[n[0], n[1]]]
        rings.push(ring)
      } else if (kind === 'L') ring.push([n[0], n[1]])
      else if (kind === 'H') ring.push([n[0], y])
      else if (kind === 'V') ring.push([x, n[0]])
      else if (kind === 'C') ring.push(...cubic([x, y], [n[0], n[1]], [n[2], n[3]], [n[4], n[5]]))
      else if (kind !== 'Z' && kind !== 'z') throw new Error(`path command ${kind} is not expected in the drawing`)
    })
  return rings.filter((points) => points.length > 2)
}

function cubic(p0, p1, p2, p3) {
  const points = []
  for (let step = 1; step <= CURVE_STEPS; step++) {
    const t = step / CURVE_STEPS
    const u = 1 - t
    const at = (i) => u * u * u * p0[i] + 3 * u * u * t * p1[i] + 3 * u * t * t * p2[i] + t * t * t * p3[i]
    points.push([at(0), at(1)])
  }
  return points
}
