import type { Told } from '#api/views/caps'
import type { Attachment } from '#events/attachment'
import type { CounterProposal } from '#events/consultation'
import type { FindingSet } from '#events/finding'
import type { RefusalCode } from '#events/glossary'
import type { HalfYearPackage } from '#events/halfYear'
import type { CaseId, MunicipalityCode, RegionCode } from '#events/identifiers'
import type { Seat } from '#events/meeting'
import type { PlanParameters } from '#events/planParameters'
import type { DataVersions, ScenarioBase, ScenarioConflict } from '#events/scenario'
import type { EffectiveDate } from '#events/time'
import type { PoolEntry } from '../rules/capacity/establishmentPool.ts'

/** What other streams may know about a case, read from the case's own stream at the moment of the decision. */
export interface CaseKnown {
  readonly region: RegionCode
  readonly wantedFrom: EffectiveDate
  readonly round: number
  readonly involved: readonly MunicipalityCode[]
  /** The findings that people last saw; null before the first check. */
  readonly findings: FindingSet | null
}

/** A scenario at one of its revisions, as far as a case about it must know. */
interface HandedIn {
  readonly name: string
  readonly key: string
  /** Changes that are switched on. */
  readonly on: number
  /** Number of the open case that the scenario is in already; null where there is none. */
  readonly inCase: string | null
}

/** A half-year's package with what is known of it. */
export interface HalfYearTold {
  readonly content: HalfYearPackage
  readonly checksum: string
  readonly complete: boolean
  readonly suppressedCells: number
}

/** What a decision may know besides its own stream. Gathered by `handle`, so that deciders stay pure. */
export interface Context {
  /** Today in Denmark. */
  readonly today: EffectiveDate
  /** Parameters in force where the command needs them; null when no rule set holds on the date. */
  readonly plan: PlanParameters | null
  /** Findings computed for this command; null for commands that need none. */
  readonly findings: FindingSet | null
  /** Status of the case that the command speaks of; null when there is none. */
  readonly caseStatus: string | null
  readonly caseKnown: CaseKnown | null
  /** Seats that take part in the case, where the committee sits over it; without where no meeting has begun. */
  readonly tookPart?: readonly Seat[]
  /** Who may still replace an answer in the case, and the last of their last days; null when nobody may. Only for a ruling. */
  readonly openHearing?: { readonly municipalities: readonly string[]; readonly until: EffectiveDate } | null
  /** Cases that are tabled for the meeting that the command speaks of; without when nobody looked. */
  readonly tabled?: readonly CaseId[]
  /** Pools that an award's own is one with before or after a merger; without any when there are none. */
  readonly otherPools?: readonly PoolEntry[]
  /** First day on which the clinic of an address is closed; null while it is not. Without when nobody looked. */
  readonly clinicClosedFrom?: EffectiveDate | null
  /** Patients that a cap is to be adopted for, as they may be told; without when nobody looked. */
  readonly quotaSize?: Told
  /** What a cap's patients were counted from; with `quotaSize`. */
  readonly quotaSource?: string
  /** Digest of what the committee knew at a ruling; without when there is no such ruling. */
  readonly sealed?: { readonly scheme: number; readonly digest: string }
  /** The scenario as it was at the revision that is handed in. */
  readonly handedIn?: HandedIn
  /** Whether an earlier round of the case heard the municipality; only for the decision that it need not be asked. */
  readonly heardBefore?: boolean
  /** Files of an answer that lie beside the log. */
  readonly files?: readonly Omit<Attachment, 'name'>[]
  /** The scenario that an answer puts beside the application, as it was at the revision. */
  readonly counterProposal?: CounterProposal
  /** The half-year's package as it would be told now; null when nothing was reported. Only for publishing it. */
  readonly halfYear?: HalfYearTold | null
  /** The register that a scenario is put on, and what its changes meet there; only for commands that do so. */
  readonly scenarioGround?: {
    readonly base: ScenarioBase
    readonly dataVersions: DataVersions
    readonly conflicts: readonly ScenarioConflict[]
  }
}

/** Every command decides here: events out or one thrown `Refusal`; repeating a command changes nothing. */
export interface Decider<State, Command, Event, Recorded> {
  readonly initial: State
  evolve(state: State, event: Recorded): State
  decide(command: Command, state: State, context: Context): readonly Event[]
}

/** A command that the domain says no to: a code and its parameters, worded by the reader's language. */
export class Refusal extends Error {
  override readonly name = 'Refusal'
  readonly code: RefusalCode
  readonly params: Readonly<Record<string, unknown>>
  constructor(code: RefusalCode, params: Readonly<Record<string, unknown>> = {}) {
    super(code)
    this.code = code
    this.params = params
  }
}
