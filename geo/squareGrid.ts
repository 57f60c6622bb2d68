import type { UtmPosition } from './utm.ts'

/** A square of the Danish grid (Det Danske Kvadratnet) by its lower left corner, in metres of EPSG:25832. */
export interface NamedSquare {
  readonly sizeM: number
  readonly easting: number
  readonly northing: number
}

/** Side of each size of square, and metres of one step of its name: a name leaves out the zeros that all of its size have. */
const sizes: Readonly<Record<string, { readonly sizeM: number; readonly stepM: number }>> = {
  '1km': { sizeM: 1000, stepM: 1000 },
  '250m': { sizeM: 250, stepM: 10 },
  '100m': { sizeM: 100, stepM: 100 },
}

/**
 * The square of a name: size, northing, easting, as `1km_6223_576`, `250m_622375_57550` or `100m_62237_5756`. Leading
 * zeros change nothing. Null for any other text, for larger squares, and for a corner that lies on no line of its size.
 */
export function squareNamed(name: string): NamedSquare | null {
  const [, size = '', north = '', east = ''] = /^(1km|250m|100m)_(\d{3,7})_(\d{3,7})$/.exec(name.toLowerCase()) ?? []
  const known = sizes[size]
  if (known === undefined) return null
  const square = { sizeM: known.sizeM, easting: Number(east) * known.stepM, northing: Number(north) * known.stepM }
  return square.easting % known.sizeM === 0 && square.northing % known.sizeM === 0 ? square : null
}

/** Name of a kilometre square by the kilometres of its lower left corner. */
export function kilometreName(east: number, north: number): string {
  return `1km_${north}_${east}`
}

/** Middle of a square in metres. */
export function middleOfSquare({ sizeM, easting, northing }: NamedSquare): UtmPosition {
  return [easting + sizeM / 2, northing + sizeM / 2]
}
