import { z } from 'zod'
import { DiagnosisGroupId, PersonId } from './identifiers.ts'
import type { EventOf, EventShapes, RecordedEventOf } from './shape.ts'
import { EffectiveDate } from './time.ts'

/** Stream `competence-<person>`: documented competence per diagnosis group or family of groups. A proposal (S_SEED000), not law. */

const target = z.object({
  kind: z.enum(['group', 'family']),
  id: DiagnosisGroupId,
})

export const competenceEvents = {
  CompetenceDocumented: {
    version: 1,
    data: z.object({
      person: PersonId,
      target,
      issuer: z.string().min(1),
      issuedOn: EffectiveDate,
      expiresOn: EffectiveDate.nullable(),
      evidenceRef: z.string().nullable(),
    }),
  },
  CompetenceRenewed: {
    version: 1,
    data: z.object({ target, issuedOn: EffectiveDate, expiresOn: EffectiveDate.nullable() }),
  },
  CompetenceExpired: { version: 1, data: z.object({ target }) },
  CompetenceRevoked: { version: 1, data: z.object({ target, reason: z.string() }) },
} as const satisfies EventShapes

export type CompetenceEvent = EventOf<typeof competenceEvents>
export type RecordedCompetenceEvent = RecordedEventOf<typeof competenceEvents>
