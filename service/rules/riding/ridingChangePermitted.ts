import { defineRule, type Verdict } from '../rule.ts'
import { seed } from '../sources.ts'
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
 * held beyond the permission are a breach.
 */
export const ridingChangePermitted = defineRule({
  id: 'R-13',
  version: 1,
  strength: 'binding',
  uses: [],
  sources: [seed('S_SEED001', 'section 3, section 4')],
  judge(facts): Verdict {
    const { type, wantedFrom, riding } = facts
    const permission = riding?.permission ?? null
    const governed = type === 'A8' || type === 'A9' || type === 'A10'
    if (!governed || permission === null) return { outcome: 'not-applicable', code: 'R-13.noChange' }
    const { school, agreement, hoursTenths, contractFrom, held } = permission
    const from = permissionFrom(permission, wantedFrom)
    const days = daysWithout(contractFrom, from)
    const beyond = hoursBeyond(held)
    const missing = [
      ...missingAt(school),
      ...(agreement === null ? ['agreement'] : []),
      ...(hoursTenths === null ? ['hoursTenths'] : []),
      ...(contractFrom === null ? ['contractFrom'] : []),
    ]
    const shared = {
      inputs: riding?.inputs ?? [],
      measured: permissionMeasures(days, held),
      evidence: schoolPoint(school, 'school'),
      params: {
        school: school?.name ?? '',
        ...(hoursTenths === null ? {} : { hoursTenths }),
        ...(held?.permittedTenths == null
          ? {}
          : { heldTenths: held.hoursTenths, permittedTenths: held.permittedTenths }),
        beyondTenths: beyond,
        contractFrom: contractFrom ?? '',
        permissionFrom: from,
        days,
      },
    }
    if (beyond > 0) return { ...shared, outcome: 'breach', code: 'R-13.beyond' }
    if (days > 0) return { ...shared, outcome: 'breach', code: 'R-13.tooEarly' }
    if (missing.length > 0) return { ...shared, outcome: 'needs-information', code: 'R-13.unknown', missing }
    return isHearingOpen(facts)
      ? { ...shared, outcome: 'needs-consultation', code: 'R-13.open' }
      : { ...shared, outcome: 'pass', code: 'R-13.inOrder' }
  },
})
