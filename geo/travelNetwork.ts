type LatLng = readonly [lat: number, lng: number]

/** What `boundaries/network.json` holds: speeds in km/h, lines of fast roads, fixed links and ferries in minutes. */
export interface TravelNetwork {
  readonly speeds: {
    readonly motorway: number
    readonly main: number
    readonly rural: number
    readonly suburban: number
    readonly urban: number
    readonly suburbanFromPerKm2: number
    readonly urbanFromPerKm2: number
    /** A road is longer than its line by this factor. */
    readonly corridorWiggle: number
    readonly terminalMinutes: number
  }
  readonly motorways: readonly (readonly LatLng[])[]
  readonly mainRoads: readonly (readonly LatLng[])[]
  readonly links: readonly (readonly [name: string, a: LatLng, b: LatLng, minutes: number])[]
  readonly ferries: readonly (readonly [name: string, a: LatLng, b: LatLng, minutes: number])[]
}

const lists = ['motorways', 'mainRoads', 'links', 'ferries'] as const

/** The parsed text of `boundaries/network.json`. Throws a TypeError that names the list which is missing. */
export function travelNetwork(json: unknown): TravelNetwork {
  const of = (key: string) => Object.entries(Object(json)).find(([name]) => name === key)?.[1]
  for (const list of lists) if (!Array.isArray(of(list))) throw new TypeError(`network.json: expected a list ${list}`)
  if (typeof of('speeds') !== 'object') throw new TypeError('network.json: expected speeds')
  // The file is committed and its contents are checked by tests; here only a wrong file is told apart.
  return json as TravelNetwork
}
