import { feature, merge } from 'topojson-client'
import { toUtm } from './projection.mjs'
import { distanceToGeometry, geometryArea, inGeometry } from './rings.mjs'

/** Largest difference from the published area, percent, and the municipalities known to be drawn worse. */
const AREA_TOLERANCE = 15
const AREA_EXCEPTIONS = { '0155': 34, '0187': 20, '0163': 18 }

/** Metres. */
const COAST_ACCURACY = 200

/** Every fault of the finished shapes; an empty list lets the build write its files. Returns figures beside it. */
export function checkMunicipalities(topology, towns, published) {
  const faults = []
  const object = topology.objects.municipalities
  const shapes = feature(topology, object).features.map(({ properties, geometry }) => ({
    ...properties,
    geometry: projected(geometry),
  }))
  const codes = shapes.map(({ code }) => code)
  for (const code of [...Object.keys(published), '0411']) {
    if (codes.filter((one) => one === code).length !== 1) faults.push(`code ${code} is not there exactly once`)
  }
  if (codes.length !== 99) faults.push(`${codes.length} shapes, expected 99`)
  for (const { name, utm, municipality } of towns) {
    const found = shapes.filter(({ geometry }) => inGeometry(geometry, utm)).map(({ code }) => code)
    const answer = found.length === 0 ? nearestShape(shapes, utm) : found.join(', ')
    if (answer !== municipality) faults.push(`${name} lies in ${answer}, expected ${municipality}`)
  }
  const sum = shapes.reduce((total, { geometry }) => total + geometryArea(geometry), 0) / 1e6
  const whole = geometryArea(projected(merge(topology, object.geometries))) / 1e6
  if (Math.abs(sum - whole) > 0.01) faults.push(`areas sum to ${sum} km2, the merge is ${whole} km2`)
  if (Math.abs(sum - 42900) > 200) faults.push(`total area ${sum} km2, expected 42,900 ± 200`)
  const deviations = []
  for (const { code, name, geometry } of shapes) {
    const area = published[code]
    if (area === undefined) continue
    const percent = (geometryArea(geometry) / 1e6 / area - 1) * 100
    deviations.push({ code, name, percent })
    if (Math.abs(percent) > (AREA_EXCEPTIONS[code] ?? AREA_TOLERANCE)) {
      faults.push(`${code} ${name}: area ${percent.toFixed(1)} % from the published`)
    }
  }
  deviations.sort((a, b) => Math.abs(b.percent) - Math.abs(a.percent))
  return { faults, totalKm2: sum, deviations }
}

/** A quay or a bridge may lie outside the drawn coast, by as much as the coast's accuracy. */
function nearestShape(shapes, point) {
  const near = shapes
    .map(({ code, geometry }) => ({ code, distance: distanceToGeometry(geometry, point) }))
    .sort((a, b) => a.distance - b.distance)[0]
  return near.distance <= COAST_ACCURACY ? near.code : 'no municipality'
}

function projected({ type, coordinates }) {
  const rings = (polygon) => polygon.map((ring) => ring.map(toUtm))
  return { type, coordinates: type === 'Polygon' ? rings(coordinates) : coordinates.map(rings) }
}
