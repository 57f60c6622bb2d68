import { controlStatistics } from './controlStatistics.ts'
import { groupShare } from './groupShare.ts'
import { halfYearlyData } from './halfYearlyData.ts'
import { homeTreatment } from './homeTreatment.ts'
import { paymentCeiling } from './paymentCeiling.ts'
import { progressivePatients } from './progressivePatients.ts'
import { ridingExpenditure } from './ridingExpenditure.ts'
import { spendingLevel } from './spendingLevel.ts'
import { yearlyFollowUp } from './yearlyFollowUp.ts'

/** The rules that follow reported activity up and judge no application; each has facts of its own. */
export const followUpRules = [
  ridingExpenditure,
  controlStatistics,
  paymentCeiling,
  progressivePatients,
  groupShare,
  homeTreatment,
  spendingLevel,
  halfYearlyData,
  yearlyFollowUp,
] as const
