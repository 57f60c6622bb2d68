import { z } from 'zod'
import { DiagnosisGroupId } from './identifiers.ts'
import type { EventOf, EventShapes, RecordedEventOf } from './shape.ts'

/**
 * Stream `pathway-<group>`: what a structured pathway of a diagnosis group is to save, from the date of the event on. A goal
 * of planning and no measurement (S_SEED000: 2.5 % by a pathway for sclerosis, without a date).
 */
export const pathwayEvents = {
  StructuredPathwaySet: {
    version: 1,
    data: z.object({
      group: DiagnosisGroupId,
      /** Services that it saves, per mille; 0 when the group has no pathway from then on. */
      savesPermille: z.int().min(0).max(500),
      /** Document that says so; null where it is only assumed. */
      source: z.string().trim().min(1).max(200).nullable(),
    }),
  },
} as const satisfies EventShapes

export type PathwayEvent = EventOf<typeof pathwayEvents>
export type RecordedPathwayEvent = RecordedEventOf<typeof pathwayEvents>
