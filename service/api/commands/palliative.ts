import { z } from 'zod'
import { PersonId, RegionCode } from '#events/identifiers'
import { palliativeEvents } from '#events/palliative'
import { EffectiveDate } from '#events/time'
import { type CommandOf, command } from '../definitions.ts'

const stream = ({ region }: { region: string }) => `palliative-${region}`
const base = { effectiveFrom: EffectiveDate, region: RegionCode }
const { Section2AgreementProposed, Section2AgreementAdopted, TherapistJoined, TherapistLeft, AcceptanceChanged } =
  palliativeEvents
const { donorRegion, figures, basis, activityFee, source } = Section2AgreementProposed.data.shape

/** Commands to a region's section-2 agreement on palliative physiotherapy. */
export const palliativeCommands = [
  command({
    type: 'ProposeSection2Agreement',
    path: '/commands/propose-section2-agreement',
    action: 'palliative.propose',
    body: z.object({ ...base, donorRegion, figures, basis, activityFee, source }),
    stream,
  }),
  command({
    type: 'AdoptSection2Agreement',
    path: '/commands/adopt-section2-agreement',
    action: 'plan.change',
    body: z.object({ ...base, basis, documentRef: Section2AgreementAdopted.data.shape.documentRef }),
    stream,
  }),
  command({
    type: 'JoinSection2Agreement',
    path: '/commands/join-section2-agreement',
    action: 'register.change',
    body: z.object({ ...base, ...TherapistJoined.data.shape }),
    stream,
  }),
  command({
    type: 'LeaveSection2Agreement',
    path: '/commands/leave-section2-agreement',
    action: 'register.change',
    body: z.object({ ...base, person: PersonId, reason: TherapistLeft.data.shape.reason }),
    stream,
  }),
  command({
    type: 'ChangeAcceptance',
    path: '/commands/change-acceptance',
    action: 'register.change',
    body: z.object({ ...base, ...AcceptanceChanged.data.shape }),
    stream,
  }),
  command({
    type: 'SetPalliativeBudget',
    path: '/commands/set-palliative-budget',
    action: 'palliative.propose',
    body: z.object({ ...base, ...palliativeEvents.BudgetSet.data.shape }),
    stream,
  }),
  command({
    type: 'RecordSupplySurvey',
    path: '/commands/record-supply-survey',
    action: 'register.change',
    body: z.object({ ...base, ...palliativeEvents.SupplySurveyRecorded.data.shape }),
    stream,
  }),
] as const

export type PalliativeCommand = CommandOf<(typeof palliativeCommands)[number]>
