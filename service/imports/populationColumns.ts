/** What a column of a delivered population can hold. */
export type PopulationColumn = 'cell' | 'x' | 'y' | 'people' | 'households' | 'municipality' | 'parish'

/** Names that each goes under, without case, spaces, digits and marks. The first is ours. */
export const columnNames: Readonly<Record<PopulationColumn, readonly string[]>> = {
  cell: [
    'celle',
    'cell',
    'kvadrat',
    'kvadratnet',
    'kvadratcelle',
    'kvadratid',
    'celleid',
    'cellid',
    'gridid',
    // ddkn_km1, ddkn_m100, KN1kmDK, KN100mDK.
    'ddkn',
    'ddknkm',
    'ddknm',
    'ddkncelle',
    'knkmdk',
    'knmdk',
    'id',
  ],
  x: ['x', 'easting', 'east', 'ost', 'øst', 'e', 'xkoordinat', 'lng', 'lon', 'longitude', 'længde', 'længdegrad'],
  y: ['y', 'northing', 'north', 'nord', 'n', 'ykoordinat', 'lat', 'latitude', 'bredde', 'breddegrad'],
  people: [
    'personer',
    'antalpersoner',
    'indbyggere',
    'befolkning',
    'folketal',
    'antal',
    'people',
    'persons',
    'population',
    'inhabitants',
  ],
  households: ['husstande', 'antalhusstande', 'households'],
  municipality: ['kommune', 'kommunekode', 'komkode', 'kommunenr', 'municipality', 'municipalitycode'],
  parish: ['sogn', 'sognekode', 'sognenr', 'sogneid', 'parish', 'parishcode'],
}

/** Names of coordinates that are said to be degrees, and to be metres. */
const degrees: ReadonlySet<string> = new Set(['lng', 'lon', 'longitude', 'længde', 'længdegrad'])
const metres: ReadonlySet<string> = new Set(['easting', 'east', 'ost', 'øst', 'e'])

export interface FoundColumns {
  /** Each column as the file names it. */
  readonly named: Readonly<Partial<Record<PopulationColumn, string>>>
  /** Names that stand for a column which the file has already. */
  readonly twice: readonly string[]
  /** Names that are not read. */
  readonly unused: readonly string[]
  /** What the coordinates' names say they are. */
  readonly crs: 'EPSG:4326' | 'EPSG:25832' | null
}

/** Finds the columns among the names of a file. */
export function columnsAmong(header: readonly string[]): FoundColumns {
  const named: Partial<Record<PopulationColumn, string>> = {}
  const twice: string[] = []
  const unused: string[] = []
  for (const name of header) {
    const column = columnOf(name)
    if (column === null) unused.push(name)
    else if (named[column] === undefined) named[column] = name
    else twice.push(name)
  }
  const east = plain(named.x ?? '')
  return { named, twice, unused, crs: degrees.has(east) ? 'EPSG:4326' : metres.has(east) ? 'EPSG:25832' : null }
}

function columnOf(name: string): PopulationColumn | null {
  const asked = plain(name)
  // The keys of the record are columns, which Object.entries does not tell.
  for (const [column, names] of Object.entries(columnNames))
    if (names.includes(asked)) return column as PopulationColumn
  return null
}

function plain(name: string): string {
  return name.toLowerCase().replaceAll(/[^a-zæøå]/g, '')
}
