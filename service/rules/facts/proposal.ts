import type { EventId } from '#events/envelope'
import type { MunicipalityCode } from '#events/identifiers'

/** A cap that a proposal sets, and how many would be documented there when all of it is adopted. */
interface ProposedCapFact {
  /** Code of the region or municipality, or the name by which the area is known. */
  readonly area: string
  /** Id of the group or family. */
  readonly group: string
  readonly cap: number
  readonly documented: number
}

/** What a scenario hands in (A16). */
export interface ProposalFacts {
  readonly caps: readonly ProposedCapFact[]
  /** Municipalities that its changes are about, ascending, each once. */
  readonly municipalities: readonly MunicipalityCode[]
  readonly inputs: readonly EventId[]
}
