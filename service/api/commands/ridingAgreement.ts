import { z } from 'zod'
import { AgreementId } from '#events/identifiers'
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
