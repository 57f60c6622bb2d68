import type { SiteFact } from '../facts/riding.ts'
import { defineRule, type Verdict } from '../rule.ts'
import { assumption, seed } from '../sources.ts'
import { schoolHours } from './ridingLevers.ts'
import { schoolPoint } from './ridingPermission.ts'

/** What hours a week fall short of the least; 0 when they do not. In tenths. */
export function shortOf(hoursTenths: number, leastTenths: number): number {
  return Math.max(0, leastTenths - hoursTenths)
}

/**
 * at least ten hours a week at each riding school, for each therapist there or for the school as a whole. Advice: it
 * never stands in the way of a ruling.
 */
export const ridingLeastHours = defineRule({
  id: 'R-17',
  version: 1,
  strength: 'recommendation',
  uses: ['ridingMinHoursTenths', 'ridingCountMode'],
  sources: [
    seed('S_SEED001', 'section 4 (remark to section 14(3) of the riding agreement)'),
    assumption('ridingCountMode'),
  ],
  levers: [schoolHours],
  judge({ riding }, { ridingMinHoursTenths: least, ridingCountMode: mode }): Verdict {
    if (riding === null || riding.permission === null) return { outcome: 'not-applicable', code: 'R-17.noSchool' }
    const hoursOf = (site: SiteFact) => (mode === 'pair' ? site.hoursTenths : site.schoolTenths)
    const short = riding.sites.filter((site) => shortOf(hoursOf(site), least) > 0)
    const worst = short.toSorted((a, b) => hoursOf(a) - hoursOf(b))[0]
    const shared = {
      inputs: riding.inputs,
      measured: riding.sites.map((site) => ({
        key: 'hoursAtSchool',
        value: hoursOf(site),
        unit: 'hoursTenths' as const,
        limit: least,
        ...(site.school.municipality === null ? {} : { municipality: site.school.municipality }),
      })),
      evidence: riding.sites.flatMap((site) => schoolPoint(site.school, short.includes(site) ? 'short' : 'school')),
      params: {
        schools: short.map(({ school }) => school.name),
        count: short.length,
        leastTenths: least,
        shortTenths: worst === undefined ? 0 : shortOf(hoursOf(worst), least),
      },
    }
    if (riding.sites.length === 0)
      return { ...shared, outcome: 'needs-information', code: 'R-17.unknown', missing: ['hoursTenths'] }
    return short.length > 0
      ? { ...shared, outcome: 'breach', code: 'R-17.short' }
      : { ...shared, outcome: 'pass', code: 'R-17.enough' }
  },
})
