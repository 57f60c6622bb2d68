import { neighbors } from 'topojson-client'
import { type AreaIndex, municipalityAt, nearestMunicipality } from './areas.ts'
import type { MunicipalityTopology } from './municipalityShapes.ts'
import type { Position } from './position.ts'
import type { TravelNetwork } from './travelNetwork.ts'

/** Which municipalities can be reached from which without a boat: by a border on land, or by a bridge, dam or tunnel. */
export type LandNetwork = ReadonlyMap<string, ReadonlySet<string>>

/** Metres from the shore within which an end of a fixed link lies at a municipality; the ends are rounded. */
const LINK_END = 5000

/** The network of all municipalities; one that nothing leads to (an island) has no neighbours. */
export function landNetwork(
  topology: MunicipalityTopology,
  index: AreaIndex,
  { links }: Pick<TravelNetwork, 'links'>,
): LandNetwork {
  const { geometries } = topology.objects.municipalities
  const codes = geometries.map(({ properties }) =>
    properties !== undefined && 'code' in properties ? properties.code : '',
  )
  const network = new Map(codes.map((code) => [code, new Set<string>()]))
  const join = (a: string | undefined, b: string | undefined) => {
    if (a === undefined || b === undefined || a === b) return
    network.get(a)?.add(b)
    network.get(b)?.add(a)
  }
  // Only who shares an arc shares a border; who meets in a corner does not.
  for (const [at, others] of neighbors(geometries).entries()) for (const other of others) join(codes[at], codes[other])
  for (const [, from, to] of links) join(municipalityOfEnd(index, from), municipalityOfEnd(index, to))
  return network
}

/** The municipality that an end of a fixed link lies in, or the nearest to one at sea. */
function municipalityOfEnd(index: AreaIndex, [lat, lng]: LatLng): string | undefined {
  const position: Position = [lng, lat]
  const found = municipalityAt(index, position)
  return found.status === 'inside' ? found.code : nearestMunicipality(index, position, { reach: LINK_END })?.code
}

type LatLng = readonly [lat: number, lng: number]

/** Municipalities of a set that hang together. */
export interface LandPiece {
  readonly municipalities: readonly string[]
  /** True where nothing leads from the piece to anywhere else in the country: no set could hang together with it. */
  readonly isIsland: boolean
}

/** The pieces that a set of municipalities falls into, each in order of code; the piece with the lowest code first. */
export function landPieces(network: LandNetwork, codes: Iterable<string>): readonly LandPiece[] {
  const left = new Set([...codes].toSorted())
  const pieces: LandPiece[] = []
  for (const first of left) {
    const piece = new Set([first])
    let isIsland = true
    for (const code of piece)
      for (const other of network.get(code) ?? []) {
        if (left.has(other)) piece.add(other)
        else isIsland = false
      }
    for (const code of piece) left.delete(code)
    pieces.push({ municipalities: [...piece].toSorted(), isIsland })
  }
  return pieces
}
