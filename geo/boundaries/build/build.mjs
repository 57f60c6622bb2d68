import { readFileSync, writeFileSync } from 'node:fs'
import { lakeTopology, municipalityTopology } from './assemble.mjs'
import { checkMunicipalities } from './checks.mjs'
import { readCoast } from './coast.mjs'
import { parseDrawing } from './drawing.mjs'
import { checkGeoreference, georeference } from './georeference.mjs'
import { inputRecord, readInput, readParams, sha256 } from './inputs.mjs'
import { ringArea } from './rings.mjs'
import { frameSites, islandSeeds, outlineSites, seedSites } from './sites.mjs'
import { readTowns } from './towns.mjs'
import { partition } from './voronoi.mjs'

/** Square metres: smaller lakes are not drawn. */
const SMALLEST_LAKE = 2e6

const output = (name) => new URL(`../${name}`, import.meta.url)
const areas = JSON.parse(readFileSync(output('areas.json'), 'utf8'))

const transform = georeference(readParams('georef'))
checkGeoreference(transform)
const shapes = parseDrawing(readInput('drawing').toString('utf8')).map(({ code, rings }) => ({
  code,
  rings: rings.map((ring) => ring.map((point) => transform(code, point))),
}))
if (shapes.length !== 98) throw new Error(`the drawing has ${shapes.length} municipalities, expected 98`)

const towns = readTowns(readInput('towns').toString('utf8'), readParams('towns'))
const islands = readParams('islands')
const seeds = [
  ...islandSeeds(islands.seeds),
  ...towns.map(({ utm, municipality }) => ({ x: utm[0], y: utm[1], code: municipality })),
]
const outline = outlineSites(shapes, islands.override)
const { extra, used } = seedSites(seeds, shapes, outline)
const sites = [...outline, ...extra]
const zones = partition([...sites, ...frameSites(sites)])

const { land, lakes } = readCoast(readInput('coast'), readParams('coast'))
const names = [...areas.municipalities, ...areas.outside].map(({ code, name }) => ({ code, name }))
const { text, wholeIslandCount } = await municipalityTopology(zones, land, seeds, names)
const { faults, totalKm2, deviations } = checkMunicipalities(
  JSON.parse(text),
  towns,
  Object.fromEntries(areas.municipalities.map(({ code, areaKm2 }) => [code, areaKm2])),
)
const report = {
  sites: sites.length,
  seedsUsed: used,
  land: land.length,
  wholeIslands: wholeIslandCount,
  arcs: JSON.parse(text).arcs.length,
  bytes: text.length,
  totalKm2: Math.round(totalKm2),
  worstAreas: deviations.slice(0, 8).map(({ name, percent }) => `${name} ${percent.toFixed(1)} %`),
}
process.stdout.write(`${JSON.stringify(report, null, 2)}\n`)
if (faults.length > 0) {
  process.stderr.write(`${faults.join('\n')}\nNothing was written.\n`)
  process.exit(1)
}

const lakeText = await lakeTopology(lakes, SMALLEST_LAKE, ringArea)
const townText = townsJson(towns)
writeFileSync(output('municipalities.topojson'), text)
writeFileSync(output('lakes.topojson'), lakeText)
writeFileSync(output('towns.json'), townText)
const manifest = {
  ...readParams('manifest'),
  inputs: inputRecord(),
  files: Object.fromEntries(
    [
      ['municipalities.topojson', text],
      ['lakes.topojson', lakeText],
      ['towns.json', townText],
    ].map(([name, content]) => [name, { ...readParams('licences')[name], sha256: sha256(content) }]),
  ),
}
writeFileSync(output('boundaries.json'), `${JSON.stringify(manifest, null, 2)}\n`)

/** One town per line, so that a change shows as one. */
function townsJson(list) {
  const lines = list
    .map(({ id, name, lng, lat, population, municipality, rank, partOfCity }) => ({
      id,
      name,
      lng,
      lat,
      population,
      municipality,
      rank,
      partOfCity,
    }))
    .sort((a, b) => a.rank - b.rank || (b.population ?? 0) - (a.population ?? 0) || (a.id < b.id ? -1 : 1))
    .map((town) => `  ${JSON.stringify(town)}`)
  return `[\n${lines.join(',\n')}\n]\n`
}
