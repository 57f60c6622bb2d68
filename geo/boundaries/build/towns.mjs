import { toUtm } from './projection.mjs'

/** GeoNames columns of cities500.txt. */
const COLUMN = { id: 0, name: 1, lat: 4, lng: 5, feature: 7, country: 8, admin2: 11, population: 14 }

/**
 * Danish places in GeoNames with the four-digit code of their municipality, Danish names, and no population where the
 * figure is known to mean something else (params/towns.json says which and why). Unknown is null, never zero.
 */
export function readTowns(text, { names, doubtful }) {
  const towns = []
  for (const line of text.split('\n')) {
    const cells = line.split('\t')
    if (cells[COLUMN.country] !== 'DK') continue
    const id = cells[COLUMN.id]
    const lng = Number(cells[COLUMN.lng])
    const lat = Number(cells[COLUMN.lat])
    const figure = Number(cells[COLUMN.population])
    const doubt = doubtful[id]
    towns.push({
      id,
      name: names[cells[COLUMN.name]] ?? cells[COLUMN.name],
      lng,
      lat,
      utm: toUtm([lng, lat]),
      municipality: cells[COLUMN.admin2].padStart(4, '0'),
      population: figure === 0 || doubt ? null : figure,
      rank: doubt?.rank ?? labelRank(figure),
      partOfCity: cells[COLUMN.feature] === 'PPLX',
    })
  }
  return towns
}

/** 1 = drawn first and largest … 4 = drawn last. */
function labelRank(population) {
  if (population >= 100000) return 1
  if (population >= 40000) return 2
  return population >= 15000 ? 3 : 4
}
