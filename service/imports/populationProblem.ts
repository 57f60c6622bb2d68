/** What can be wrong with a delivered population. Names for tests and tables; the words stand in each problem. */
export type PopulationFault =
  | 'unreadable-file'
  | 'no-column'
  | 'column-twice'
  | 'unknown-crs'
  | 'wrong-crs'
  | 'axes-swapped'
  | 'mixed-sizes'
  | 'wrong-width'
  | 'bad-place'
  | 'bad-polygon'
  | 'not-a-square'
  | 'outside-denmark'
  | 'at-sea'
  | 'repeated'
  | 'repeated-with-another-count'
  | 'no-count'
  | 'negative-count'
  | 'not-whole'
  | 'ambiguous-count'
  | 'not-a-count'
  | 'bad-households'
  | 'unknown-municipality'
  | 'municipality-without-people'

/** One thing that is wrong: where, what was found, what was expected, and what is proposed. */
export interface PopulationProblem {
  /** Line of a table (the header is 1) or number of a feature from 1; null for the file as a whole. */
  readonly row: number | null
  /** As the file names it. */
  readonly column: string | null
  readonly fault: PopulationFault
  readonly found: string
  readonly expected: string
  readonly proposal: string
  /** `confirm`: confirming carries the proposal out. `file`: only another file or option does, and nothing is imported. */
  readonly remedy: 'confirm' | 'file'
}
