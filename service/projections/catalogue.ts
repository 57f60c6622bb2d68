import { caseProjection } from './case.ts'
import { consultationProjection } from './consultation.ts'
import { docketProjection } from './docket.ts'
import { eventLogProjection } from './eventLog.ts'
import { geographyProjection } from './geography.ts'
import { planProjection } from './plan.ts'
import { practiceProjection } from './practice.ts'
import type { Projection } from './projection.ts'
import { ridingProjection } from './riding.ts'

/** Every projection, in the order in which they see an event: the list of events looks places up in the others. */
export const projections: readonly Projection[] = [
  practiceProjection,
  ridingProjection,
  planProjection,
  geographyProjection,
  caseProjection,
  consultationProjection,
  docketProjection,
  eventLogProjection,
]
