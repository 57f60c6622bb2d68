import { z } from 'zod'
import { patientCountEvents } from '#events/patientCount'
import { EffectiveDate } from '#events/time'
import { type CommandOf, command } from '../definitions.ts'

/** Commands to one diagnosis group's counts of patients. */
export const patientCountCommands = [
  command({
    type: 'LoadPatientCount',
    path: '/commands/load-patient-count',
    action: 'patientCount.load',
    body: z.object({ effectiveFrom: EffectiveDate, ...patientCountEvents.PatientCountLoaded.data.shape }),
    stream: ({ group }) => `patientCount-${group}`,
  }),
] as const

export type PatientCountCommand = CommandOf<(typeof patientCountCommands)[number]>
