import type { Measure } from '#events/finding'
import type { ReportedHours } from '../facts/riding.ts'
import { defineRule, type Verdict } from '../rule.ts'
import { seed } from '../sources.ts'
import { contractFrom, hoursHeld, hoursReported } from './ridingLevers.ts'
import {
  daysWithout,
  hoursBeyond,
  isHearingOpen,
  missingAt,
  permissionFrom,
  permissionMeasures,
  schoolPoint,
} from './ridingPermission.ts'

/**
 * an extra address, a move or more hours need a permission that names address, hours and the day it holds from. Hours
 * beyond the permission are a breach, whether the register holds them or the last activity report shows them; of the two
 * the larger excess is told.
 */
export const ridingChangePermitted = defineRule({
  id: 'R-13',
  version: 2,
  strength: 'binding',
  uses: [],
  sources: [seed('S_SEED001', 'section 3, section 4')],
  levers: [contractFrom, hoursHeld, hoursReported],
  judge(facts): Verdict {
    const { type, wantedFrom, riding } = facts
    const permission = riding?.permission ?? null
    const governed = type === 'A8' || type === 'A9' || type === 'A10'
    if (!governed || permission === null) return { outcome: 'not-applicable', code: 'R-13.noChange' }
    const { school, agreement, hoursTenths, contractFrom: begins, held, reported } = permission
    const from = permissionFrom(permission, wantedFrom)
    const days = daysWithout(begins, from)
    const beyond = Math.max(hoursBeyond(held), hoursBeyond(reported))
    const isReported = beyond > hoursBeyond(held)
    const permittedTenths = (isReported ? reported : held)?.permittedTenths ?? null
    const missing = [
      ...missingAt(school),
      ...(agreement === null ? ['agreement'] : []),
      ...(hoursTenths === null ? ['hoursTenths'] : []),
      ...(begins === null ? ['contractFrom'] : []),
    ]
    const shared = {
      inputs: [...(riding?.inputs ?? []), ...(reported?.inputs ?? [])],
      measured: [...permissionMeasures(days, held), ...reportedMeasure(reported)],
      evidence: schoolPoint(school, 'school'),
      params: {
        school: school?.name ?? '',
        ...(hoursTenths === null ? {} : { hoursTenths }),
        ...(held === null ? {} : { heldTenths: held.hoursTenths }),
        ...(permittedTenths === null ? {} : { permittedTenths }),
        ...(reported === null ? {} : { reportedTenths: reported.hoursTenths, period: reported.period }),
        beyondTenths: beyond,
        contractFrom: begins ?? '',
        permissionFrom: from,
        days,
      },
    }
    if (isReported) return { ...shared, outcome: 'breach', code: 'R-13.beyondReported' }
    if (beyond > 0) return { ...shared, outcome: 'breach', code: 'R-13.beyond' }
    if (days > 0) return { ...shared, outcome: 'breach', code: 'R-13.tooEarly' }
    if (missing.length > 0) return { ...shared, outcome: 'needs-information', code: 'R-13.unknown', missing }
    return isHearingOpen(facts)
      ? { ...shared, outcome: 'needs-consultation', code: 'R-13.open' }
      : { ...shared, outcome: 'pass', code: 'R-13.inOrder' }
  },
})

function reportedMeasure(reported: ReportedHours | null): Measure[] {
  return reported === null
    ? []
    : [{ key: 'hoursReported', value: reported.hoursTenths, unit: 'hoursTenths', limit: reported.permittedTenths }]
}
