import { defineRule, type Verdict } from '../rule.ts'
import { seed } from '../sources.ts'
import { contractFrom } from './ridingLevers.ts'
import {
  daysWithout,
  isHearingOpen,
  missingAt,
  permissionFrom,
  permissionMeasures,
  schoolPoint,
} from './ridingPermission.ts'

/**
 * a new agreement with a riding school needs a permission for that school before it takes effect. A contract that
 * begins earlier is a breach for the days between.
 */
export const newRidingAgreement = defineRule({
  id: 'R-12',
  version: 2,
  strength: 'binding',
  uses: [],
  sources: [seed('S_SEED001', 'section 3')],
  levers: [contractFrom],
  judge(facts): Verdict {
    const { type, wantedFrom, riding } = facts
    const permission = riding?.permission ?? null
    if (type !== 'A7' || permission === null) return { outcome: 'not-applicable', code: 'R-12.notNew' }
    const { school, contractFrom: begins } = permission
    const from = permissionFrom(permission, wantedFrom)
    const days = daysWithout(begins, from)
    const missing = [...missingAt(school), ...(begins === null ? ['contractFrom'] : [])]
    const shared = {
      inputs: riding?.inputs ?? [],
      measured: permissionMeasures(days, null),
      evidence: schoolPoint(school, 'school'),
      params: { school: school?.name ?? '', contractFrom: begins ?? '', permissionFrom: from, days },
    }
    if (days > 0) return { ...shared, outcome: 'breach', code: 'R-12.tooEarly' }
    if (missing.length > 0) return { ...shared, outcome: 'needs-information', code: 'R-12.unknown', missing }
    return isHearingOpen(facts)
      ? { ...shared, outcome: 'needs-consultation', code: 'R-12.open' }
      : { ...shared, outcome: 'pass', code: 'R-12.inOrder' }
  },
})
