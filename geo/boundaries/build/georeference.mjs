/**
 * Drawing units of react-denmark-map -> EPSG:25832 metres: one affine, then a lattice of displacements (bilinear at the
 * affine's result). Bornholm (0400) is drawn as an inset and has an affine of its own.
 */
export function georeference(params) {
  const main = affine(params.affineMain)
  const bornholm = affine(params.affineBornholm400)
  const bend = displacement(params.lattice)
  return (code, point) => {
    if (code === '0400') return bornholm(point)
    const [e, n] = main(point)
    const [dE, dN] = bend(e, n)
    return [e + dE, n + dN]
  }
}

function affine({ E, N }) {
  return ([x, y]) => [E.a + E.x * x + E.y * y, N.a + N.x * x + N.y * y]
}

function displacement({ originE, originN, step, nx, ny, dE, dN }) {
  return (e, n) => {
    const u = Math.min(Math.max((e - originE) / step, 0), nx - 1.000001)
    const v = Math.min(Math.max((n - originN) / step, 0), ny - 1.000001)
    const i = Math.floor(u)
    const j = Math.floor(v)
    const at = (values) => {
      const k = j * nx + i
      const low = values[k] * (1 - (u - i)) + values[k + 1] * (u - i)
      const high = values[k + nx] * (1 - (u - i)) + values[k + nx + 1] * (u - i)
      return low * (1 - (v - j)) + high * (v - j)
    }
    return [at(dE), at(dN)]
  }
}

/** Three places measured when the parameters were made (metres); a slip in reading the file shows here. */
const CHECKS = [
  { code: '0751', from: [4276.93, 6751.5], to: [565503, 6206951] },
  { code: '0461', from: [4837.1, 9438.03], to: [581919, 6129191] },
  { code: '0400', from: [9612.39, 1813.97], to: [888060, 6111096] },
]

export function checkGeoreference(transform) {
  for (const { code, from, to } of CHECKS) {
    const [e, n] = transform(code, from)
    const off = Math.hypot(e - to[0], n - to[1])
    if (off > 2) throw new Error(`georeference: ${code} is ${off.toFixed(1)} m from the measured place`)
  }
}
