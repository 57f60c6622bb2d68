import type { Scale } from '../../map/coverageScale.ts'
import type { Figures } from '../../map/figures.ts'
import type { ComparedSide, MapSide } from './useLaboratoryChoice.ts'

/** What a map of two sides shows: figures by municipality, their classes, and the words of the legend. */
export interface MapMatter {
  /** The map as it is called by who hears it. */
  readonly label: (side: MapSide) => string
  readonly figures: (side: ComparedSide) => Figures
  readonly scale: (side: ComparedSide) => Scale
  /** The word below each class, lowest first. */
  readonly ticks: (side: ComparedSide) => readonly string[]
  /** What stands below the classes, from the left to the right. */
  readonly ends: (side: ComparedSide) => readonly string[]
}
