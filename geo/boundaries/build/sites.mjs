import { toUtm, toWgs84 } from './projection.mjs'
import { inRing } from './rings.mjs'

/** Metres between sites along an outline, at most; every vertex is a site. */
const SPACING = 150
/** Metres between frame sites, and how far outside the country the frame stands. */
const FRAME_STEP = 5000
const FRAME_MARGIN = 40000

/** Code of the frame's sites: no municipality. */
export const OUTSIDE = '----'

/** The outlines as sites, at most 150 m apart: [{ x, y, code }]. The override boxes give a wrongly drawn spit its owner. */
export function outlineSites(shapes, overrides) {
  const sites = []
  for (const { code, rings } of shapes) {
    for (const ring of rings) {
      for (const [x, y] of along(ring)) sites.push({ x, y, code: overridden(code, x, y, overrides) })
    }
  }
  return sites
}

function along(ring) {
  const points = []
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
    const [x0, y0] = ring[j]
    const [x1, y1] = ring[i]
    const steps = Math.max(1, Math.ceil(Math.hypot(x1 - x0, y1 - y0) / SPACING))
    for (let k = 0; k < steps; k++) points.push([x0 + ((x1 - x0) * k) / steps, y0 + ((y1 - y0) * k) / steps])
  }
  return points
}

function overridden(code, x, y, overrides) {
  for (const { fromCode, latAbove, lonBelow, toCode } of overrides) {
    if (code !== `0${fromCode}`) continue
    const [lng, lat] = toWgs84([x, y])
    if (lat > latAbove && lng < lonBelow) return `0${toCode}`
  }
  return code
}

/**
 * Extra sites where a known place (island, spit or town) lies in or nearest to a shape of another municipality: the
 * place and twelve points around it, never so wide that they reach past the nearest outline.
 */
export function seedSites(seeds, shapes, sites) {
  const extra = []
  let used = 0
  for (const { x, y, code } of seeds) {
    const near = nearest(sites, x, y)
    const around = shapes.find(({ rings }) => rings.some((ring) => inRing(ring, [x, y])))
    if ((around?.code ?? near.code) === code) continue
    const radius = Math.min(700, Math.max(150, 0.6 * near.distance))
    extra.push({ x, y, code })
    for (let i = 0; i < 12; i++) {
      const angle = (i * Math.PI) / 6
      extra.push({ x: x + radius * Math.cos(angle), y: y + radius * Math.sin(angle), code })
    }
    used++
  }
  return { extra, used }
}

function nearest(sites, x, y) {
  let best = { code: OUTSIDE, distance: Infinity }
  for (const site of sites) {
    const distance = Math.hypot(site.x - x, site.y - y)
    if (distance < best.distance) best = { code: site.code, distance }
  }
  return best
}

/** A rectangle of sites around everything, so that the country's cells are closed. */
export function frameSites(sites) {
  const box = [Infinity, Infinity, -Infinity, -Infinity]
  for (const { x, y } of sites) {
    box[0] = Math.min(box[0], x - FRAME_MARGIN)
    box[1] = Math.min(box[1], y - FRAME_MARGIN)
    box[2] = Math.max(box[2], x + FRAME_MARGIN)
    box[3] = Math.max(box[3], y + FRAME_MARGIN)
  }
  const frame = []
  for (let x = box[0]; x <= box[2]; x += FRAME_STEP) {
    frame.push({ x, y: box[1], code: OUTSIDE }, { x, y: box[3], code: OUTSIDE })
  }
  for (let y = box[1] + FRAME_STEP; y < box[3]; y += FRAME_STEP) {
    frame.push({ x: box[0], y, code: OUTSIDE }, { x: box[2], y, code: OUTSIDE })
  }
  return frame
}

/** The seeds of params/islands.json in metres: [{ x, y, code, name }]. */
export function islandSeeds(seeds) {
  return seeds.map(([name, lat, lng, code]) => {
    const [x, y] = toUtm([lng, lat])
    return { name, x, y, code: code.padStart(4, '0') }
  })
}
