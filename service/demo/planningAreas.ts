import { MunicipalityCode, PlanningAreaId, RegionCode } from '#events/identifiers'
import { EffectiveDate } from '#events/time'
import { planner } from './actors.ts'
import { day, instant } from './days.ts'
import type { Journal } from './journal.ts'

/** Lemvig, Holstebro, Struer and Skive, which lie side by side. */
const western = ['0661', '0665', '0671', '0779']

/** One area that a planner drew; invented for the demonstration, and called so. No cap is adopted: nobody has adopted any. */
export function tellPlanningAreas(journal: Journal): void {
  const area = PlanningAreaId.parse('demo-limfjorden-vest')
  journal.write({
    stream: `planningArea-${area}`,
    at: instant(day('2026-09-07'), 600),
    by: planner(RegionCode.parse('1082')),
    events: [
      {
        type: 'PlanningAreaDrawn',
        effectiveFrom: EffectiveDate.parse('2026-10-01'),
        data: {
          area,
          name: 'Limfjorden vest (demonstration)',
          municipalities: MunicipalityCode.array().parse(western),
          shape: null,
        },
      },
    ],
  })
}
