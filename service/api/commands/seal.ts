import { z } from 'zod'
import { sealEvents } from '#events/seal'
import { type CommandOf, command } from '../definitions.ts'

const { case: caseId, committee, number } = sealEvents.RulingSealed.data.shape

/** Sent by the service itself when a ruling has been recorded. */
export const sealCommands = [
  command({
    type: 'SealRuling',
    path: '/commands/seal-ruling',
    action: 'process.run',
    body: z.object({ case: caseId, committee, number }),
    stream: (data) => `seal-${data.committee}.${data.number}`,
  }),
] as const

export type SealCommand = CommandOf<(typeof sealCommands)[number]>
