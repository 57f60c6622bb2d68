import { z } from 'zod'
import { CaseId, DiagnosisGroupId, MunicipalityCode, RegionCode } from '#events/identifiers'
import { ApportionmentMethod, QuotaCap } from '#events/quota'
import { ChangeId, PlannedScenarioId } from '#events/scenario'
import { EffectiveDate, RecordedAt } from '#events/time'
import { Answered } from '../asOf.ts'
import { view } from '../definitions.ts'
import { CapBasis } from './caps.ts'
import { ChangeTold } from './changeTold.ts'
import { ComparedFigure, RefusedChange, ScenarioProblem, Touches } from './scenario.ts'

/** A change of a proposal, as far as everybody who may see the case may know of it. */
const ProposedChange = z.object({
  change: ChangeId,
  /** Type of its command. */
  command: z.string(),
  told: ChangeTold,
  /** First day that it asks for; the ruling's where that is later. Null where its command has none. */
  effectiveFrom: EffectiveDate.nullable(),
  comment: z.string().nullable(),
  touches: Touches,
  /** Municipalities that it lies in or holds for; none where that is not known, and for what holds in the whole country. */
  municipalities: z.array(MunicipalityCode),
  /** The cap that it proposes; null for any other change. */
  cap: z
    .object({
      value: QuotaCap,
      basis: CapBasis.nullable(),
      method: ApportionmentMethod.nullable(),
      /** The cap that is adopted there now, with its plan; null without one. */
      adopted: z.object({ cap: z.int(), planRef: z.string().nullable() }).nullable(),
      /** Persons documented there on the day that the case asks for. */
      documented: z.int(),
    })
    .nullable(),
  /** What it would meet on the register as it is now; empty once the case is closed. */
  problems: z.array(ScenarioProblem),
  /** Why the register refused it when the proposal was adopted; null where it did not. */
  refused: RefusedChange.nullable(),
})

/** What a case of type A16 asks for: the changes of a scenario as they were when it was handed in. */
export const proposalView = view({
  path: '/views/proposal',
  action: 'case.read',
  committeeOnly: true,
  movesWith: 'commits',
  params: z.object({ case: CaseId }),
  response: z.object({
    at: Answered,
    scenario: PlannedScenarioId,
    name: z.string(),
    region: RegionCode,
    revision: z.int(),
    key: z.string(),
    /** The date that its figures are for, and the register that it stood on. */
    asOf: EffectiveDate,
    base: z.object({ recordedAt: RecordedAt, events: z.int() }),
    /** The scenario has changed since; the case has not. */
    edited: z.boolean(),
    /** Changes have been decided on the register. */
    adopted: z.boolean(),
    changes: z.array(ProposedChange),
  }),
})

/**
 * Headline figures of the register that the proposal stood on, without its changes and with those of them that a ruling
 * decides and that register takes.
 */
export const proposalFiguresView = view({
  path: '/views/proposal-figures',
  action: 'case.read',
  movesWith: 'commits',
  params: z.object({ case: CaseId, group: DiagnosisGroupId }),
  response: z.object({
    at: Answered,
    group: DiagnosisGroupId,
    max: z.int(),
    figures: z.array(ComparedFigure.omit({ b: true })),
    /** Changes that are not in the figures since they cannot be adopted, each with the reason. */
    leftOut: z.array(RefusedChange),
  }),
})
