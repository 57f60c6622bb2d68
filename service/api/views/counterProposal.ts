import { z } from 'zod'
import { CaseId, DiagnosisGroupId, MunicipalityCode } from '#events/identifiers'
import { AreaRef, QuotaCap } from '#events/quota'
import { ChangeId, PlannedScenarioId } from '#events/scenario'
import { EffectiveDate } from '#events/time'
import { Answered } from '../asOf.ts'
import { view } from '../definitions.ts'
import { CapacityUnit } from './register.ts'
import { Touches } from './scenario.ts'

/** One figure of a municipality: without either change, with the applicant's, with the municipality's. Null is unknown. */
const Sides = z.object({ now: z.int().nullable(), applicant: z.int().nullable(), counter: z.int().nullable() })

/**
 * A scenario that a municipality put beside the application in its answer, as it was then, compared with what the
 * applicant asks for: on the register as it is now, on the day that the application asks for.
 */
export const counterProposalView = view({
  path: '/views/counter-proposal',
  action: 'case.read',
  movesWith: 'commits',
  params: z.object({ case: CaseId, municipality: MunicipalityCode }),
  response: z.object({
    at: Answered,
    municipality: MunicipalityCode,
    scenario: PlannedScenarioId,
    name: z.string(),
    revision: z.int(),
    key: z.string(),
    /** The scenario has changed since; the answer has not. */
    edited: z.boolean(),
    effectiveOn: EffectiveDate,
    /** False once the case is closed: the register is then the one that the scenario stood on, without the application. */
    open: z.boolean(),
    changes: z.array(
      z.object({
        change: ChangeId,
        command: z.string(),
        effectiveFrom: EffectiveDate.nullable(),
        comment: z.string().nullable(),
        touches: Touches,
        /** Why the register would not take it; null where it would. */
        refused: z.object({ code: z.string(), params: z.record(z.string(), z.unknown()) }).nullable(),
      }),
    ),
    unit: CapacityUnit,
    /** Municipalities in which a figure differs between the three. */
    rows: z.array(
      z.object({
        municipality: MunicipalityCode,
        name: z.string(),
        capacity: Sides,
        clinics: Sides,
        ridingHoursTenths: Sides,
      }),
    ),
    /** Caps that either proposes. */
    caps: z.array(
      z.object({
        area: AreaRef,
        group: DiagnosisGroupId,
        applicant: QuotaCap.nullable(),
        counter: QuotaCap.nullable(),
      }),
    ),
  }),
})
