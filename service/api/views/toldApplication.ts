import { z } from 'zod'
import { CaseSubject } from '#events/caseSubject'
import { AgreementId, MunicipalityCode, PersonId, SchoolId } from '#events/identifiers'
import { EffectiveDate } from '#events/time'

/** What an application said, and what its facts are told with. */
export const ToldApplication = z.object({
  subject: CaseSubject,
  receivedOn: EffectiveDate,
  wantedFrom: EffectiveDate,
  clinicName: z.string().nullable(),
  unit: z.enum(['hoursTenths', 'unitsHundredths']),
  /** Riding schools and agreements that the application names, as they stand without it. */
  schools: z.array(z.object({ school: SchoolId, name: z.string(), municipality: MunicipalityCode.nullable() })),
  agreements: z.array(
    z.object({
      agreement: AgreementId,
      school: SchoolId,
      schoolName: z.string(),
      therapist: PersonId,
      hoursTenths: z.int(),
    }),
  ),
})
export type ToldApplication = z.infer<typeof ToldApplication>
