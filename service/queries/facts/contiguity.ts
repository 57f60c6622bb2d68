import type { Contiguity } from '#api/views/planningArea'
import { MunicipalityCode } from '#events/identifiers'
import { type LandNetwork, landNetwork, landPieces } from '#geo/contiguity'
import type { Geography } from '../../geography.ts'

const networks = new WeakMap<Geography, LandNetwork>()

/**
 * Pieces of a set of municipalities, the one with most inhabitants first. Islands that no fixed link reaches are pieces of
 * their own and no fault: nothing could make them hang together.
 */
export function contiguityOf(
  geography: Geography,
  inhabitants: ReadonlyMap<string, number>,
  municipalities: readonly string[],
): Contiguity {
  const network = networks.get(geography) ?? networkOf(geography)
  networks.set(geography, network)
  const pieces = landPieces(network, municipalities)
    .map((piece) => ({
      ...piece,
      inhabitants: piece.municipalities.reduce((sum, code) => sum + (inhabitants.get(code) ?? 0), 0),
    }))
    .toSorted((a, b) => b.inhabitants - a.inhabitants || Number(a.isIsland) - Number(b.isIsland))
  // The largest that is no island is what others would hang together with.
  const main = pieces.find(({ isIsland }) => !isIsland) ?? pieces[0]
  const told = pieces.map((piece) => ({
    municipalities: MunicipalityCode.array().parse(piece.municipalities),
    inhabitants: piece.inhabitants,
    kind: piece === main ? ('main' as const) : piece.isIsland ? ('island' as const) : ('apart' as const),
  }))
  return { isContiguous: told.every(({ kind }) => kind !== 'apart'), pieces: told }
}

function networkOf({ builtIn, network }: Geography): LandNetwork {
  return landNetwork(builtIn.shapes.topology(), builtIn.shapes.index(), network())
}
