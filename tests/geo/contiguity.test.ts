import { describe, expect, test } from 'vitest'
import { landNetwork, landPieces } from '#geo/contiguity'
import { municipalitiesOfRegion } from '#geo/hierarchy'
import { loadGeography } from '#service/geography'

const { builtIn, network: roads, areas } = loadGeography()
const network = landNetwork(builtIn.shapes.topology(), builtIn.shapes.index(), roads())
const pieces = (codes: readonly string[]) => landPieces(network, codes).map(({ municipalities }) => municipalities)

describe('municipalities that hang together', () => {
  test('the country is one piece by land, bridge and tunnel, and six islands that only a boat or plane reaches', () => {
    const all = landPieces(network, network.keys())
    expect(all.filter(({ municipalities }) => municipalities.length === 1).map((one) => one.municipalities[0])).toEqual(
      [
        // Bornholm, Christiansø, Ærø, Fanø, Samsø, Læsø.
        '0400',
        '0411',
        '0492',
        '0563',
        '0741',
        '0825',
      ],
    )
    expect(all).toHaveLength(7)
    expect(all.every(({ isIsland }) => isIsland)).toBe(true)
  })

  test('by a border on land: Lemvig and Holstebro', () => {
    expect(pieces(['0665', '0661'])).toEqual([['0661', '0665']])
  })

  test('by a fixed link: Nyborg and Slagelse over Storebælt, Svendborg and Langeland, Morsø and its two shores', () => {
    expect(pieces(['0450', '0330'])).toHaveLength(1)
    expect(pieces(['0479', '0482'])).toHaveLength(1)
    // Mors: Vilsund to Thisted, Sallingsund to Skive.
    expect(pieces(['0773', '0787'])).toHaveLength(1)
    expect(pieces(['0773', '0779'])).toHaveLength(1)
  })

  test('not by a ferry: Samsø and Odder, Odsherred and Syddjurs; the island can hang together with nothing', () => {
    expect(landPieces(network, ['0741', '0727'])).toEqual([
      { municipalities: ['0727'], isIsland: false },
      { municipalities: ['0741'], isIsland: true },
    ])
    expect(pieces(['0306', '0706'])).toHaveLength(2)
  })

  test('the pieces of a gap are named: Lemvig and Aarhus without what lies between', () => {
    expect(landPieces(network, ['0751', '0665'])).toEqual([
      { municipalities: ['0665'], isIsland: false },
      { municipalities: ['0751'], isIsland: false },
    ])
  })

  test('every region hangs together but for its islands, whatever order it is asked in', () => {
    for (const region of ['1081', '1082', '1083', '1084', '1085']) {
      const codes = municipalitiesOfRegion(areas, region, '2026-06-01')
      expect(landPieces(network, codes).filter(({ isIsland }) => !isIsland)).toHaveLength(1)
      expect(landPieces(network, codes.toReversed())).toEqual(landPieces(network, codes))
    }
    expect(pieces([])).toEqual([])
  })
})
