import type { Told } from '#api/views/caps'
import type { EventId } from '#events/envelope'
import type { MunicipalityCode } from '#events/identifiers'

/** Inhabited squares of the region, each with the way to the nearest documented provider that counts for it. */
export interface NearestFact {
  readonly providers: number
  /** Straight-line metres to the nearest; infinite where none counts, across water to or from an island without a link. */
  readonly metres: ArrayLike<number>
}

/** What a change does to the cover of one diagnosis group. */
export interface GroupCoverageFact {
  readonly group: string
  /** Persons in the country, at most; null when no source has a number. */
  readonly persons: number | null
  readonly before: NearestFact
  readonly after: NearestFact
}

/** Groups documented where the change happens, over the inhabited squares of the region. */
export interface CoverageFacts {
  /** Modelled inhabitants of each square, and its municipality. */
  readonly people: ArrayLike<number>
  readonly municipality: readonly MunicipalityCode[]
  readonly groups: readonly GroupCoverageFact[]
  readonly inputs: readonly EventId[]
}

/** How large a diagnosis group is around a therapist, in ever larger areas, as it may be told. */
export interface GroupSizeFact {
  readonly group: string
  readonly areas: readonly { readonly area: string; readonly told: Told }[]
}
