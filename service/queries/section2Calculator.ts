import { calculateSection2, supervisionBudget } from '../rules/coverage/section2Calculator.ts'
import { answered } from './answered.ts'
import { planInForce } from './planInForce.ts'
import type { Query } from './query.ts'

/** The calculator of R-33 on figures that a person tries out. */
export const section2Calculator: Query<'section2Calculator'> = (views, at, _scope, params) => {
  const { region, supervisionTimes, supervisionHours, supervisionHourOere, startUpOere, ...figures } = params
  const warnPoints = planInForce(views, region, at)?.parameters.section2WarnPoints ?? null
  const result = calculateSection2({ ...figures, startUpOere: startUpOere ?? null }, warnPoints ?? 0)
  const described =
    supervisionTimes === undefined || supervisionHours === undefined || supervisionHourOere === undefined
      ? null
      : { timesPerYear: supervisionTimes, hours: supervisionHours, oerePerHour: supervisionHourOere }
  return {
    at: answered(views, at),
    ...result,
    warnPoints,
    warns: warnPoints !== null && result.warns,
    supervision:
      described === null
        ? null
        : supervisionBudget({
            ...described,
            budgetOere: figures.supervisionOere,
            therapists: result.seed.therapists,
            upliftPercent: figures.upliftPercent,
          }),
  }
}
