import { z } from 'zod'
import { AgreementId, MunicipalityCode, SchoolId } from '#events/identifiers'
import { HoursTenths } from '#events/quantities'
import { CoverageArea, ridingAgreementEvents } from '#events/ridingAgreement'
import { EffectiveDate } from '#events/time'
import { type CommandOf, command } from '../definitions.ts'

const stream = ({ agreement }: { agreement: string }) => `ridingAgreement-${agreement}`
const base = { agreement: AgreementId, effectiveFrom: EffectiveDate }

/** Commands to one agreement between a riding therapist and a school. */
export const ridingAgreementCommands = [
  command({
    type: 'RequestRidingAgreement',
    path: '/commands/request-riding-agreement',
    action: 'register.change',
    body: z.object({ ...base, ...ridingAgreementEvents.RidingAgreementRequested.data.shape }),
    stream,
  }),
  command({
    type: 'PermitRidingAgreement',
    path: '/commands/permit-riding-agreement',
    action: 'case.rule',
    body: z.object({ ...base, hoursTenths: HoursTenths.min(1), conditions: z.string().nullable() }),
    stream,
  }),
  command({
    type: 'StartRidingAgreement',
    path: '/commands/start-riding-agreement',
    action: 'register.change',
    body: z.object({ ...base, hoursTenths: HoursTenths.min(1) }),
    stream,
  }),
  command({
    type: 'ChangeRidingHours',
    path: '/commands/change-riding-hours',
    action: 'register.change',
    body: z.object({ ...base, to: HoursTenths.min(1) }),
    stream,
  }),
  /** A ruling that moves an agreement permits it at the new school and moves it there, with the hours it has. */
  command({
    type: 'MoveRidingAgreement',
    path: '/commands/move-riding-agreement',
    action: 'case.rule',
    body: z.object({
      ...base,
      from: SchoolId,
      to: SchoolId,
      /** Municipality of the new school: the area of a holder who acceded from 2007 on follows it. */
      municipality: MunicipalityCode.nullable(),
      /** Names the permission, such as the ruling's number; null when there is none yet. */
      sourceDocument: z.string().min(1).nullable(),
    }),
    stream,
  }),
  command({
    type: 'RecordCoverageArea',
    path: '/commands/record-coverage-area',
    action: 'register.change',
    body: z.object({ ...base, ...ridingAgreementEvents.CoverageAreaRecorded.data.shape }),
    stream,
  }),
  command({
    type: 'ClarifyCoverageArea',
    path: '/commands/clarify-coverage-area',
    action: 'case.rule',
    body: z.object({ ...base, area: CoverageArea, sourceDocument: z.string().min(1), reason: z.string().min(1) }),
    stream,
  }),
  command({
    type: 'EndRidingAgreement',
    path: '/commands/end-riding-agreement',
    action: 'register.change',
    body: z.object({ ...base, reason: z.string().min(1) }),
    stream,
  }),
  command({
    type: 'LapseRidingNumber',
    path: '/commands/lapse-riding-number',
    action: 'register.change',
    body: z.object({ ...base }),
    stream,
  }),
] as const

export type RidingAgreementCommand = CommandOf<(typeof ridingAgreementCommands)[number]>
