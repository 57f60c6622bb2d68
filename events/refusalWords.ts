import { activityRefusals } from './activityRefusals.ts'
import { caseRefusals } from './caseRefusals.ts'
import { hearingRefusals } from './hearingRefusals.ts'
import { meetingRefusals } from './meetingWords.ts'
import { municipalRefusals } from './municipalRefusals.ts'
import { personRefusals } from './personWords.ts'
import { planRefusals } from './planRefusals.ts'
import { quotaRefusals } from './quotaRefusals.ts'
import { registerRefusals } from './registerRefusals.ts'
import { ridingRefusals } from './ridingRefusals.ts'
import { scenarioRefusals } from './scenarioWords.ts'
import type { Words } from './words.ts'

/** Why a command was refused, by its code; filled from the refusal's parameters. */
export const refusalWords = {
  ...activityRefusals,
  ...caseRefusals,
  ...hearingRefusals,
  ...meetingRefusals,
  ...municipalRefusals,
  ...personRefusals,
  ...planRefusals,
  ...quotaRefusals,
  ...registerRefusals,
  ...ridingRefusals,
  ...scenarioRefusals,
} as const satisfies Record<string, Words>

export type RefusalCode = keyof typeof refusalWords
