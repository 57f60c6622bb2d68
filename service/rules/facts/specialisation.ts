import type { CapBasis, Told } from '#api/views/caps'
import type { ChildrensCriteria } from '#events/clinic'
import type { EventId } from '#events/envelope'

/** Fewest and most persons that what is told leaves possible; `most` is null where nothing bounds it. */
interface Between {
  readonly least: number
  readonly most: number | null
}

/** How large a group, or a family counted as one, is beside all groups of an area, as it may be told. */
export interface SizeFact {
  readonly people: Told
  /** Every group once. */
  readonly all: Told
  readonly own: Between
  /** All groups but those that are counted in `own`. */
  readonly others: Between
}

/** A cap that was set for the group in an area where the therapist works, and how many are documented there. */
export interface SetCapFact {
  /** Code of the region or municipality, or the name by which the area is known. */
  readonly area: string
  readonly cap: number
  /** Proposed only in the scenario that asks; null then. */
  readonly planRef: string | null
  readonly before: number
  readonly after: number
  readonly inputs: readonly EventId[]
}

/** A documentation that is asked for, beside the others of its area. */
export interface CapFacts {
  readonly target: { readonly kind: 'group' | 'family'; readonly id: string }
  /** Region that the cap is counted in. */
  readonly area: string
  readonly physiotherapists: number
  /** Persons with valid documentation on the date, without the change and with it. */
  readonly before: number
  readonly after: number
  readonly sizes: Readonly<Record<CapBasis, SizeFact>>
  /** What the committee adopted, or the scenario tries, for areas that the therapist works in; by area. */
  readonly set: readonly SetCapFact[]
  readonly inputs: readonly EventId[]
}

/** A family that the documentation is for, with its groups; a size is null where no source has it. */
export interface FamilyFact {
  readonly family: string
  readonly members: readonly { readonly group: string; readonly persons: number | null }[]
}

/** The clinic of a therapist who asks to be documented for a group of children. */
export interface ChildrensClinicFact {
  /** Null when the therapist's clinic is not known. */
  readonly criteria: ChildrensCriteria | null
  /** Straight-line metres from the largest town of the therapist's municipality to the nearest that meets all; null without. */
  readonly nearestMetres: number | null
  readonly inputs: readonly EventId[]
}
